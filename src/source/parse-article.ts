import type { Author, ParsedSource, PublicationDate } from "../article/article.ts";
import { singleLine } from "../article/plain-text.ts";
import type { SourceEpisode } from "../article/podcast.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import { zonedInstant } from "../article/zoned-time.ts";
import { addressSlug } from "./address-slug.ts";
import { addressingOf } from "./addressing.ts";
import type { ArticleFields, ReadFields } from "./article-fields.ts";
import { ENCLOSURE_NAMES, IMAGE_NAMES, readArticleFields, TRANSCRIPT_NAMES } from "./article-fields.ts";
import type { ArticlePlace } from "./article-path.ts";
import { extensionOf, readArticlePath, titleFromName } from "./article-path.ts";
import { dateOfPermalink, parseDate } from "./dates.ts";
import { lineOfField } from "./field-lines.ts";
import { language as languageTag } from "./field-values.ts";
import type { SplitText } from "./front-matter.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { servedPermalink } from "./generator-permalink.ts";
import type { FormatReading } from "./readers.ts";
import { READERS } from "./readers.ts";
import type { SourceFile } from "./source-file.ts";
import { decodeText, FileProblems } from "./source-file.ts";
import { summaryOf } from "./summary.ts";
import { countWords } from "./word-count.ts";

/** What became of a source file. The article is null where a problem is an error. */
export interface ParsedArticle {
  readonly article: ParsedSource | null;
  readonly problems: readonly Problem[];
  /** What is right but may be news, such as fields that mean nothing here. */
  readonly asides: readonly Problem[];
}

/** Whether a file of this name holds an article. */
export function isArticlePath(path: string): boolean {
  return Object.hasOwn(READERS, extensionOf(path)) && !/(?:^|\/)_index\.[^/]+$|^index\.[^/]+$/.test(path);
}

/** Turns a source file into an article, or says what to fix. Never throws for what a file holds. */
export function parseArticle(file: SourceFile, site: Site): ParsedArticle {
  const problems = new FileProblems(file.path);
  let article: ParsedSource | null = null;
  try {
    article = readArticle(file, site, problems);
  } catch (cause) {
    problems.addFault(cause);
  }
  const failed = problems.list.some(({ severity }) => severity === "error");
  return { article: failed ? null : article, problems: problems.list, asides: problems.asides };
}

function readArticle(file: SourceFile, site: Site, problems: FileProblems): ParsedSource | null {
  const split = splitFrontMatter(decodeText(file, problems));
  const { fields, extra } = readArticleFields(split, site, problems);
  const title = fields.title ? singleLine(fields.title) : null;
  const body = { text: split.body, line: split.bodyLine, title: title || null };
  const reading = READERS[extensionOf(file.path)]?.(body, problems) ?? null;
  if (reading === null) {
    // Front matter that cannot be read may have held the title.
    if (problems.list.every(({ severity }) => severity !== "error"))
      problems.add("error", null, "is empty; write a headline and a paragraph, or remove the file");
    return null;
  }
  return articleOf({ file, site, split, fields, extra, reading, problems });
}

interface Sources extends ReadFields {
  readonly file: SourceFile;
  readonly site: Site;
  readonly split: SplitText;
  readonly reading: FormatReading;
  readonly problems: FileProblems;
}

