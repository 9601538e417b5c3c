import type { Source } from "../article/source.ts";
import type { Place } from "./addresses.ts";
import { askedSlug } from "./addresses.ts";
import type { Ids } from "./known-ids.ts";
import type { Match } from "./match.ts";
import { matchSources } from "./match.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/**
 * Finds what new articles were called when they were sealed: nobody has seen it, but whoever prepared
 * them may have told it. `ids` are those of others; the ids that are found are added to them.
 */
export function mintedBefore(
  fresh: readonly { readonly match: Match }[],
  minted: readonly ArticleRecord[],
  ids: Ids,
): ReadonlyMap<Match, ArticleRecord> {
  const found = new Map<Match, ArticleRecord>();
  if (minted.length === 0) return found;
  const bySource = new Map<Source, Match>(fresh.map(({ match }) => [match.source, match]));
  const free = minted.filter(({ id }) => !ids.has(id));
  for (const { source, record } of matchSources([...bySource.keys()], free).matches) {
    const match = bySource.get(source);
    if (match === undefined || record === null) continue;
    found.set(match, record);
    ids.add(record.id);
  }
  return found;
}

/** Where a sealed article goes, unless its front matter asks for something else, or it is taken by now. */
export function mintedPlace(
  source: Source,
  record: ArticleRecord | undefined,
  isTaken: (address: string) => boolean,
): Place | null {
  if (record === undefined || isTaken(record.address)) return null;
  const asked = askedSlug(source);
  if (asked !== null && asked !== record.slug) return null;
  return { slug: record.slug, address: record.address };
}
