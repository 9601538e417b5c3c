import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { Listener } from "./hostile-server.ts";

const RSS = "application/rss+xml";
const JSON_FEED = "application/feed+json";
const MIB = 1024 * 1024;

/** A feed of RSS around this. */
export const rssOf = (inside: string, root = "") =>
  `<?xml version="1.0"?><rss version="2.0"${root}><channel><title>x</title>${inside}</channel></rss>`;
/** A JSON Feed with this beside its version. */
export const jsonOf = (members: string) =>
  `{"version":"https://jsonfeed.org/version/1.1","title":"x",${members}}`;

/** Answers with a document as it is. */
export const rss = (text: string, headers: Readonly<Record<string, string>> = {}): Listener =>
  answer(RSS, text, headers);
export const json = (text: string): Listener => answer(JSON_FEED, text);
export const html = (text: string): Listener => answer("text/html", text);

function answer(
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Listener {
  return (response) => response.writeHead(200, { "Content-Type": type, ...headers }).end(body);
}

/** Answers with a redirect. */
export const redirect =
  (location: string, status = 301): Listener =>
  (response) =>
    response.writeHead(status, { Location: location, Connection: "close" }).end();

const ENCODE = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync } as const;

/** Forty mebibytes of spaces in a few kilobytes. */
export const bomb = (coding: keyof typeof ENCODE, type = RSS): Listener =>
  answer(type, ENCODE[coding](Buffer.alloc(40 * MIB, " ")), { "Content-Encoding": coding });

/** The same, for readers alone that take the coding. */
export const bombOnRequest: Listener = (response, request) => {
  const gzip = request.headers["accept-encoding"]?.includes("gzip");
  (gzip ? bomb("gzip") : rss(rssOf("<item><guid>1</guid></item>")))(response, request);
};

/** A coding that the body has, or says that it has. */
export const coded = (coding: string, body: Buffer): Listener =>
  answer(RSS, body, { "Content-Encoding": coding });

/** A byte now and then, for ever. */
export const trickle: Listener = (response) => {
  response.writeHead(200, { "Content-Type": RSS });
  const timer = setInterval(() => response.write(" "), 50);
  response.on("close", () => clearInterval(timer));
};

/** Nothing at all. */
export const silence: Listener = () => {};

/** Each entity is ten of the one before it. */
export function billionLaughs(): string {
  const entities = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
  return `<!DOCTYPE rss [<!ENTITY l0 "ha">${entities.join("")}]><rss version="2.0"><channel><title>&l10;</title></channel></rss>`;
}

/** Thousands of prefixes around thousands of elements. */
export function manyPrefixes(): string {
  const prefixes = Array.from({ length: 20_000 }, (_, n) => ` xmlns:p${n}="urn:${n}"`);
  return rssOf("<p1:a/>".repeat(20_000), prefixes.join(""));
}

/** Ids that differ in their last letters only, so that comparing each with each takes long. */
export function similarIds(count: number): string {
  const items = Array.from({ length: count }, (_, n) => `{"id":"${"x".repeat(500)}${n}"}`);
  return jsonOf(`"items":[${items.join(",")}]`);
}
