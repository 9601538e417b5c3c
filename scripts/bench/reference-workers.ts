import { DELIVERY } from "../../src/representation/cache-policy.ts";
import { CROSS_ORIGIN_FIELDS } from "../../src/worker/plain-answer.ts";
import type { BakedSample } from "./sample.ts";

const DATE = "Tue, 24 Nov 2026 12:00:00 GMT";

/** As many bytes of header fields as a 304 of ours has, of a page and of a feed. */
const PAGE_304 = {
  "Cache-Control": "public, max-age=60",
  Date: DATE,
  ETag: 'W/"1795539489.74ea4f74ea4f9708"',
  "Last-Modified": DATE,
  Vary: "Accept-Encoding",
};
const FEED_304 = {
  ...PAGE_304,
  "Cache-Control": "public, max-age=900",
  ...CROSS_ORIGIN_FIELDS,
  Vary: `Accept-Encoding${DELIVERY.feed.alsoVaries}`,
};

/** And as a page and a feed have. */
const PAGE_FIELDS = {
  ...PAGE_304,
  ...DELIVERY.page.fields,
  "Cloudflare-CDN-Cache-Control": DELIVERY.page.edge,
  "Content-Type": "text/html; charset=utf-8",
  "Content-Encoding": "gzip",
};
const FEED_FIELDS = {
  ...FEED_304,
  ...DELIVERY.feed.fields,
  "Cloudflare-CDN-Cache-Control": DELIVERY.feed.edge,
  "Content-Type": "application/rss+xml; charset=utf-8",
  "Content-Encoding": "gzip",
  Link: '<https://bench.example/rss.xml>; rel="self"',
};

/** Header fields that come to as many bytes as ours, of a page and a feed and of their 304s. */
export const FIELDS = { page: PAGE_FIELDS, page304: PAGE_304, feed: FEED_FIELDS, feed304: FEED_304 } as const;

/** What each request comes to without anything of ours. */
export const BARE = `export default { fetch: () => new Response("bare") };
`;

/** hono, one KV read, and the value streamed; of a 304, thrown away. */
export function honoSending(fields: Readonly<Record<string, string>>, status: 200 | 304 = 200): string {
  return `import { Hono } from "hono/tiny";
const app = new Hono<{ Bindings: { DOCUMENTS: KVNamespace } }>();
const headers = ${JSON.stringify(fields)};
app.get("*", async ({ req, env }) => {
  const { value } = await env.DOCUMENTS.getWithMetadata(new URL(req.url).pathname, "stream");
  ${status === 304 ? "await value.cancel();" : ""}
  const body = ${status === 304 ? "null" : "value"};
  return new Response(body, { status: ${status}, headers, encodeBody: "manual" } as ResponseInit);
});
export default app;
`;
}

/** What most do: make the feed anew for each request. With a coding, the runtime compresses it. */
export function feedPerRequest(articles: BakedSample["articles"], coding: "br" | null): string {
  const fields = { "Content-Type": "application/rss+xml", ...(coding && { "Content-Encoding": coding }) };
  return `import { Feed } from "feed";
const articles = ${JSON.stringify(articles)};
export default { fetch() {
  const feed = new Feed({ id: "https://bench.example/", title: "Bench", link: "https://bench.example/", copyright: "", updated: new Date(0) });
  for (const { title, url, html, published } of articles) feed.addItem({ title, id: url, link: url, date: new Date(published * 1000), content: html });
  return new Response(feed.rss2(), { headers: ${JSON.stringify(fields)} });
} };
`;
}
