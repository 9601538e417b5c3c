import type { Source } from "../article/article.ts";
import type { Site } from "../article/site.ts";
import type { ArticleId, ContentPath, EpochSeconds } from "../article/values.ts";
import { addressBook, withAliases } from "./address-book.ts";
import { askedPlace, firstSlug, freePlace } from "./addresses.ts";
import type { ArticleRecord, Ledger } from "./ledger.ts";
import type { Match } from "./match.ts";
import { matchSources, stemOf } from "./match.ts";
import type { Publication } from "./publication.ts";
import { firstInstantOf, instantOf } from "./publication-date.ts";
import { correctionOf, deletedRecord, renewRecord } from "./renew-record.ts";

/** Most articles have none; there are many, so they share it. */
const NONE: readonly string[] = [];

/** A source with the identity that it has had since its first publication. */
export interface IdentifiedArticle {
  readonly source: Source;
  readonly record: ArticleRecord;
}

/** What the sources of a bake are to the site. */
export interface Identification {
  readonly articles: readonly IdentifiedArticle[];
  /** Dated after the clock: published by the first bake after their instant. */
  readonly waiting: readonly { readonly source: Source; readonly until: EpochSeconds }[];
  /** Two sources that ask for one id; the second cannot have it. */
  readonly clashes: readonly { readonly source: Source; readonly with: ContentPath }[];
  /** Sources that ask for an id after they were published under another, which stays. */
  readonly lateIds: readonly IdentifiedArticle[];
  /** Published sources that now name a date to come; the remembered one stays. */
  readonly lateDates: readonly IdentifiedArticle[];
  /** Sources that name a last change to come; it does not count yet. */
  readonly lateUpdates: readonly IdentifiedArticle[];
  /** Every article ever published, by ordinal. Unchanged ones are the ledger's own objects. */
  readonly records: readonly ArticleRecord[];
}

/**
 * Gives each source its identity: the remembered one, or a new one. New articles are numbered by
 * date, then path, so that the same folder gives the same ordinals everywhere.
 */
export function identify(
  sources: readonly Source[],
  ledger: Ledger,
  site: Site,
  publication: Publication,
): Identification {
  const { now, edition, authority } = publication;
  const matching = matchSources(sources, ledger.articles);
  const clashes = [...matching.clashes];
  const waiting: Identification["waiting"][number][] = [];
  const known: { match: Match; before: ArticleRecord }[] = [];
  const fresh: { match: Match; published: EpochSeconds }[] = [];
  for (const match of matching.matches) {
    const { source, record } = match;
    const named = instantOf(source.published, site, record?.first ?? now);
    const published = named ?? record?.published ?? firstInstantOf(source.published, now);
    if (record?.deleted === null) known.push({ match, before: record });
    else if (published > now) waiting.push({ source, until: published });
    else if (record) known.push({ match, before: record });
    else fresh.push({ match, published });
  }

  fresh.sort((a, b) => a.published - b.published || (a.match.source.path < b.match.source.path ? -1 : 1));
  const ids = new Set<string>(ledger.articles.map(({ id }) => id));
  for (const { match } of fresh) if (match.ownId !== null) ids.add(match.ownId);
  const mint = idMint(ids, known, authority);
  const minted = fresh.flatMap(({ match, published }) => {
    const id = match.ownId ?? mint(match.source.path);
    if (typeof id === "string") return [{ match, published, id }];
    clashes.push({ source: match.source, with: id.takenBy });
    return [];
  });

  const count = ledger.articles.length + minted.length;
  const book = addressBook(ledger.articles, publication);
  const records = [...ledger.articles];
  const articles: IdentifiedArticle[] = [];
  const keep = (source: Source, record: ArticleRecord) => {
    records[record.ordinal] = record;
    articles.push({ source, record });
  };
  for (const { match, before } of known) {
    keep(match.source, renewRecord(before, match, { site, ledger, publication, count, book }));
  }
  for (const [index, { match, published, id }] of minted.entries()) {
    const { source, digest } = match;
    const ordinal = ledger.articles.length + index;
    const isTaken = (address: string) => book.isTaken(address, ordinal) || book.isLeftToSite(address);
    const place =
      askedPlace(source, book.isLeftToSite, isTaken) ??
      freePlace(firstSlug(source), published, site, isTaken);
    book.take(place.address, ordinal);
    const declared = source.updated !== null && source.updated <= now ? source.updated : published;
    keep(source, {
      ordinal,
      path: source.path,
      id,
      ...place,
      earlier: withAliases(NONE, source.aliases, place.address, ordinal, book),
      first: now,
      published,
      updated: Math.max(declared, published),
      digest,
      edition,
      correction: correctionOf(source, null, count),
      deleted: null,
      ...(source.page && { page: true }),
    });
  }

  const present = new Set(articles.map(({ record }) => record.ordinal));
  for (const record of ledger.articles) {
    if (!present.has(record.ordinal)) records[record.ordinal] = deletedRecord(record, edition);
  }
  return {
    articles,
    waiting,
    clashes,
    lateIds: articles.filter(({ source, record }) => source.id !== null && source.id.trim() !== record.id),
    lateDates: articles.filter(
      ({ source }) => source.published?.kind === "instant" && source.published.at > now,
    ),
    lateUpdates: articles.filter(({ source }) => source.updated !== null && source.updated > now),
    records,
  };
}

/**
 * Makes ids from paths (RFC 4151). A place whose first article lives elsewhere by now gives a
 * numbered one, and so does one whose id a front matter asks for; where that article still lies beside
 * it, both would ask for one id.
 */
function idMint(
  ids: ReadonlySet<string>,
  known: readonly { readonly match: Match; readonly before: ArticleRecord }[],
  authority: string,
): (path: ContentPath) => ArticleId | { readonly takenBy: ContentPath } {
  const stems = new Map<string, ContentPath>();
  for (const { match } of known)
    if (match.ownId === null) stems.set(stemOf(match.source.path), match.source.path);
  return (path) => {
    const stem = stemOf(path);
    const takenBy = stems.get(stem);
    if (takenBy !== undefined) return { takenBy };
    stems.set(stem, path);
    // Joined, for one flat string: what is put together by a template keeps its parts for good.
    const first = ["tag", authority, stem.split("/").map(encodeURIComponent).join("/")].join(":");
    let id = first;
    for (let number = 2; ids.has(id); number += 1) id = `${first};${number}`;
    return id as ArticleId;
  };
}
