import type { Adopted } from "../article/adopted.ts";
import { NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import { NONE_STAYING } from "../article/staying-articles.ts";
import { addressBook, withAliases } from "./address-book.ts";
import { ruleChanges } from "./address-rules.ts";
import { askedPlace, firstSlug, freePlace } from "./addresses.ts";
import { adoptedBook, adoptedPlace, oldIdentities } from "./adopted-book.ts";
import { earlyIds } from "./early-ids.ts";
import type { Identification, IdentifiedArticle } from "./identification.ts";
import { knownIds } from "./known-ids.ts";
import type { Ledger } from "./ledger.ts";
import type { Match } from "./match.ts";
import { matchSources } from "./match.ts";
import { idMint, isMintedBy, patternId, stayingAt } from "./mint-ids.ts";
import { mintedBefore, mintedPlace } from "./minted-before.ts";
import type { Publication } from "./publication.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import { withRecords } from "./records/changed-records.ts";
import { recordsBut } from "./records/records-but.ts";
import { correctionOf, deletedRecord, renewRecord } from "./renew-record.ts";
import { sortMatches } from "./sort-matches.ts";

/** Most articles have none; there are many, so they share it. */
const NONE: readonly string[] = [];

/**
 * Gives each source its identity: the remembered one, or a new one. New articles are numbered by
 * date, then path, so that the same folder gives the same ordinals everywhere. Those `staying` are who
 * they are, in the order of the folder, and are not among the sources.
 */
export function identify(
  sources: readonly Source[],
  ledger: Ledger,
  site: Site,
  publication: Publication,
  adopted: Adopted = NOTHING_ADOPTED,
  staying: StayingArticles = NONE_STAYING,
): Identification {
  const { now, edition, authority, minted: promised = [] } = publication;
  const old = adoptedBook(adopted, ledger.articles);
  const stays = new Uint8Array(ledger.articles.length);
  for (const row of staying.list) stays[staying.of.ordinal(row)] = 1;
  const before = recordsBut(ledger.articles, (ordinal) => stays[ordinal] === 1);
  const isMinted = isMintedBy(site);
  const early = earlyIds(sources, ledger.articles, now);
  const refused = new Set(early.map(({ source }) => source));
  const matching = matchSources(
    early.length === 0 ? sources : sources.filter((one) => !refused.has(one)),
    before,
    (id) => isMinted(id) || old.hasId(id),
  );
  const clashes = [...early, ...matching.clashes];
  const { waiting, known, fresh, written } = sortMatches(matching.matches, old, site, now);
  // Only who is new asks for one.
  const ids = knownIds(fresh.length === 0 ? [] : ledger.articles);
  for (const { match } of fresh) if (match.ownId !== null) ids.add(match.ownId);
  const kept = oldIdentities(fresh, old, ids);
  const own = mintedBefore(fresh, promised, ids);
  const mint = idMint(
    ids,
    known.flatMap(({ match: { ownId, source } }) => (ownId === null ? source.path : [])),
    authority,
    (stem) => stayingAt(stem, staying),
  );
  const minted = fresh.flatMap(({ match, published }) => {
    const id =
      match.ownId ??
      own.get(match)?.id ??
      kept.ids.get(match) ??
      (site.ids === null ? mint(match.source.path) : null);
    if (id === null || typeof id === "string") return [{ match, published, id }];
    clashes.push({ source: match.source, with: id.takenBy });
    return [];
  });

  const count = ledger.articles.length + minted.length;
  const ruleChange = ruleChanges(ledger.permalink, site);
  const book = addressBook(ledger.articles, publication);
  const changed = new Map<number, ArticleRecord>();
  let next = ledger.articles.length;
  const found: IdentifiedArticle[] = [];
  const keep = (match: Match, record: ArticleRecord) => {
    changed.set(record.ordinal, record);
    found.push({ source: written.get(match) ?? match.source, record });
  };
  for (const { match, before } of known) {
    keep(match, renewRecord(before, match, { site, ruleChange, publication, count, book }));
  }
  for (const { match, published, id: given } of minted) {
    const { source, digest } = match;
    const ordinal = next;
    const isTaken = (address: string) => book.isTaken(address, ordinal) || book.isLeftToSite(address);
    const isAnothers = (address: string) => isTaken(address) || kept.isKept(address, source);
    const place =
      askedPlace(source, book.isLeftToSite, isTaken) ??
      mintedPlace(source, own.get(match), isTaken) ??
      adoptedPlace(source, old.of(source.path, null), book.isLeftToSite, isAnothers) ??
      freePlace(firstSlug(source), published, site, isAnothers, source, book.isLeftToSite);
    const id = given ?? patternId(site.ids ?? "", place, published, site, source);
    if (given === null && ids.has(id)) {
      const owner = [
        ...withRecords(ledger.articles, changed),
        ...fresh.map(({ match: { ownId, source } }) => ({ id: ownId, path: source.path })),
      ];
      clashes.push({ source, with: owner.find((one) => one.id === id)?.path ?? source.path });
      continue;
    }
    next += 1;
    ids.add(id);
    book.take(place.address, ordinal);
    const aliases = source.aliases.filter((alias) => !kept.isKept(alias, source));
    const declared = source.updated !== null && source.updated <= now ? source.updated : published;
    keep(match, {
      ordinal,
      path: source.path,
      id,
      ...place,
      earlier: withAliases(NONE, aliases, place.address, ordinal, book),
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

  for (const record of before) {
    if (!changed.has(record.ordinal)) changed.set(record.ordinal, deletedRecord(record, edition));
  }
  return {
    articles: found,
    staying,
    waiting,
    clashes,
    lateIds: found.filter(({ source, record }) => source.id !== null && source.id.trim() !== record.id),
    lateDates: found.filter(
      ({ source }) => source.published?.kind === "instant" && source.published.at > now,
    ),
    lateUpdates: found.filter(({ source }) => source.updated !== null && source.updated > now),
    records: withRecords(ledger.articles, changed),
  };
}
