import * as v from "valibot";
import type { ChannelKind, NamedChannel } from "../article/named-channel.ts";
import type { ArticleId, ContentPath } from "../article/values.ts";
import type { Ledger } from "./ledger.ts";
import { BESIDE, CHANNEL_ROW, JOINED, RECORD, SITE_ENTRIES, SLUGS } from "./ledger-schema.ts";
import type { ArticleRecord, Beside, Membership } from "./records/article-record.ts";

/** What a ledger says of its site as a whole. */
export type SiteMemory = Pick<Ledger, "authority" | "windowSize" | "permalink" | "leadingSections">;

/** What is kept beside a document so that a lost ledger can be rebuilt from the store: rows that save room. */
export type Memory =
  /** An article, beside its page or the 410 in its place: the record without its addresses, which the keys tell. */
  | readonly ["article", ...ArticleRow]
  /** An address that the article with that ordinal had before. */
  | readonly ["earlier", number]
  | readonly ["site", ...SiteRow]
  /** Position among the channels, kind, name and slug, and its gap where it has one. */
  | readonly ["channel", number, ChannelKind, string, string, gap?: number];

type SiteRow = readonly [
  authority: SiteMemory["authority"],
  windowSize: SiteMemory["windowSize"],
  permalink: SiteMemory["permalink"],
  leadingSections?: readonly string[],
];

type ArticleRow = readonly [
  ordinal: number,
  path: ContentPath,
  id: ArticleId,
  slug: string,
  first: number,
  published: number,
  updated: number,
  digest: string,
  edition: number,
  deleted: number | null,
  correction: readonly [note: string, before: number] | null,
  /** Nothing, or 0 before memberships, where it is or was an article. */
  page?: 0 | 1,
  /** Null before what stands beside it, where it joined no channel. */
  joined?: readonly Membership[] | null,
  beside?: Beside,
];

const ARTICLE_ROW = [
  v.literal("article"),
  RECORD.ordinal,
  RECORD.path,
  RECORD.id,
  RECORD.slug,
  RECORD.first,
  RECORD.published,
  RECORD.updated,
  RECORD.digest,
  RECORD.edition,
  RECORD.deleted,
  v.nullable(v.strictTuple([RECORD.digest, RECORD.ordinal])),
] as const;

const SITE_ROW = [
  v.literal("site"),
  SITE_ENTRIES.authority,
  SITE_ENTRIES.windowSize,
  SITE_ENTRIES.permalink,
] as const;

/** A memory, as it is read back. */
const MEMORY: v.GenericSchema<unknown, Memory> = v.union([
  v.strictTuple([...ARTICLE_ROW]),
  v.strictTuple([...ARTICLE_ROW, v.literal(1)]),
  v.strictTuple([...ARTICLE_ROW, v.picklist([0, 1]), JOINED]),
  v.strictTuple([...ARTICLE_ROW, v.picklist([0, 1]), v.nullable(JOINED), BESIDE]),
  v.strictTuple([v.literal("earlier"), RECORD.ordinal]),
  v.strictTuple([...SITE_ROW]),
  v.strictTuple([...SITE_ROW, SLUGS]),
  v.strictTuple([v.literal("channel"), RECORD.ordinal, ...CHANNEL_ROW]),
  v.strictTuple([v.literal("channel"), RECORD.ordinal, ...CHANNEL_ROW, RECORD.ordinal]),
]);

/** What stands beside a document, if it is a memory of ours; null where it is none. */
export function decodeMemory(stored: unknown): Memory | null {
  const decoded = v.safeParse(MEMORY, stored);
  return decoded.success ? decoded.output : null;
}

/** A memory with more bytes may not fit beside its page, and would be lost altogether. */
const MOST_BYTES = 700;

/** The memory of an article. What stands beside it is left out where names are so long that there is no room. */
export function articleMemory(record: ArticleRecord): Memory {
  const { ordinal, path, id, slug, first, published, updated, digest, edition, deleted, correction } = record;
  const note = correction && ([correction.note, correction.before] as const);
  const row = [ordinal, path, id, slug, first, published, updated, digest, edition, deleted, note] as const;
  const { page, joined, beside } = record;
  if (beside !== undefined) {
    const whole: Memory = ["article", ...row, page ? 1 : 0, joined ?? null, beside];
    if (Buffer.byteLength(JSON.stringify(whole)) <= MOST_BYTES) return whole;
  }
  if (joined !== undefined) return ["article", ...row, page ? 1 : 0, joined];
  return page ? ["article", ...row, 1] : ["article", ...row];
}

/** The memory of an address that an article had before. */
export function earlierMemory({ ordinal }: ArticleRecord): Memory {
  return ["earlier", ordinal];
}

/** The memory of the site. */
export function siteMemory({ authority, windowSize, permalink, leadingSections }: SiteMemory): Memory {
  const row = [authority, windowSize, permalink] as const;
  return leadingSections === undefined ? ["site", ...row] : ["site", ...row, leadingSections];
}

/** The memory of a channel. */
export function channelMemory({ kind, name, slug, gap }: NamedChannel, position: number): Memory {
  return gap ? ["channel", position, kind, name, slug, gap] : ["channel", position, kind, name, slug];
}
