import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";

/** A request that the site gets. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What it answers, ready to be spoiled. */
export interface Response {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Goes on sending, a byte at a time. */
  endless?: boolean;
}

/** What is wrong with a server: it changes answers, or breaks the connection off. */
export type Defect = (response: Response, request: Request) => void;

const MODIFIED = "Tue, 01 Jul 2025 18:00:00 GMT";

/** A site without a fault, spoiled by one defect; gives its origin. Stops when the test ends. */
export async function startSite(defect: Defect = () => {}): Promise<string> {
  const server = createServer((message, outgoing) => {
    const request = { method: message.method ?? "", path: message.url ?? "", headers: message.headers };
    const response = answer(request, origin);
    defect(response, request);
    if (response.status === 0) message.socket.destroy();
    else if (response.endless) trickle(outgoing);
    else outgoing.writeHead(response.status, response.headers).end(response.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return origin;
}

/** Sends a byte now and then, and never ends. */
function trickle(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { "Content-Type": "application/atom+xml" });
  const timer = setInterval(() => outgoing.write(" "), 50);
  outgoing.on("close", () => clearInterval(timer));
}

/** Answers as a good server does: validators, HEAD, compression, other origins. */
function answer({ method, path, headers }: Request, origin: string): Response {
  const document = documents(origin)[path];
  if (document === undefined) {
    return { status: 404, headers: { "Content-Type": "text/plain" }, body: Buffer.from("There is nothing.") };
  }
  const fields: Record<string, string> = {
    "Content-Type": document.type,
    ETag: `W/"1.${path}"`,
    "Last-Modified": MODIFIED,
    "Cache-Control": "public, max-age=900",
    Vary: "Accept-Encoding",
    "Access-Control-Allow-Origin": "*",
  };
  const tags = headers["if-none-match"]?.replace(/-gzip"/, '"') ?? null;
  const fresh = tags === null ? headers["if-modified-since"] === MODIFIED : tags === fields.ETag;
  if (fresh) return { status: 304, headers: fields, body: Buffer.of() };
  const gzip = /gzip/.test(headers["accept-encoding"] ?? "");
  const body = gzip ? gzipSync(document.text) : Buffer.from(document.text);
  if (gzip) fields["Content-Encoding"] = "gzip";
  return { status: 200, headers: fields, body: method === "HEAD" ? Buffer.of() : body };
}

/** Ten articles on the front of each format, two behind it in an archive of two documents. */
function documents(origin: string): Record<string, { readonly type: string; readonly text: string }> {
  const front = Array.from({ length: 10 }, (_, n) => article(origin, 12 - n));
  const rss = "application/rss+xml; charset=utf-8";
  return {
    "/": {
      type: "text/html; charset=utf-8",
      text: `<!doctype html><html><head><title>The Quay</title>
<link rel="alternate" type="application/rss+xml" href="/rss.xml">
<link rel="alternate" type="application/atom+xml" href="${origin}/atom.xml">
<link rel="alternate" type="application/feed+json" href="feed.json">
</head><body>News.</body></html>`,
    },
    "/rss.xml": { type: rss, text: rssText(origin, "/rss.xml", front, "/archive/2.xml") },
    "/archive/2.xml": {
      type: rss,
      text: rssText(origin, "/archive/2.xml", [article(origin, 2)], "/archive/1.xml"),
    },
    "/archive/1.xml": { type: rss, text: rssText(origin, "/archive/1.xml", [article(origin, 1)], null) },
    "/atom.xml": { type: "application/atom+xml; charset=utf-8", text: atomText(origin, front) },
    "/feed.json": { type: "application/feed+json", text: jsonText(origin, front) },
  };
}

interface SampleArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

function article(origin: string, n: number): SampleArticle {
  const text = `Lock ${n} was opened by the harbour master at noon. `.repeat(8);
  return {
    id: `tag:quay.example,2025:lock-${n}`,
    url: `${origin}/articles/lock-${n}`,
    title: `Lock ${n} opens`,
    text,
    at: new Date(Date.UTC(2025, 5, n)),
  };
}

function rssText(
  origin: string,
  path: string,
  articles: readonly SampleArticle[],
  older: string | null,
): string {
  const items = articles.map(
    ({ id, url, title, text, at }) =>
      `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${id}</guid><pubDate>${at.toUTCString()}</pubDate><description>${text}</description></item>`,
  );
  const previous = older ? `<a:link rel="prev-archive" href="${origin}${older}"/>` : "";
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>The Quay</title><link>${origin}/</link><description>News</description>
<a:link rel="self" href="${origin}${path}"/>${previous}<lastBuildDate>${MODIFIED}</lastBuildDate><ttl>15</ttl>
${items.join("\n")}</channel></rss>`;
}

function atomText(origin: string, articles: readonly SampleArticle[]): string {
  const entries = articles.map(
    ({ id, url, title, text, at }) =>
      `<entry><id>${id}</id><title>${title}</title><link href="${url}"/><published>${at.toISOString()}</published><updated>${at.toISOString()}</updated><summary>${text}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:quay.example,2025:/</id><title>The Quay</title><updated>2025-07-01T18:00:00Z</updated>
<link rel="self" href="${origin}/atom.xml"/><author><name>Quay</name></author>
${entries.join("\n")}</feed>`;
}

function jsonText(origin: string, articles: readonly SampleArticle[]): string {
  const items = articles.map(({ id, url, title, text, at }) => ({
    id,
    url,
    title,
    content_text: text,
    date_published: at.toISOString(),
  }));
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Quay",
    home_page_url: `${origin}/`,
    feed_url: `${origin}/feed.json`,
    items,
  });
}
