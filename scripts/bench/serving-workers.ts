import type { WorkerSource } from "./bundle-worker.ts";
import type { BakedSample } from "./sample.ts";

/** A worker that is measured, and how it is asked. */
export interface Contender {
  readonly name: string;
  readonly worker: WorkerSource;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Which contender it is held against, and how much of its rate it must reach. */
  readonly against: string | null;
  readonly leastRatio: number | null;
}

/** The worker of this project. */
export const OURS: WorkerSource = { path: "src/worker/index.ts" };
const BROTLI = { "Accept-Encoding": "br, gzip" };

/** What each request comes to without anything of ours. */
const BARE = `export default { fetch: () => new Response("bare") };
`;

/** hono, one KV read, and the value streamed. */
const HONO = `import { Hono } from "hono/tiny";
const app = new Hono<{ Bindings: { DOCUMENTS: KVNamespace } }>();
app.get("*", async ({ req, env }) => {
  const { value } = await env.DOCUMENTS.getWithMetadata(new URL(req.url).pathname, "stream");
  return new Response(value, { headers: { "Content-Encoding": "gzip" }, encodeBody: "manual" } as ResponseInit);
});
export default app;
`;

/** What most do: make the feed anew for each request. */
function feedPerRequest({ articles }: BakedSample): string {
  return `import { Feed } from "feed";
const articles = ${JSON.stringify(articles)};
export default { fetch() {
  const feed = new Feed({ id: "https://bench.example/", title: "Bench", link: "https://bench.example/", copyright: "", updated: new Date(0) });
  for (const { title, url, html, published } of articles) feed.addItem({ title, id: url, link: url, date: new Date(published * 1000), content: html });
  return new Response(feed.rss2(), { headers: { "Content-Type": "application/rss+xml" } });
} };
`;
}

/** Everything that is measured, references first. */
export function CONTENDERS(sample: BakedSample): readonly Contender[] {
  const { page, rssTag, olderRssTag } = sample;
  const hono = "hono, one KV read";
  const perRequest = "feed per request";
  return [
    { name: "bare", worker: { source: BARE }, path: "/", headers: {}, against: null, leastRatio: null },
    { name: hono, worker: { source: HONO }, path: page, headers: BROTLI, against: "bare", leastRatio: null },
    {
      name: perRequest,
      worker: { source: feedPerRequest(sample) },
      path: "/",
      headers: {},
      against: "bare",
      leastRatio: null,
    },
    { name: "ours, page in gzip", worker: OURS, path: page, headers: BROTLI, against: hono, leastRatio: 0.9 },
    {
      name: "ours, 304",
      worker: OURS,
      path: "/rss.xml",
      headers: { ...BROTLI, "If-None-Match": rssTag },
      against: hono,
      leastRatio: 0.9,
    },
    {
      name: "ours, feed in brotli",
      worker: OURS,
      path: "/rss.xml",
      headers: BROTLI,
      against: perRequest,
      leastRatio: 7,
    },
    {
      name: "ours, feed inflated",
      worker: OURS,
      path: "/rss.xml",
      headers: {},
      against: perRequest,
      leastRatio: null,
    },
    {
      name: "ours, delta of 5 changes",
      worker: OURS,
      path: "/rss.xml",
      headers: { "Accept-Encoding": "gzip", "A-IM": "feed", "If-None-Match": olderRssTag },
      against: perRequest,
      leastRatio: null,
    },
  ];
}
