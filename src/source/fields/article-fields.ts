import type { Author, SourceEnclosure } from "../../article/article.ts";
import type { SourceTranscript } from "../../article/podcast.ts";
import type { Site } from "../../article/site.ts";
import type { AbsoluteUrl, EpochSeconds } from "../../article/values.ts";
import { isDialectField } from "../dialects/text/dialect.ts";
import { lineOfField } from "../formats/field-lines.ts";
import type { SplitText } from "../formats/front-matter.ts";
import { parseFrontMatter } from "../formats/front-matter.ts";
import { unclosedFrontMatter, unopenedFrontMatter } from "../formats/unclosed-front-matter.ts";
import type { ArticleTemplates } from "../templates/article-templates.ts";
import type { FileProblems } from "../text/source-file.ts";
import { dateFix } from "../values/dates.ts";
import { enclosures } from "../values/enclosure-values.ts";
import * as episode from "../values/episode-values.ts";
import { excessOf } from "../values/field-limits.ts";
import * as read from "../values/field-values.ts";
import { languageFix } from "../values/language-tags.ts";
import { nearNameOf } from "../values/near-name.ts";
import { textFix } from "../values/text-setting.ts";
import type { FieldNote } from "./generator-fields.ts";
import { askedPattern, plainFields } from "./generator-fields.ts";
import { mappedFields } from "./mapped-fields.ts";

/** What front matter can say of an article, under our names. */
export interface ArticleFields {
  readonly title: string;
  readonly published: EpochSeconds;
  readonly updated: EpochSeconds;
  readonly draft: boolean;
  readonly slug: string;
  readonly permalink: string;
  /** The pattern of its address, in the tokens of its generator. */
  readonly pattern: string;
  /** The date of publication as it was written, where it has an offset. */
  readonly wall: string;
  readonly redirectTo: string;
  readonly translationKey: string;
  readonly aliases: readonly string[];
  readonly id: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly authors: readonly Author[];
  readonly agency: string;
  readonly summary: string;
  readonly image: { readonly src: string; readonly alt: string };
  readonly enclosures: readonly SourceEnclosure[];
  readonly language: string;
  readonly correction: string;
  readonly page: boolean;
  readonly unlisted: boolean;
  readonly unindexed: boolean;
  readonly canonical: AbsoluteUrl;
  readonly season: number;
  readonly episode: number;
  readonly explicit: boolean;
  readonly transcripts: readonly SourceTranscript[];
}

/** What front matter said, and what of it means nothing here. */
export interface ReadFields {
  readonly fields: Partial<ArticleFields>;
  readonly extra: Readonly<Record<string, unknown>>;
}

