import type { ChannelKind, NamedChannel } from "../article/named-channel.ts";
import type { ArticleId, ContentPath } from "../article/values.ts";
import type { ArticleRecord, Ledger } from "./ledger.ts";

/** What a ledger says of its site as a whole. */
export type SiteMemory = Pick<Ledger, "authority" | "windowSize" | "permalink">;

/** What is kept beside a document so that a lost ledger can be rebuilt from the store: rows that save room. */
export type Memory =
  /** An article, beside its page or the 410 in its place: the record without its addresses, which the keys tell. */
  | readonly ["article", ...ArticleRow]
  /** An address that the article with that ordinal had before. */
  | readonly ["earlier", number]
  | readonly ["site", SiteMemory["authority"], SiteMemory["windowSize"], SiteMemory["permalink"]]
  /** Position among the channels, kind, name and slug. */
  | readonly ["channel", number, ChannelKind, string, string];

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
  /** Nothing where it is or was an article. */
  page?: 1,
];

/** The memory of an article. */
export function articleMemory(record: ArticleRecord): Memory {
  const { ordinal, path, id, slug, first, published, updated, digest, edition, deleted, correction } = record;
  const note = correction && ([correction.note, correction.before] as const);
  const row = [ordinal, path, id, slug, first, published, updated, digest, edition, deleted, note] as const;
  return record.page ? ["article", ...row, 1] : ["article", ...row];
}

/** The memory of an address that an article had before. */
export function earlierMemory({ ordinal }: ArticleRecord): Memory {
  return ["earlier", ordinal];
}

/** The memory of the site. */
export function siteMemory({ authority, windowSize, permalink }: SiteMemory): Memory {
  return ["site", authority, windowSize, permalink];
}

/** The memory of a channel. */
export function channelMemory({ kind, name, slug }: NamedChannel, position: number): Memory {
  return ["channel", position, kind, name, slug];
}

/** Fields that a row of each kind has. */
const LENGTHS: ReadonlyMap<unknown, readonly number[]> = new Map([
  ["article", [12, 13]],
  ["earlier", [2]],
  ["site", [4]],
  ["channel", [5]],
]);

/** Whether what stands beside a document is a memory of ours. */
export function isMemory(stored: unknown): stored is Memory {
  return Array.isArray(stored) && LENGTHS.get(stored[0])?.includes(stored.length) === true;
}
