import type { Source } from "../article/source.ts";
import type { ArticleId, ContentPath } from "../article/values.ts";
import { articleId } from "../article/values.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/** A source, and the record of the article that it is; null where it is a new one. */
export interface Match {
  readonly source: Source;
  /** The id that its front matter asks for. */
  readonly ownId: ArticleId | null;
  readonly digest: string;
  record: ArticleRecord | null;
}

/** Sources of a bake, and what they were before. */
export interface Matching {
  readonly matches: readonly Match[];
  /** Two sources that ask for one id in their front matter; the second is left out. */
  readonly clashes: readonly { readonly source: Source; readonly with: ContentPath }[];
}

/**
 * Finds for each source the article that it has been. The strongest sign counts first: its own `id:`;
 * the same text at the same place; the same text elsewhere (it was moved, or names were shifted along
 * a row of files); the same place; the same place but for the extension. What is in the site comes
 * before what was deleted. No record is given to two sources.
 */
export function matchSources(
  sources: readonly Source[],
  records: readonly ArticleRecord[],
  isMinted: (id: ArticleId) => boolean = isTagged,
): Matching {
  const matches: Match[] = [];
  const clashes: Matching["clashes"][number][] = [];
  const asked = new Map<ArticleId, ContentPath>();
  for (const source of sources) {
    const ownId = source.id === null ? null : articleId(source.id);
    const other = ownId === null ? undefined : asked.get(ownId);
    if (other !== undefined) clashes.push({ source, with: other });
    else matches.push({ source, ownId, digest: source.digest, record: null });
    if (ownId !== null && other === undefined) asked.set(ownId, source.path);
  }

  const claimed = new Set<number>();
  const pass = (
    indexKey: (record: ArticleRecord) => string,
    key: (match: Match) => string | null,
    fits: (match: Match, record: ArticleRecord) => boolean,
  ) => {
    const open = matches.filter(({ record }) => record === null);
    if (open.length === 0) return;
    const index = indexOf(records, claimed, indexKey);
    for (const match of open) {
      const wanted = key(match);
      const candidates = wanted === null ? undefined : index.get(wanted);
      const found = candidates?.find((record) => !claimed.has(record.ordinal) && fits(match, record));
      if (found === undefined) continue;
      match.record = found;
      claimed.add(found.ordinal);
    }
  };

  const anonymous = ({ ownId }: Match) => ownId === null;
  const isFree = (match: Match, record: ArticleRecord) => anonymous(match) || isMinted(record.id);
  if (asked.size > 0)
    pass(
      ({ id }) => id,
      ({ ownId }) => ownId,
      () => true,
    );
  pass(
    ({ path }) => path,
    ({ source }) => source.path,
    (match, record) => isFree(match, record) && record.digest === match.digest,
  );
  pass(
    ({ digest }) => digest,
    ({ digest }) => digest,
    anonymous,
  );
  pass(
    ({ path }) => path,
    ({ source }) => source.path,
    isFree,
  );
  pass(
    ({ path }) => stemOf(path),
    ({ source }) => stemOf(source.path),
    anonymous,
  );
  return { matches, clashes };
}

/** A file's path without its extension. */
export function stemOf(path: ContentPath): string {
  return path.replace(/\.[^./]+$/, "");
}

/** Whether an id was made here; one from a front matter belongs to that article alone. */
function isTagged(id: ArticleId): boolean {
  return id.startsWith("tag:");
}

/** Unclaimed records by a key: those in the site first, then the ones that were deleted last. */
function indexOf(
  records: readonly ArticleRecord[],
  claimed: ReadonlySet<number>,
  key: (record: ArticleRecord) => string,
): Map<string, ArticleRecord[]> {
  const index = new Map<string, ArticleRecord[]>();
  for (const record of records) {
    if (claimed.has(record.ordinal)) continue;
    const list = index.get(key(record));
    if (list === undefined) index.set(key(record), [record]);
    else list.push(record);
  }
  for (const list of index.values()) {
    if (list.length > 1) list.sort((a, b) => rank(b) - rank(a) || b.ordinal - a.ordinal);
  }
  return index;
}

function rank({ deleted }: ArticleRecord): number {
  return deleted ?? Infinity;
}
