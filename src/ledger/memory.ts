import type { ArticleRecord, Ledger } from "./ledger.ts";

/**
 * What is kept beside an article's page so that a lost ledger can be rebuilt from the store: the
 * record as a row, without its addresses, which the keys tell.
 */
export type Memory =
  | readonly ["article", ...ArticleRow]
  /** An earlier address of the article with that ordinal. */
  | readonly ["earlier", number]
  /** Authority, window size and address pattern of the site. */
  | readonly ["site", string | null, number | null, string | null]
  /** Kind, name and slug of a channel. */
  | readonly ["channel", string, string, string];

type ArticleRow = readonly [
  ordinal: number,
  path: string,
  id: string,
  slug: string,
  first: number,
  published: number,
  updated: number,
  digest: string,
  edition: number,
  deleted: number | null,
  correction: readonly [note: string, before: number] | null,
];

/** The memory beside an article's page, or beside the 410 in its place. */
export function articleMemory(record: ArticleRecord): Memory {
  const { ordinal, path, id, slug, first, published, updated, digest, edition, deleted, correction } = record;
  const note = correction && ([correction.note, correction.before] as const);
  return ["article", ordinal, path, id, slug, first, published, updated, digest, edition, deleted, note];
}

/** The memory beside what stands at an address that an article had before. */
export function earlierMemory({ ordinal }: ArticleRecord): Memory {
  return ["earlier", ordinal];
}

/** The memory of the site as a whole. */
export function siteMemory({
  authority,
  windowSize,
  permalink,
}: Pick<Ledger, "authority" | "windowSize" | "permalink">): Memory {
  return ["site", authority, windowSize, permalink];
}
