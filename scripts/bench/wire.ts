import { request } from "node:http";
import type { PollAnswer } from "./day-of-polls.ts";

/** Asks on a connection of its own, and counts what comes back over it. */
export function pollOverWire(url: string, headers: Readonly<Record<string, string>>): Promise<PollAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent: false, headers }, (response) => {
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes: response.socket.bytesRead,
          tag: response.headers.etag ?? null,
        }),
      );
      response.resume();
    });
    asking.on("error", reject);
    asking.end();
  });
}