interface Field {
  readonly key: keyof ArticleFields;
  readonly fix: (value: unknown) => string;
  /** Puts the value into `fields`; false where it is none of the kind. */
  readonly take: (fields: Partial<Mutable<ArticleFields>>, value: unknown, zone: string) => boolean;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

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
/** Fields that other sites than shows fill with what they like, such as `season: autumn`. */
const SHOW_FIELDS: ReadonlySet<keyof ArticleFields> = new Set([
  "season",
  "episode",
  "explicit",
  "transcripts",
]);

/** Of jekyll-redirect-from: a page that only leads elsewhere. */
export const REDIRECT_NAME = "redirect_to";
const REDIRECT_FIELD = "redirectTo";

/** Each field under the names that publishers know it by; an earlier name wins over a later one. */
const FIELDS = [
  field("title", ["title"], read.words, TEXT),
  field("published", ["date", "pubDate", "published", "publishDate"], read.date, DATE),
  field("updated", UPDATED_NAMES, read.date, DATE),
  field("draft", ["draft"], read.flag, FLAG),
  field("slug", ["slug"], read.slugText, "write it as text without a slash"),
  field("permalink", ["permalink", "url", "path"], read.path, "write a path such as /2025/07/lock/"),
  field("aliases", ["aliases", "redirect_from"], read.paths, PATHS),
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
];

const BY_NAME = new Map(
  FIELDS.flatMap(({ names, ...one }) => names.map((name, rank) => [name, { ...one, rank }] as const)),
);
const nearField = nearNameOf([...BY_NAME.keys()]);

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
export const FIELD_NAMES: readonly string[] = [...BY_NAME.keys()];

/** Fields that are tables, and what these hold. */
const PARTS: Partial<Record<keyof ArticleFields, readonly string[]>> = {
  enclosures: ["url", "length", "type", "duration"],
  image: ["src", "alt"],
  authors: ["name", "url", "email"],
  transcripts: ["url", "type", "language"],
};

/** The parts of a field that is a table; none of another. */
export function partsOf(name: string): readonly string[] {
  const { key } = BY_NAME.get(name) ?? {};
  return (key && PARTS[key]) ?? [];
}

/** Fields without a meaning that are told one by one. */
const MAX_STRANGERS = 100;

/** The settings that fields are read with. */
type FieldSettings = Pick<Site, "timezone" | "podcast"> &
  Partial<Pick<Site, "generator">> & {
    readonly habits?: Pick<Site["habits"], "fields">;
    /** The fields that count; all where it is left out. */
    readonly only?: ReadonlySet<keyof ArticleFields>;
  };

/** Whose `aliases` are addresses. */
const WITH_ALIASES: ReadonlySet<unknown> = new Set(["hugo", "zola", "jekyll"]);

/** Whether articles of a generator may mean something else by a field: `language: Java`, `aliases: [The Quay]`. */
function mayMeanOther(key: keyof ArticleFields, value: unknown, generator: Site["generator"]): boolean {
  if (generator === null) return false;
  if (key === "image") return read.isTable(value);
  return key === "language" || (key === "aliases" && !WITH_ALIASES.has(generator));
}

/** Reads front matter. What cannot be read is reported with its line, and left out. */
export function readArticleFields(
  split: SplitText,
  { timezone, podcast, generator = null, habits = { fields: [] }, only }: FieldSettings,
  problems: FileProblems,
  templates: Pick<ArticleTemplates, "fillFields"> | null = null,
): ReadFields {
  const written = parseFrontMatter(split, problems);
  if (split.format === null) {
    const unclosed = unclosedFrontMatter(split.body, (name) => BY_NAME.has(name));
    if (unclosed !== null) problems.add("error", unclosed.line, unclosed.message);
    const unopened = unopenedFrontMatter(split.body, (name) => BY_NAME.has(name));
    if (unopened !== null) problems.add("warning", unopened.line, unopened.message);
  }
  if (written === null) return { fields: {}, extra: {} };
  const lineOf = (name: string) => lineOfField(split, name);
  const warn = (line: number | null, message: string) => problems.add("warning", line, message);
  const raw = templates?.fillFields(written, lineOf, warn) ?? written;
  const fields: Partial<Mutable<ArticleFields>> = {};
  const extra: Record<string, unknown> = {};
  const ranks = new Map<string, number>();
  const pattern = askedPattern(raw, generator);
  if (pattern !== null) fields.pattern = pattern;
  const note = (line: FieldNote) => problems.add("notice", lineOfField(split, line.name), line.message);
  const given = mappedFields(raw, habits.fields);
  const asked = pattern === null ? null : generator === "jekyll" ? "permalink" : "url";
  for (const { name, written, value } of plainFields(given, note, asked)) {
    const known = name === REDIRECT_NAME && generator !== "jekyll" ? undefined : BY_NAME.get(name);
    if (only && (known === undefined || !only.has(known.key))) continue;
    const excess = known && excessOf(known.key, value);
    if (excess) {
      problems.add("error", lineOfField(split, written), `"${written}" ${excess}`);
      continue;
    }
    const isFirst = known !== undefined && known.rank < (ranks.get(known.key) ?? Infinity);
    const taken = known?.take(isFirst ? fields : {}, value, timezone) ?? false;
    const isStranger = !taken && podcast === null && known !== undefined && SHOW_FIELDS.has(known.key);
    if (known === undefined || isStranger) {
      Object.defineProperty(extra, name, { value, enumerable: true, configurable: true });
    } else if (taken) {
      if (isFirst && known.key === "published") {
        const wall = read.wall(value);
        if (wall === null) delete fields.wall;
        else fields.wall = wall;
      }
      ranks.set(known.key, Math.min(known.rank, ranks.get(known.key) ?? Infinity));
    } else {
      const line = lineOfField(split, written);
      const isIgnored = mayMeanOther(known.key, value, generator);
      const said = `"${written}" is ${read.shown(value)}${isIgnored ? ", so it is ignored" : ""}; ${known.fix(value)}`;
      problems.add(isIgnored ? "warning" : "error", line, said);
    }
  }
  const strangers = Object.entries(extra).filter(([name]) => !isDialectField(name));
  for (const [name, value] of strangers.slice(0, MAX_STRANGERS)) {
    const line = lineOfField(split, name);
    const meant = meantBy(name, value, timezone, fields);
    if (meant === null) problems.addAside(line, `"${name}" means nothing here, and changes nothing`);
    else problems.add("warning", line, `"${name}" is not a field; did you mean "${meant}"?`);
  }
  if (strangers.length > MAX_STRANGERS) {
    const more = (strangers.length - MAX_STRANGERS).toLocaleString("en");
    problems.addAside(null, `${more} more fields mean nothing here, and change nothing`);
  }
  return { fields, extra };
}

/** The field that a name with a typing error means: one that is not there yet, and that takes the value. */
function meantBy(name: string, value: unknown, zone: string, given: Partial<ArticleFields>): string | null {
  if (BY_NAME.has(name)) return null;
  const near = nearField(name);
  const field = near === null ? undefined : BY_NAME.get(near);
  if (field === undefined || given[field.key] !== undefined) return null;
  return field.take({}, value, zone) ? near : null;
}
