import { tokensOf } from "../../article/address-pattern.ts";
import type { Site } from "../../article/site.ts";
import type { Addressing } from "../../article/source.ts";
import { slug } from "../../article/values.ts";
import type { ArticlePlace } from "../text/article-path.ts";
import { addressSlug } from "../values/address-slug.ts";
import { parseDate } from "../values/dates.ts";
import { languageTag } from "../values/language-tags.ts";

/** What the values of tokens follow from. */
export interface AddressFacts {
  readonly place: ArticlePlace;
  readonly title: string;
  /** The slug that the front matter asks for. */
  readonly slug: string | null;
  readonly section: string | null;
  readonly categories: readonly string[];
  readonly author: string | null;
  /** BCP 47. */
  readonly language: string;
  /** What Docusaurus calls a page of documentation instead of its file's name. */
  readonly docId: string | null;
  /** The slug with folders that the front matter asks for. */
  readonly slugPath: string | null;
  /** The pattern that the front matter asks for. */
  readonly pattern: string | null;
  /** Day and time as the front matter wrote them, where it wrote an offset too. */
  readonly wall: string | null;
  readonly translationKey: string | null;
}

/** Generators in whose addresses the date of a file's name stays. */
const KEEP_DATES: ReadonlySet<unknown> = new Set(["hugo", "gatsby", "astro"]);

/** The values of tokens, each of one segment or of several. */
const VALUES: Readonly<Record<string, (facts: AddressFacts, site: Site) => readonly string[]>> = {
  title: ({ slug, title }, site) => [slug ?? addressSlug(title, site)],
  filename: ({ place }, site) => [addressSlug(place.fullName, site)],
  path: ({ place, slug, docId }, site) => [
    ...foldersOf(place, site),
    slug ?? docId ?? addressSlug(KEEP_DATES.has(site.generator) ? place.fullName : place.name, site),
  ],
  folders: ({ place }, site) => foldersOf(place, site),
  section: ({ section }, site) => (section === null ? [] : [addressSlug(section, site)]),
  // Jekyll writes them in small letters and leaves the rest to the browser.
  categories: ({ place, categories }, site) =>
    [...new Set([...place.around, ...categories])].map((one) =>
      site.generator === "jekyll" ? one.toLowerCase() : addressSlug(one, site),
    ),
  author: ({ author }, site) => (author === null ? [] : [addressSlug(author, site)]),
  lang: (facts, site) => [listedLanguage(facts, site) ?? facts.language],
};

/** Finds what the address of an article is made of; null where that is nothing beside slug and date. */
export function addressingOf(facts: AddressFacts, site: Site): Addressing | null {
  const { place, slugPath, pattern, wall, translationKey } = facts;
  const where = [...place.folders, place.fullName].join("/");
  const patterns = [site.permalink, ...site.permalinks.map((one) => one.pattern), site.ids, pattern];
  const values: Record<string, string> = {};
  for (const token of new Set(patterns.flatMap((one) => (one === null ? [] : tokensOf(one))))) {
    const value = VALUES[token]?.(facts, site).flatMap((segment) => slug(segment) ?? []);
    if (value !== undefined && value.length > 0) values[token] = value.join("/");
  }
  const shown = { timezone: () => null, name: () => dayOf(place), written: () => wall }[site.dateFrom]();
  const language = listedLanguage(facts, site);
  const isOther = language !== null && language !== usualLanguage(site);
  const found: Addressing = {
    ...(pattern !== null && { pattern }),
    ...(slugPath !== null && { slugPath }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(shown !== null && { wall: shown }),
    ...(isOther && { language }),
    ...(place.isInLanguageFolder && { place: where }),
    ...(site.languages.length > 0 && { translationKey: translationKey ?? `/${where}` }),
  };
  return Object.keys(found).length === 0 ? null : found;
}

/** The day in the name of a file; null for none, or one that no calendar has. */
function dayOf({ date }: ArticlePlace): string | null {
  return date !== null && parseDate(date, "UTC") !== null ? `${date}T00:00` : null;
}

function foldersOf({ folders }: ArticlePlace, site: Site): readonly string[] {
  return folders.map((folder) => addressSlug(folder, site));
}

/** The language of an article as site.toml lists it: the one that its place tells, else its own. */
function listedLanguage({ place, language }: AddressFacts, { languages }: Site): string | null {
  return place.language ?? languages.find((one) => languageTag(one) === language) ?? null;
}

/** The language of the site as it is listed: that tag, or another of the same language. */
function usualLanguage({ languages, language }: Site): string | null {
  const primary = (tag: string) => tag.split(/[-_]/, 1)[0]?.toLowerCase();
  return (
    languages.find((one) => languageTag(one) === language) ??
    languages.find((one) => primary(one) === primary(language)) ??
    null
  );
}
