import { DELIVERY } from "../../src/representation/cache-policy.ts";
import type { WorkerSource } from "./bundle-worker.ts";
import type { BakedSample } from "./sample.ts";

/** A server that is measured, and how it is asked. */
export interface Contender {
  readonly name: string;
  readonly serves: /** On workerd. */
    | { readonly kind: "worker"; readonly worker: WorkerSource }
    /** Bytes in a coding, by nginx. */
    | { readonly kind: "file"; readonly bytes: Uint8Array; readonly coding: string };
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Which contenders it is held against, and how much of their CPU a request may take; null: no budget. */
  readonly against: readonly { readonly name: string; readonly mostCpu: number | null }[];
}

/** The worker of this project. */
export const OURS: WorkerSource = { path: "src/worker/app.ts" };
const BROTLI = { "Accept-Encoding": "br, gzip" };

/** What each request comes to without anything of ours. */
const BARE = `export default { fetch: () => new Response("bare") };
`;

/** hono, one KV read, and the value streamed. */
function honoSending(fields: Readonly<Record<string, string>>): string {
  return `import { Hono } from "hono/tiny";
const app = new Hono<{ Bindings: { DOCUMENTS: KVNamespace } }>();
app.get("*", async ({ req, env }) => {
  const { value } = await env.DOCUMENTS.getWithMetadata(new URL(req.url).pathname, "stream");
  return new Response(value, { headers: ${JSON.stringify(fields)}, encodeBody: "manual" } as ResponseInit);
});
export default app;
`;
}

/** As many bytes of header fields as a page of ours has. */
const PAGE_FIELDS = {
  "Content-Encoding": "gzip",
  "Cache-Control": "public, max-age=60",
  Date: "Tue, 24 Nov 2026 12:00:00 GMT",
  ETag: 'W/"1795539489.74ea4f74ea4f9708"',
  "Last-Modified": "Tue, 24 Nov 2026 12:00:00 GMT",
  Vary: "Accept-Encoding",
  ...DELIVERY.page.fields,
  "Cloudflare-CDN-Cache-Control": DELIVERY.page.edge,
  "Content-Type": "text/html; charset=utf-8",
};

/** What most do: make the feed anew for each request. With a coding, the runtime compresses it. */
function feedPerRequest({ articles }: BakedSample, coding: "br" | null): string {
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

const RSS = "/rss.xml";
/** Within 10 % of the rate is within 1/0.9 of the CPU. */
const AS_GOOD = 1 / 0.9;

/** Everything that is measured, references first. */
export function CONTENDERS(sample: BakedSample): readonly Contender[] {
  const { page, pageTag, pageGzip, rssTag, olderRssTag } = sample;
  const source = (text: string) => ({ kind: "worker", worker: { source: text } }) as const;
  const hono = "hono, one KV read of a page";
  const honoFields = "the same with a page's header fields";
  const honoFeed = "hono, one KV read of a feed's whole value";
  const plain = "feed per request, not compressed";
  const compressed = "feed per request, brotli by the runtime";
  const ours = (
    name: string,
    path: string,
    headers: Contender["headers"],
    against: Readonly<Record<string, number | null>>,
  ): Contender => ({
    name: `ours, ${name}`,
    serves: { kind: "worker", worker: OURS },
    path,
    headers,
    against: Object.entries(against).map(([reference, mostCpu]) => ({ name: reference, mostCpu })),
  });
  const reference = (name: string, serves: Contender["serves"], path: string): Contender => ({
    name,
    serves,
    path,
    headers: BROTLI,
    against: [],
  });
  return [
    reference("nginx, a page in gzip from a file", { kind: "file", bytes: pageGzip, coding: "gzip" }, page),
    reference("bare worker", source(BARE), "/"),
    reference(hono, source(honoSending({ "Content-Encoding": "gzip" })), page),
    reference(honoFields, source(honoSending(PAGE_FIELDS)), page),
    reference(honoFeed, source(honoSending({ "Content-Encoding": "br" })), RSS),
    reference(plain, source(feedPerRequest(sample, null)), "/"),
    reference(compressed, source(feedPerRequest(sample, "br")), "/"),
    ours("a page in gzip", page, BROTLI, { [hono]: AS_GOOD, [honoFields]: null }),
    ours("304 of a page", page, { ...BROTLI, "If-None-Match": pageTag }, { [hono]: 1 }),
    ours("304 of a feed", RSS, { ...BROTLI, "If-None-Match": rssTag }, { [hono]: 1, [honoFeed]: null }),
    ours("a feed in brotli", RSS, BROTLI, { [honoFeed]: AS_GOOD, [compressed]: 1 / 7, [plain]: null }),
    ours("a feed inflated (identity)", RSS, {}, { [plain]: null }),
    ours(
      "a delta of 5 changes in gzip",
      RSS,
      { "Accept-Encoding": "gzip", "A-IM": "feed", "If-None-Match": olderRssTag },
      { [plain]: null, [compressed]: null },
    ),
  ];
}
