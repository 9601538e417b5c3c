import type { WorkerSource } from "./bundle-worker.ts";
import { workerBeforeReleases } from "./older-worker.ts";
import { BARE, FIELDS, feedPerRequest, honoSending } from "./reference-workers.ts";
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

const RSS = "/rss.xml";
/** What a request may take of the CPU of a bare hono worker with the same header fields. */
const AS_GOOD = 1.15;

/** Everything that is measured, references first. */
export function CONTENDERS(sample: BakedSample): readonly Contender[] {
  const { articles, page, pageTag, pageGzip, rssTag, olderRssTag, sealedPage, sealedFeed } = sample;
  const source = (text: string) => ({ kind: "worker", worker: { source: text } }) as const;
  const bare = "hono, one KV read of a page, one field of its own";
  const honoPage = "hono, one KV read of a page";
  const hono304 = "hono, 304 of a page after one KV read";
  const honoFeed304 = "hono, 304 of a feed after one KV read";
  const honoFeed = "hono, one KV read of a feed's whole value";
  const plain = "feed per request, not compressed";
  const compressed = "feed per request, brotli by the runtime";
  const ours = (
    name: string,
    path: string,
    headers: Contender["headers"],
    against: Readonly<Record<string, number | null>>,
    serves: Contender["serves"] = { kind: "worker", worker: OURS },
  ): Contender => ({
    name: `ours, ${name}`,
    serves,
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
  const ofPage = { ...BROTLI, "If-None-Match": pageTag };
  const ofFeed = { ...BROTLI, "If-None-Match": rssTag };
  const before = workerBeforeReleases();
  const older = before === null ? null : ({ kind: "worker", worker: { path: before } } as const);
  const asBefore = (name: string) => (older ? { [`ours, ${name}`]: null } : {});
  return [
    reference("nginx, a page in gzip from a file", { kind: "file", bytes: pageGzip, coding: "gzip" }, page),
    reference("bare worker", source(BARE), "/"),
    reference(bare, source(honoSending({ "Content-Encoding": "gzip" })), page),
    reference(honoPage, source(honoSending(FIELDS.page)), page),
    reference(hono304, source(honoSending(FIELDS.page304, 304)), page),
    reference(honoFeed304, source(honoSending(FIELDS.feed304, 304)), RSS),
    reference(honoFeed, source(honoSending(FIELDS.feed)), RSS),
    reference(plain, source(feedPerRequest(articles, null)), "/"),
    reference(compressed, source(feedPerRequest(articles, "br")), "/"),
    ...(older
      ? [
          ours("before releases: a page in gzip", page, BROTLI, {}, older),
          ours("before releases: 304 of a feed", RSS, ofFeed, {}, older),
        ]
      : []),
    ours("a page in gzip", page, BROTLI, {
      [honoPage]: AS_GOOD,
      [bare]: null,
      ...asBefore("before releases: a page in gzip"),
    }),
    ours("304 of a page", page, ofPage, { [hono304]: AS_GOOD }),
    ours("304 of a feed", RSS, ofFeed, {
      [honoFeed304]: AS_GOOD,
      ...asBefore("before releases: 304 of a feed"),
    }),
    ours("a feed in gzip", RSS, { "Accept-Encoding": "gzip" }, { [honoFeed]: AS_GOOD }),
    ours("a feed in brotli", RSS, BROTLI, { [honoFeed]: AS_GOOD, [compressed]: 1 / 7, [plain]: null }),
    ours("a page with a later state behind it", sealedPage, BROTLI, { "ours, a page in gzip": null }),
    ours("a feed with a later state behind it", sealedFeed, BROTLI, { "ours, a feed in brotli": null }),
    ours("a feed inflated (identity)", RSS, {}, { [plain]: null }),
    ours(
      "a delta of 5 changes in gzip",
      RSS,
      { "Accept-Encoding": "gzip", "A-IM": "feed", "If-None-Match": olderRssTag },
      { [plain]: null, [compressed]: null },
    ),
  ];
}
