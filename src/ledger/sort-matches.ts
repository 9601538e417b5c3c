import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { AdoptedBook } from "./adopted-book.ts";
import { asReadersKnow } from "./adopted-book.ts";
import type { Match } from "./match.ts";
import { firstInstantOf, instantOf } from "./publication-date.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/** Matches by what becomes of them. */
export interface SortedMatches {
  /** Dated after the clock. */
  readonly waiting: readonly { readonly source: Source; readonly until: EpochSeconds }[];
  readonly known: readonly { readonly match: Match; readonly before: ArticleRecord }[];
  /** Those that are published for the first time, by date, then path. */
  readonly fresh: readonly { readonly match: Match; readonly published: EpochSeconds }[];
  /** What the file of a match says, where readers know it otherwise. */
  readonly written: ReadonlyMap<Match, Source>;
}

/** Sorts sources into those that are known, new, and not to be seen yet. */
export function sortMatches(
  matches: readonly Match[],
  old: AdoptedBook,
  site: Site,
  now: EpochSeconds,
): SortedMatches {
  const waiting: { source: Source; until: EpochSeconds }[] = [];
  const known: { match: Match; before: ArticleRecord }[] = [];
  const fresh: { match: Match; published: EpochSeconds }[] = [];
  const written = new Map<Match, Source>();
  for (const found of matches) {
    const match = asReadersKnow(found, old, site, now);
    written.set(match, found.source);
    const { source, record } = match;
    const named = instantOf(source.published, site, record?.first ?? now);
    const published = named ?? record?.published ?? firstInstantOf(source.published, now);
    if (record?.deleted === null) known.push({ match, before: record });
    else if (published > now) waiting.push({ source, until: published });
    else if (record) known.push({ match, before: record });
    else fresh.push({ match, published });
  }
  fresh.sort((a, b) => a.published - b.published || (a.match.source.path < b.match.source.path ? -1 : 1));
  return { waiting, known, fresh, written };
}
