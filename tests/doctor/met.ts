import type { ParsedFeed, ParsedItem } from "../../src/doctor/feeds/parsed-feed.ts";
import type { Answer, Exchange, Fault } from "../../src/doctor/visit/exchange.ts";
import type { MetArchive, MetFeed, Visit } from "../../src/doctor/visit/visit.ts";

/** When everything here is asked: 2025-07-01T18:00:00Z. */
export const AT_MS = Date.UTC(2025, 6, 1, 18);
export const FEED_URL = "https://quay.example/rss.xml";

/** What an answer has otherwise; a header field that is undefined is left out. */
export interface Answered {
  readonly url?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Null: its coding cannot be undone. */
  readonly body?: string | Uint8Array | null;
}

/** A request that was answered: with 200 and nothing else, but for what is said. */
export function answered({ url = FEED_URL, status = 200, headers = {}, body = "" }: Answered = {}): Exchange {
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), value] as const],
  );
  const bytes = body === null ? null : Buffer.from(body);
  const sentBytes = bytes?.byteLength ?? 0;
  return exchangeWith(url, { status, headers: new Map(fields), sentBytes, body: bytes }, null);
}

/** A request that came to nothing. */
export function unanswered(what: string, kind: Fault["kind"] = "broken", url = FEED_URL): Exchange {
  return exchangeWith(url, null, { kind, what });
}

function exchangeWith(url: string, answer: Answer | null, fault: Fault | null): Exchange {
  return { asked: { method: "GET", url, headers: {} }, answer, fault, atMs: AT_MS };
}

/** An item without a fault, but for what is said. */
export function item(but: Partial<ParsedItem> = {}): ParsedItem {
  return {
    id: "tag:quay.example,2025:lock",
    idIsUrl: false,
    url: "https://quay.example/articles/lock",
    title: "Lock opens",
    hasContent: true,
    published: "Tue, 01 Jul 2025 12:00:00 GMT",
    updated: null,
    files: [],
    ...but,
  };
}

/** An RSS feed without a fault, but for what is said. */
export function rss(but: Partial<ParsedFeed> = {}): ParsedFeed {
  return {
    format: "rss",
    version: "2.0",
    encoding: "utf-8",
    id: null,
    title: "The Quay",
    self: FEED_URL,
    hubs: [],
    previous: null,
    updated: "Tue, 01 Jul 2025 18:00:00 GMT",
    ttlMinutes: 15,
    items: [item()],
    ...but,
  };
}

/** An Atom feed without a fault, but for what is said. */
export function atom(but: Partial<ParsedFeed> = {}): ParsedFeed {
  const published = "2025-07-01T12:00:00Z";
  return rss({
    format: "atom",
    version: "1.0",
    updated: "2025-07-01T18:00:00Z",
    ttlMinutes: null,
    items: [item({ published, updated: published })],
    ...but,
  });
}

/** A JSON Feed without a fault, but for what is said. */
export function json(but: Partial<ParsedFeed> = {}): ParsedFeed {
  return atom({ format: "json", version: "1.1", encoding: null, updated: null, ...but });
}

/** The header fields of a feed that is served well. */
export const FIELDS: Readonly<Record<string, string>> = {
  "Content-Type": "application/rss+xml; charset=utf-8",
  ETag: 'W/"1"',
  "Last-Modified": "Tue, 01 Jul 2025 17:00:00 GMT",
  "Cache-Control": "public, max-age=900",
  Vary: "Accept-Encoding",
  "Access-Control-Allow-Origin": "*",
  Date: "Tue, 01 Jul 2025 18:00:00 GMT",
};

/** An RSS feed that is served without a fault, but for what is said. */
export function met(but: Partial<MetFeed> = {}): MetFeed {
  return {
    url: FEED_URL,
    declaredType: "application/rss+xml",
    redirects: [],
    plain: answered({ headers: FIELDS, body: "<rss/>" }),
    feed: rss(),
    coded: answered({ headers: FIELDS, body: "<rss/>" }),
    head: answered({ headers: FIELDS }),
    byTag: answered({ status: 304, headers: FIELDS }),
    byRecodedTag: answered({ status: 304, headers: FIELDS }),
    byDate: answered({ status: 304, headers: FIELDS }),
    archives: [],
    ...but,
  };
}

/** A document of an archive. */
export function archive(url: string, feed: MetArchive["feed"]): MetArchive {
  return { exchange: answered({ url }), feed };
}

/** A page that was visited, with the feeds that it names. */
export function visit(but: Partial<Visit> = {}): Visit {
  const url = "https://quay.example/";
  const start = answered({ url, headers: { "Content-Type": "text/html" } });
  return {
    url,
    redirects: [],
    start,
    startsAtFeed: false,
    feeds: [met()],
    oldFeeds: [],
    hubs: [],
    absent: [answered({ status: 404 }), answered({ status: 404 })],
    cutShort: null,
    ...but,
  };
}
