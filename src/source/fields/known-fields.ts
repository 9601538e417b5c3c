import { dateFix } from "../values/date-fix.ts";
import { enclosures } from "../values/enclosure-values.ts";
import * as episode from "../values/episode-values.ts";
import * as read from "../values/field-values.ts";
import { languageFix } from "../values/language-tags.ts";
import { textFix } from "../values/text-setting.ts";
import type { ArticleFields, Mutable } from "./told-fields.ts";

/** A field that means something. */
export interface Field {
  readonly key: keyof ArticleFields;
  readonly fix: (value: unknown) => string;
  /** Puts the value into `fields`; false where it is none of the kind. */
  readonly take: (fields: Partial<Mutable<ArticleFields>>, value: unknown, zone: string) => boolean;
}

const TEXT = (value: unknown) => textFix({ input: value });
const TEXTS = "write a text or a list of texts";
const NUMBER = "write a whole number from 1 on";
const FLAG = (value: unknown) =>
  /^(?:true|false)$/i.test(String(value))
    ? "write it without quotation marks, in small letters"
    : "write true or false";
const LANGUAGE = (value: unknown) => languageFix(read.text(value) ?? "");
const DATE = (value: unknown) => dateFix(typeof value === "string" ? value : "");

const PATHS = (value: unknown) => {
  const wrong = (Array.isArray(value) ? value : [value]).find((one) => read.path(one) === null);
  return `${Array.isArray(value) ? `of it ${read.shown(wrong)} can be no address; ` : ""}write a list of paths such as /old/lock/`;
};

/** Names of the lead image. */
export const IMAGE_NAMES = ["image", "cover", "heroImage", "images"];
/** Names of enclosures. */
export const ENCLOSURE_NAMES = ["enclosure", "enclosures", "audio"];

/** Names of the last change. */
export const UPDATED_NAMES = ["updated", "lastmod", "updatedDate", "last_modified_at", "modified"];

/** Names of transcripts. */
export const TRANSCRIPT_NAMES = ["transcript", "transcripts"];
/** Names of chapters. */
export const CHAPTERS_NAMES = ["chapters"];
/** Fields that other sites than shows fill with what they like, such as `season: autumn`. */
export const SHOW_FIELDS: ReadonlySet<keyof ArticleFields> = new Set([
  "season",
  "episode",
  "explicit",
  "transcripts",
  "chapters",
]);

/** Fields that many folders fill with something else: `lead: A sentence above the text`. */
export const LOOSE_FIELDS: ReadonlySet<keyof ArticleFields> = new Set(["lead"]);

/** Of jekyll-redirect-from: a page that only leads elsewhere. */
export const REDIRECT_NAME = "redirect_to";
const REDIRECT_FIELD = "redirectTo";

/** Each field under the names that publishers know it by; an earlier name wins over a later one. */
const FIELDS = [
  field("title", ["title"], read.words, TEXT),
  field("published", ["embargo", "date", "pubDate", "published", "publishDate"], read.date, DATE),
  field("updated", UPDATED_NAMES, read.date, DATE),
  field("expires", ["expires", "expiryDate"], read.date, DATE),
  field("draft", ["draft"], read.flag, FLAG),
  field("slug", ["slug"], read.slugText, "write it as text without a slash"),
  field("permalink", ["permalink", "url", "path"], read.path, "write a path such as /2025/07/lock/"),
  field("aliases", ["aliases", "redirect_from", "redirectFrom"], read.paths, PATHS),
  field(REDIRECT_FIELD, [REDIRECT_NAME], read.redirectTarget, "write a path such as /new/, or a whole URL"),
  field("translationKey", ["translationKey"], read.text, TEXT),
  field("id", ["id"], read.text, TEXT),
  field("section", ["section"], read.words, TEXT),
  field("tags", ["tags", "tag"], read.tagNames, TEXTS),
  field("categories", ["categories", "category"], read.tagNames, TEXTS),
  field("authors", ["author", "authors"], read.authors, "write a name, or a list of names"),
  field("agency", ["agency"], read.text, TEXT),
  field("summary", ["summary", "description", "excerpt"], read.words, TEXT),
  field("image", IMAGE_NAMES, read.image, "write it as a path, or as { src, alt }"),
  field(
    "enclosures",
    ENCLOSURE_NAMES,
    enclosures,
    "write the path of a file in the content folder, or { url, length, type } with the length in bytes",
  ),
  field("language", ["lang", "language"], read.language, LANGUAGE),
  field("correction", ["correction"], read.text, TEXT),
  field("page", ["page"], read.flag, FLAG),
  field("lead", ["lead"], read.flag, FLAG),
  field("unlisted", ["unlisted", "headless", "eleventyExcludeFromCollections"], read.flag, FLAG),
  field("unindexed", ["noindex"], read.flag, FLAG),
  field(
    "canonical",
    ["canonical", "canonicalURL", "canonicalUrl", "canonical_url"],
    read.webUrl,
    "write the whole URL of the original, such as https://example.com/lock",
  ),
  field("season", ["season"], episode.ordinalNumber, NUMBER),
  field("episode", ["episode", "episodeNumber", "episode_number"], episode.ordinalNumber, NUMBER),
  field("explicit", ["explicit"], episode.explicit, "write true or false"),
  field(
    "transcripts",
    TRANSCRIPT_NAMES,
    episode.transcripts,
    "write the path of a file in the content folder, or { url, type } such as text/vtt",
  ),
  field("chapters", CHAPTERS_NAMES, episode.chapters, "write the path of a file in the content folder"),
];

/** What a field of a name is, and how far down it stands among the names of its field. */
export const KNOWN_FIELDS = new Map(
  FIELDS.flatMap(({ names, ...one }) => names.map((name, rank) => [name, { ...one, rank }] as const)),
);

function field<Key extends keyof ArticleFields>(
  key: Key,
  names: readonly string[],
  value: (raw: unknown, zone: string) => ArticleFields[Key] | null,
  fix: string | ((raw: unknown) => string),
): Field & { readonly names: readonly string[] } {
  return {
    key,
    names,
    fix: typeof fix === "string" ? () => fix : fix,
    take: (fields, raw, zone) => {
      const found = value(raw, zone);
      if (found !== null) fields[key] = found;
      return found !== null;
    },
  };
}

/** Every name of a field. */
export const FIELD_NAMES: readonly string[] = [...KNOWN_FIELDS.keys()];

/** Fields that are tables, and what these hold. */
const PARTS: Partial<Record<keyof ArticleFields, readonly string[]>> = {
  enclosures: ["url", "length", "type", "duration"],
  image: ["src", "alt"],
  authors: ["name", "url", "email"],
  transcripts: ["url", "type", "language"],
};

/** The parts of a field that is a table; none of another. */
export function partsOf(name: string): readonly string[] {
  const { key } = KNOWN_FIELDS.get(name) ?? {};
  return (key && PARTS[key]) ?? [];
}
