import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { Listening } from "../command/serve/ports.ts";
import { isOwnName } from "../command/serve/ports.ts";
import { DEV_ADDRESS } from "./dev-addresses.ts";
import type { EventStream } from "./event-stream.ts";
import type { Field, SourcePage } from "./live-page.ts";
import { livePage, livePageFields, standInPage } from "./live-page.ts";
import { askRuntime, fieldsOf, flat, handOn } from "./pass-on.ts";

/** What stands behind the front. */
export interface Behind {
  /** The port of the runtime, kept once it answers and the first bake has ended; requests wait for it. */
  readonly opened: Promise<number>;
  /** Of the site, as the runtime serves it now. */
  readonly version: () => number;
  readonly events: EventStream;
}

const NO_ANSWER = "The runtime does not answer";

/** Dev's own files by path, with their media types. */
const OWN_FILES: Readonly<Record<string, { readonly file: URL; readonly type: string }>> = {
  [DEV_ADDRESS.script]: { file: new URL("page/live.js", import.meta.url), type: "text/javascript" },
  [DEV_ADDRESS.overlay]: { file: new URL("page/overlay.js", import.meta.url), type: "text/javascript" },
  [DEV_ADDRESS.stylesheet]: { file: new URL("page/overlay.css", import.meta.url), type: "text/css" },
};

/**
 * Stands in front of the runtime: hands everything on as it is, but makes the pages that a browser
 * opens live ones. What is its own it gives to its own names alone.
 */
export async function openFront(listening: Listening, behind: Behind): Promise<Server> {
  const server = createServer((request, response) => {
    const isOurs = isOwnName(request.headers.host, listening);
    // The runtime refuses other names, but those that the site had before.
    const answered = isOurs ? answer(request, response, behind) : answerAsIs(request, response, behind);
    answered.catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    // One that comes later, such as too many open files, concerns a single connection.
    server.on("error", reject);
    server.listen(listening.port, listening.address, () => resolve(server));
  });
}

function sayPlainly(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(sentence);
}

async function answer(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const path = request.url?.split("?")[0] ?? "";
  const own = Object.hasOwn(OWN_FILES, path) ? OWN_FILES[path] : undefined;
  if (own) {
    response.writeHead(200, { "Content-Type": `${own.type}; charset=utf-8`, "Cache-Control": "no-store" });
    response.end(readFileSync(own.file));
  } else if (path === DEV_ADDRESS.events) {
    await behind.opened;
    behind.events.add(response);
  } else {
    await (opensPage(request) ? answerPage : answerAsIs)(request, response, behind);
  }
}

/** Whether a browser opens a page, or what may be one. Programs get what will be published. */
function opensPage({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && /\btext\/html\b/.test(headers.accept ?? "");
}

async function answerAsIs(
  request: IncomingMessage,
  response: ServerResponse,
  { opened }: Behind,
): Promise<void> {
  const answered = await askRuntime(request, response, await opened);
  if (answered) handOn(answered, response);
  else sayPlainly(response, 502, `${NO_ANSWER}.\n`);
}

async function answerPage(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  const port = await behind.opened;
  // Before the page is read: one that changes meanwhile is out of date, not too new.
  const live = { version: behind.version(), nonce: randomBytes(16).toString("base64") };
  const answered = await askRuntime(request, response, port, wholePageFields(request));
  if (answered && !isPage(answered)) return handOn(answered, response);
  const page = answered ? await pageOf(answered) : standInPage(NO_ANSWER);
  const body = Buffer.from(livePage(page.html, live));
  const fields: Field[] = [...livePageFields(page.fields, live), ["Content-Length", String(body.byteLength)]];
  response.writeHead(answered?.statusCode ?? 502, flat(fields)).end(body);
}

/** Asks for the whole of a page, without a coding. */
function wholePageFields(request: IncomingMessage): Field[] {
  const narrowing = /^(?:if-.*|range|accept-encoding|a-im)$/i;
  return [...fieldsOf(request).filter(([name]) => !narrowing.test(name)), ["Accept-Encoding", "identity"]];
}

/** Whether a person is shown HTML, or a sentence that stands in for it. */
function isPage({ statusCode = 0, headers }: IncomingMessage): boolean {
  const type = headers["content-type"] ?? "";
  return type.startsWith("text/html") || (statusCode >= 400 && type.startsWith("text/plain"));
}

/** The page of an answer; one of dev's own where there is only a sentence. */
async function pageOf(answer: IncomingMessage): Promise<SourcePage> {
  const body = await text(answer);
  return answer.headers["content-type"]?.startsWith("text/html")
    ? { html: body, fields: fieldsOf(answer) }
    : standInPage(body.trim().replace(/\.$/, ""));
}
