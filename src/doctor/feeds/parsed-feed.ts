/** The formats that readers take. */
export type FeedFormat = "rss" | "atom" | "json";

/** An item or entry, as far as a reader's bookkeeping goes. Null: the feed does not say. */
export interface ParsedItem {
  readonly id: string | null;
  /** RSS: whether the id claims to be the item's URL. */
  readonly idIsUrl: boolean;
  readonly url: string | null;
  readonly title: string | null;
  readonly hasContent: boolean;
  /** As written. */
  readonly published: string | null;
  readonly updated: string | null;
  /** Addresses of the files that come with it. */
  readonly files: readonly string[];
}

/** A feed of any format, as far as a reader's bookkeeping goes. */
export interface ParsedFeed {
  readonly format: FeedFormat;
  /** RSS and JSON Feed: what the document says; Atom has one. */
  readonly version: string;
  /** Charset that the XML declaration names. */
  readonly encoding: string | null;
  /** Its own id; only Atom has one. */
  readonly id: string | null;
  readonly title: string | null;
  /** Where it says that it lives. */
  readonly self: string | null;
  readonly hubs: readonly string[];
  /** The document before this one (RFC 5005 §4, JSON Feed `next_url`). */
  readonly previous: string | null;
  readonly updated: string | null;
  /** RSS `ttl`. */
  readonly ttlMinutes: number | null;
  readonly items: readonly ParsedItem[];
}

/** A document that is no feed, or of which nothing is read, and why. */
export interface NoFeed {
  readonly reason: string;
  /** Whether it is more than is read, rather than no feed. */
  readonly tooMuch?: true;
}

/** Whether a document could be read as a feed. */
export function isFeed(parsed: ParsedFeed | NoFeed): parsed is ParsedFeed {
  return "items" in parsed;
}

/** An instant in milliseconds as the format writes it; null for what is none. */
export function instantMs(format: FeedFormat, text: string): number | null {
  if (!(format === "rss" ? RFC_822 : RFC_3339).test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** RFC 822 §5 with years of two or four digits, as RSS 2.0 has it. */
const RFC_822 =
  /^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} (\d{2}|\d{4}) \d{2}:\d{2}(:\d{2})? (UT|GMT|[ECMP][SD]T|Z|[+-]\d{4})$/;
/** RFC 3339 §5.6. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;
