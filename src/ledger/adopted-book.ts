import type { Adopted, AdoptedArticle } from "../article/adopted.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { ArticleId, ContentPath, EpochSeconds } from "../article/values.ts";
import { articleId } from "../article/values.ts";
import type { Place } from "./addresses.ts";
import type { Ids } from "./known-ids.ts";
import type { Match } from "./match.ts";
import { instantOf } from "./publication-date.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import { recordFinder } from "./records/told-records.ts";

/** What readers of an old site know, by path and by id. */
export interface AdoptedBook {
  /** The entry of an article at `path`, or of the one that was published under `id`, wherever it lies by now. */
  of(path: ContentPath, id: ArticleId | null): AdoptedArticle | null;
  hasId(id: ArticleId): boolean;
  readonly isEmpty: boolean;
}

/** Opens the book of what a site adopted; `records` tell which ids are an article's already. */
export function adoptedBook({ articles }: Adopted, records: ArticleRecords): AdoptedBook {
  const byPath = new Map(articles.map((one) => [one.path, one]));
  const byId = new Map<string, AdoptedArticle>();
  for (const one of articles) if (one.id !== null) byId.set(one.id, one);
  const held = articles.length === 0 ? null : recordFinder(records, "id");
  const find: AdoptedBook["of"] = (path, id) => {
    const own = id === null ? undefined : byId.get(id);
    if (own !== undefined) return own;
    // One whose article moved away means nothing to what lies there now.
    const entry = byPath.get(path) ?? null;
    return entry !== null && entry.id !== null && (held?.find(entry.id) ?? -1) >= 0 ? null : entry;
  };
  return { of: find, hasId: (id) => byId.has(id), isEmpty: articles.length === 0 };
}

/** What new articles get of what readers know. */
export interface OldIdentities {
  /** The old ids, as far as nobody has them. */
  readonly ids: ReadonlyMap<Match, ArticleId>;
  /** Whether an address is kept for another one, which had it in the old site or asks for it. */
  isKept(address: string, source: Source): boolean;
}

/** Shares out old ids and addresses among new articles; the ids are added to `ids`. */
export function oldIdentities(
  fresh: readonly { readonly match: Match }[],
  book: AdoptedBook,
  ids: Ids,
): OldIdentities {
  const found = new Map<Match, ArticleId>();
  const kept = new Map<string, ContentPath>();
  for (const { match } of book.isEmpty ? [] : fresh) {
    const { path, permalink } = match.source;
    const entry = book.of(path, null);
    const id = entry?.id == null || match.ownId !== null ? null : articleId(entry.id);
    if (id !== null && !ids.has(id)) {
      ids.add(id);
      found.set(match, id);
    }
    if (permalink !== null) kept.set(permalink, path);
    else if (entry?.address != null && !kept.has(entry.address)) kept.set(entry.address, path);
  }
  return { ids: found, isKept: (address, { path }) => (kept.get(address) ?? path) !== path };
}

/** An article's own date counts where it differs by more: somebody gave it another one. */
const SAME_DATE_SECONDS = 36 * 60 * 60;

/**
 * A source with what readers know of it: the date that they have, and its old address as an alias. The
 * date counts for what is new or was published under its old id; readers of others have another.
 */
export function asReadersKnow(match: Match, book: AdoptedBook, site: Site, now: EpochSeconds): Match {
  const { source, record } = match;
  const entry = book.of(source.path, record?.id ?? null);
  if (entry === null) return match;
  const { address, published } = entry;
  const own = instantOf(source.published, site, record?.first ?? now);
  const isKnown = record === null || record.id === entry.id || entry.id === null;
  const isSame = published !== null && (own === null || Math.abs(own - published) <= SAME_DATE_SECONDS);
  const aliases =
    address === null || address === record?.address ? source.aliases : [...source.aliases, address];
  const known: Source = {
    ...source,
    aliases,
    ...(isKnown && isSame && { published: { kind: "instant", at: published } }),
  };
  return { ...match, source: known };
}

/** The old address of a new article, where its front matter names none and nobody else has it. */
export function adoptedPlace(
  { slug, addressing }: Source,
  entry: AdoptedArticle | null,
  isLeftToSite: (address: string) => boolean,
  isTaken: (address: string) => boolean,
): Place | null {
  const { address = null } = entry ?? {};
  if (address === null || slug !== null || addressing?.pattern !== undefined) return null;
  if (isLeftToSite(address) || isTaken(address)) return null;
  const path = address.replace(/\/$/, "");
  return { slug: path.slice(path.lastIndexOf("/") + 1), address };
}
