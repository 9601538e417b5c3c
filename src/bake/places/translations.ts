import type { Translation } from "../../article/article.ts";
import { digestOf } from "../../article/digest.ts";
import type { Site } from "../../article/site.ts";
import type { Identification, IdentifiedArticle } from "../../ledger/identification.ts";
import { toldOf } from "../../ledger/records/told-records.ts";
import { urlOn } from "./site-targets.ts";

/** The languages of each article that has several, by ordinal, itself included. */
export type Translations = ReadonlyMap<number, readonly Translation[]>;

/**
 * Finds articles that are translations of each other: each names all, by language, and last the one in
 * the site's language for readers of any other. Of two in one language the first published counts;
 * copies of what has its home elsewhere do not.
 */
export function translationsOf(
  { articles, staying: { of, list }, records }: Identification,
  site: Site,
): Translations {
  const groups = new Map<string, Map<string, number>>();
  const add = (translationKey: string | null, page: boolean, language: string, ordinal: number) => {
    if (translationKey === null) return;
    const key = `${page} ${translationKey}`;
    const group = groups.get(key) ?? new Map<string, number>();
    const first = group.get(language);
    if (first === undefined || ordinal < first) group.set(language, ordinal);
    groups.set(key, group);
  };
  for (const row of list) add(of.translationKey(row), false, of.language(row), of.ordinal(row));
  for (const one of articles)
    add(translationKeyOf(one, site), one.source.page, one.source.language, one.record.ordinal);
  const { address } = toldOf(records);
  const found = new Map<number, readonly Translation[]>();
  for (const group of groups.values()) {
    if (group.size < 2) continue;
    const list = [...group]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([language, ordinal]) => ({ language, url: urlOn(site, address(ordinal)) }));
    const primary = (tag: string) => tag.split("-", 1)[0];
    const fallback =
      list.find(({ language }) => language === site.language) ??
      list.find(({ language }) => primary(language) === primary(site.language));
    const all = fallback ? [...list, { language: "x-default", url: fallback.url }] : list;
    for (const ordinal of group.values()) found.set(ordinal, all);
  }
  return found;
}

/** By what it is known for a translation; null where it is none, or has its home elsewhere. */
function translationKeyOf({ source, record }: IdentifiedArticle, site: Site): string | null {
  const { addressing, canonical } = source;
  const isHere = canonical === null || canonical === urlOn(site, record.address);
  return isHere ? (addressing?.translationKey ?? null) : null;
}

/** Digest of what an article tells of its translations; null where it has none. */
export function translationsDigest(translations: readonly Translation[] | undefined): string | null {
  return translations === undefined ? null : digestOf(JSON.stringify(translations));
}