function articleOf(sources: Sources): ParsedSource {
  const { file, site, fields, extra, reading, split } = sources;
  const place = readArticlePath(file.path, site.languages);
  const language =
    fields.language ?? languageTag(place.language) ?? languageTag(reading.language) ?? site.language;
  const title =
    [fields.title, reading.title].map((one) => singleLine(one ?? "")).find((one) => one !== "") ??
    titleFromName(place.name);
  const authors = authorsOf(fields, reading, site);
  const section = singleLine(fields.section ?? "") || place.section;
  // What front matter asks for is a slug of ours as it is written, and one of a generator by its rule.
  const slug = fields.slug && site.slugs !== "slug" ? addressSlug(fields.slug, site) : (fields.slug ?? null);
  const addressing = addressingOf(
    {
      path: file.path,
      place,
      title,
      slug,
      section,
      categories: words(fields.categories, place),
      author: authors[0]?.name ?? null,
      language,
      pattern: fields.pattern ?? null,
      wall: fields.wall ?? null,
      translationKey: fields.translationKey ?? null,
    },
    site,
  );
  const line = fields.enclosures ? lineOfOne(split, ENCLOSURE_NAMES) : null;
  return {
    path: file.path,
    title,
    summary: singleLine(fields.summary ?? reading.summary ?? summaryOf(reading.lede, language)),
    body: reading.body,
    text: reading.text,
    wordCount: countWords(reading.text, language),
    authors,
    agency: fields.agency ?? reading.agency,
    place: reading.dateline?.place ?? null,
    section,
    tags: tagsOf(fields, place),
    language,
    image: fields.image
      ? {
          target: fields.image.src,
          alt: singleLine(fields.image.alt),
          line: lineOfOne(split, IMAGE_NAMES),
        }
      : null,
    published: publicationDate(sources, place),
    updated: fields.updated ?? null,
    correction: fields.correction ? singleLine(fields.correction) : null,
    id: fields.id ?? null,
    slug,
    suggestedSlug: addressSlug(reading.slugSource === "title" ? title : place.name, site),
    draft: fields.draft ?? place.isDraft,
    permalink: fields.permalink ? servedPermalink(fields.permalink, site.generator) : null,
    ...(addressing !== null && { addressing }),
    aliases: fields.aliases ?? [],
    enclosures: (fields.enclosures ?? []).map((enclosure) => ({ ...enclosure, line })),
    episode: episodeOf(fields, split),
    page: fields.page ?? false,
    canonical: fields.canonical ?? null,
    extra,
  };
}

/** What is told of an episode; null where that is nothing. */
function episodeOf(fields: Partial<ArticleFields>, split: SplitText): SourceEpisode | null {
  const { season = null, episode: number = null, explicit = null } = fields;
  const line = fields.transcripts ? lineOfOne(split, TRANSCRIPT_NAMES) : null;
  const transcripts = (fields.transcripts ?? []).map((transcript) => ({ ...transcript, line }));
  const isTold = season !== null || number !== null || explicit !== null || transcripts.length > 0;
  return isTold ? { season, number, explicit, transcripts } : null;
}

/** The line of the first of these fields that is there. */
function lineOfOne(split: SplitText, names: readonly string[]): number | null {
  return names.map((name) => lineOfField(split, name)).find((line) => line !== null) ?? null;
}

/** Each author once. One that site.toml describes keeps URL and address. */
function authorsOf(fields: Partial<ArticleFields>, reading: FormatReading, site: Site): readonly Author[] {
  const named = reading.authors.map((name) => ({ name: singleLine(name), url: null, email: null }));
  // Of two with one name the first counts: a text may be signed off twice.
  const byName = new Map<string, Author>();
  for (const author of fields.authors ?? named) {
    if (author.name !== "" && !byName.has(author.name)) byName.set(author.name, author);
  }
  return [...byName.values()].map((author) => {
    const described = site.authors.find(({ name }) => name === author.name);
    return described && author.url === null && author.email === null ? described : author;
  });
}

/** Tags and categories, each once. */
function tagsOf({ tags, categories }: Partial<ArticleFields>, place: ArticlePlace): readonly string[] {
  return [...new Set([...words(tags, place), ...words(categories, place)])];
}

/** Words of a list. Where Jekyll reads them, spaces part those of a text. */
function words(list: readonly string[] = [], { isJekyll }: ArticlePlace): readonly string[] {
  const parted = isJekyll && list.length === 1 ? (list[0]?.split(/\s+/) ?? []) : list;
  return parted.map(singleLine).filter((word) => word !== "");
}

/** Front matter first, then the file's name or permalink, then the document's head, then the dateline. */
function publicationDate(
  { fields, reading, site, problems }: Sources,
  place: ArticlePlace,
): PublicationDate | null {
  if (fields.published !== undefined) return { kind: "instant", at: fields.published };
  const named = place.date ?? dateOfPermalink(fields.permalink ?? "") ?? reading.published;
  if (named !== null) {
    const at = parseDate(named, site.timezone);
    if (at !== null) return { kind: "instant", at };
    problems.add(
      "warning",
      null,
      `is dated ${named}, which is not a real day; correct the file name or add a date: field`,
    );
  }
  const { year = null, month = null, day = null, line = null } = reading.dateline ?? {};
  if (month === null || day === null) return null;
  // A year without 29 February would refuse a day that others have.
  const at = zonedInstant({ year: year ?? 2024, month, day }, site.timezone);
  if (at === null)
    problems.add(
      "error",
      line,
      `the dateline names a day that does not exist; correct it or add a date: field`,
    );
  return year === null ? { kind: "yearless", month, day } : at === null ? null : { kind: "instant", at };
}
