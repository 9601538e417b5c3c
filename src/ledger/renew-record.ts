import { digestOf } from "../article/digest.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { AddressBook } from "./address-book.ts";
import { withAliases } from "./address-book.ts";
import type { ruleChanges } from "./address-rules.ts";
import { askedPlace, askedSlug, firstSlug, freePlace } from "./addresses.ts";
import type { Match } from "./match.ts";
import type { Publication } from "./publication.ts";
import { instantOf } from "./publication-date.ts";
import type { ArticleRecord, Correction } from "./records/article-record.ts";

/** What renewing a record depends on, beside the source. */
export interface Renewal {
  readonly site: Site;
  /** What changed for an article since the last publication. */
  readonly ruleChange: ReturnType<typeof ruleChanges>;
  readonly publication: Publication;
  /** How many articles the site has published, those of this bake included. */
  readonly count: number;
  readonly book: AddressBook;
}

/**
 * The record of an article that was published before; the same object where nothing changed. Its id
 * and first publication stay. `updated` moves with the text, or to a later date that the source
 * declares; one that comes back moves past its tombstone (RFC 6721 §3).
 */
export function renewRecord(
  before: ArticleRecord,
  { source, digest }: Match,
  renewal: Renewal,
): ArticleRecord {
  const { site, publication, count } = renewal;
  const { page: wasPage = false, ...known } = before;
  const isPage = wasPage && source.page;
  const { now, edition } = publication;
  const named = isSameDay(source.published, before)
    ? before.published
    : instantOf(source.published, site, before.first);
  const published = named !== null && named <= now ? named : before.published;
  const declared = source.updated !== null && source.updated <= now ? source.updated : null;
  const isBack = before.deleted !== null;
  const told = digest === before.digest ? before.updated : (declared ?? edition);
  const latest = isBack ? edition : told;
  const updated = Math.max(before.updated, published, declared ?? published, latest);
  const correction = correctionOf(source, before.correction, count);
  const place = placeOf(before, source, published, renewal);
  const moved = place.address !== before.address;
  const had = moved
    ? [...before.earlier.filter((one) => one !== place.address), before.address]
    : before.earlier;
  const earlier = withAliases(had, source.aliases, place.address, before.ordinal, renewal.book);
  const same =
    source.path === before.path &&
    digest === before.digest &&
    published === before.published &&
    updated === before.updated &&
    correction === before.correction &&
    place.slug === before.slug &&
    earlier === before.earlier &&
    isPage === wasPage &&
    !moved &&
    !isBack;
  if (same) return before;
  return {
    ...known,
    ...place,
    path: source.path,
    earlier,
    published,
    updated,
    digest,
    edition,
    correction,
    deleted: null,
    ...(isPage && { page: true }),
  };
}

/** A time of release that site.toml came to have later changes nothing of what is published. */
function isSameDay(date: Source["published"], { published }: ArticleRecord): boolean {
  return date?.kind === "instant" && date.midnight === published;
}

/** The record of an article whose source is gone. */
export function deletedRecord(record: ArticleRecord, edition: EpochSeconds): ArticleRecord {
  return record.deleted === null ? { ...record, edition, deleted: edition } : record;
}

/** What a source declares: the correction that is remembered, another one, or none. */
export function correctionOf(source: Source, before: Correction | null, count: number): Correction | null {
  if (source.correction === null) return null;
  const note = digestOf(source.correction).slice(0, 8);
  return note === before?.note ? before : { note, before: count };
}

/**
 * An address stays until the publisher asks for another: by `permalink:` or `slug:`, or by new
 * rules for the site.
 */
function placeOf(
  before: ArticleRecord,
  source: Source,
  published: EpochSeconds,
  { site, ruleChange, book }: Renewal,
): { readonly slug: string; readonly address: string } {
  const isTaken = (address: string) => book.isTaken(address, before.ordinal) || book.isLeftToSite(address);
  if (source.permalink === before.address) return { slug: before.slug, address: before.address };
  const own = askedPlace(source, book.isLeftToSite, isTaken);
  if (own !== null) {
    book.take(own.address, before.ordinal);
    return own.address === before.address ? { slug: before.slug, address: before.address } : own;
  }
  const asked = askedSlug(source);
  const change = ruleChange(before.path, source);
  // A pattern of its own is front matter, which is obeyed; with it goes the date that is there.
  const isOwn = source.addressing?.pattern !== undefined;
  const stays = (asked === null || asked === before.slug) && change === null && !isOwn;
  if (stays) return { slug: before.slug, address: before.address };
  const slug = asked ?? (change === "slugs" ? firstSlug(source) : before.slug);
  const dated = isOwn ? published : before.published;
  const place = freePlace(slug, dated, site, isTaken, source, book.isLeftToSite);
  book.take(place.address, before.ordinal);
  return place;
}
