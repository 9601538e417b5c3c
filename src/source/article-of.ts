import { singleLine } from "../article/plain-text.ts";
import type { SourceEpisode } from "../article/podcast.ts";
import type { Site } from "../article/site.ts";
import type { ParsedSource } from "../article/source.ts";
import { earlyUpdate, publicationDate } from "./article-date.ts";
import { authorsOf, tagsOf, wordsOf } from "./article-names.ts";
import { addressingOf } from "./fields/addressing.ts";
import type { ReadFields } from "./fields/article-fields.ts";
import {
  CHAPTERS_NAMES,
  ENCLOSURE_NAMES,
  IMAGE_NAMES,
  REDIRECT_NAME,
  TRANSCRIPT_NAMES,
  UPDATED_NAMES,
} from "./fields/known-fields.ts";
import { LINK_NAMES } from "./fields/link-post.ts";
import type { ArticleFields } from "./fields/told-fields.ts";
import { lineOfField } from "./formats/field-lines.ts";
import type { SplitText } from "./formats/front-matter.ts";
import type { FormatReading } from "./readers.ts";
import type { ArticlePlace } from "./text/article-path.ts";
import { titleFromName } from "./text/article-path.ts";
import type { FileProblems, SourceFile } from "./text/source-file.ts";
import { summaryOf } from "./text/summary.ts";
import { countWords } from "./text/word-count.ts";
import { addressSlug } from "./values/address-slug.ts";
import { language as languageTag } from "./values/field-values.ts";
import { servedPermalink } from "./values/generator-permalink.ts";

/** All that an article is made of. */
export interface ArticleParts extends ReadFields {
  readonly file: SourceFile;
  readonly place: ArticlePlace;
  readonly site: Site;
  readonly split: SplitText;
  readonly reading: FormatReading;
  readonly problems: FileProblems;
}

/** Makes an article of what its path, its front matter and its text say. */
export function articleOf(parts: ArticleParts): ParsedSource {
  const { file, place, site, fields, extra, reading, split } = parts;
  const language =
    fields.language ?? languageTag(place.language) ?? languageTag(reading.language) ?? site.language;
  const titleOf = (heading: string | null) =>
    [fields.title, heading].map((one) => singleLine(one ?? "")).find((one) => one !== "") ??
    titleFromName(place.name);
  const summary = (lede: string) =>
    singleLine(fields.summary ?? reading.summary ?? summaryOf(lede, language));
  const title = titleOf(reading.title);
  const { plain } = reading;
  const authors = authorsOf(fields, reading, site);
  const section = singleLine(fields.section ?? "") || place.section;
  // What front matter asks for is a slug of ours as it is written, and one of a generator by its rule.
  const slug = fields.slug && site.slugs !== "slug" ? addressSlug(fields.slug, site) : (fields.slug ?? null);
  const addressing = addressingOf(
    {
      place,
      title,
      slug,
      section,
      categories: wordsOf(fields.categories, place),
      author: authors[0]?.name ?? null,
      language,
      slugPath: fields.slugPath ?? null,
      docId: site.generator === "docusaurus" && typeof extra.id === "string" ? extra.id : null,
      pattern: fields.pattern ?? null,
      wall: fields.wall ?? null,
      translationKey: fields.translationKey ?? null,
    },
    site,
  );
  const published = publicationDate({ ...parts, section }, place);
  const early = earlyUpdate(published, fields.updated ?? null);
  if (early !== null) parts.problems.add("warning", lineOfOne(split, UPDATED_NAMES), early);
  const line = fields.enclosures ? lineOfOne(split, ENCLOSURE_NAMES) : null;
  return {
    path: file.path,
    title,
    summary: summary(reading.lede),
    body: reading.body,
    ...(plain && {
      plain: {
        title: titleOf(plain.title),
        summary: summary(plain.lede),
        body: plain.body,
        madeBy: plain.madeBy,
      },
    }),
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
    published,
    updated: fields.updated ?? null,
    ...(fields.expires !== undefined && { expires: fields.expires }),
    correction: fields.correction ? singleLine(fields.correction) : null,
    id: fields.id ?? null,
    slug,
    suggestedSlug: addressSlug(reading.slugSource === "title" ? title : place.name, site),
    draft: fields.draft ?? place.isDraft,
    permalink: fields.permalink ? servedPermalink(fields.permalink, site.generator) : null,
    ...(addressing !== null && { addressing }),
    aliases: fields.aliases ?? [],
    ...(fields.redirectTo !== undefined && {
      redirectTo: { target: fields.redirectTo, line: lineOfOne(split, [REDIRECT_NAME, ...LINK_NAMES]) },
    }),
    enclosures: (fields.enclosures ?? []).map((enclosure) => ({ ...enclosure, line })),
    episode: episodeOf(fields, split),
    page: fields.page === true || fields.unlisted === true,
    ...(fields.lead && { lead: true }),
    visibility: fields.unlisted ? "unlisted" : fields.unindexed ? "unindexed" : "listed",
    canonical: fields.canonical ?? null,
    extra,
  };
}

/** What is told of an episode; null where that is nothing. */
function episodeOf(fields: Partial<ArticleFields>, split: SplitText): SourceEpisode | null {
  const { season = null, episode: number = null, explicit = null } = fields;
  const line = fields.transcripts ? lineOfOne(split, TRANSCRIPT_NAMES) : null;
  const transcripts = (fields.transcripts ?? []).map((transcript) => ({ ...transcript, line }));
  const chapters = fields.chapters && {
    target: fields.chapters,
    line: lineOfOne(split, CHAPTERS_NAMES),
  };
  const isTold =
    season !== null || number !== null || explicit !== null || transcripts.length > 0 || chapters;
  return isTold ? { season, number, explicit, transcripts, ...(chapters && { chapters }) } : null;
}

/** The line of the first of these fields that is there. */
function lineOfOne(split: SplitText, names: readonly string[]): number | null {
  return names.map((name) => lineOfField(split, name)).find((line) => line !== null) ?? null;
}
