import type { IncomingMessage, ServerResponse } from "node:http";
import { request as ask } from "node:http";
import { pipeline } from "node:stream";
import { LOOPBACK } from "../command/serve/ports.ts";
import type { Field } from "./live-page.ts";

/** Fields that are between two neighbours only (RFC 9110 §7.6.1). */
const HOP_BY_HOP = /^(?:connection|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/i;

/**
 * Asks the runtime what a client asked, with fields of one's own where some are given. Gives null where
 * it does not answer, or the client has gone.
 */
export function askRuntime(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  fields: readonly Field[] = fieldsOf(request),
): Promise<IncomingMessage | null> {
  return new Promise((resolve) => {
    // A connection of its own for each: one that is kept may end in the moment in which it is used.
    const asked = ask({
      host: LOOPBACK,
      port,
      method: request.method,
      path: request.url,
      headers: flat([...fields, ["Connection", "close"]]),
      setHost: false,
      agent: false,
    });
    asked.once("response", resolve);
    asked.on("error", () => resolve(null));
    response.once("close", () => asked.destroy());
    pipeline(request, asked, () => undefined);
  });
}

/** Hands an answer on as it came. */
export function handOn(answer: IncomingMessage, response: ServerResponse): void {
  // What the runtime sent without a date goes on without one.
  response.sendDate = false;
  response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? "", flat(fieldsOf(answer)));
  pipeline(answer, response, () => undefined);
}

/** The fields of a message that are meant for its end, in their order and spelling. */
export function fieldsOf({ rawHeaders }: IncomingMessage): Field[] {
  return Array.from(
    { length: rawHeaders.length / 2 },
    (_, index): Field => [rawHeaders[2 * index] ?? "", rawHeaders[2 * index + 1] ?? ""],
  ).filter(([name]) => !HOP_BY_HOP.test(name));
}

/** Fields as Node takes them: name, value, name, value. */
export function flat(fields: readonly Field[]): string[] {
  return fields.flat();
}
