import type { ArticlesInTime } from "./articles-before.ts";
import { articlesBefore } from "./articles-before.ts";
import { besideAt } from "./beside.ts";
import { gatherWords } from "./gather-words.ts";
import type { Identification, IdentifiedArticle } from "./identification.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import { withRecords } from "./records/changed-records.ts";
import { toldOf } from "./records/told-records.ts";
import type { Subject } from "./related-articles.ts";
import { relatedArticles } from "./related-articles.ts";

/**
 * Chooses for each article that has none yet what stands beside it, among those of earlier ordinals that
 * are in the site. It is chosen once, when the article is first published, and kept: so a new article
 * changes nothing of an older one. The same objects where there is nothing to choose.
 */
export function chooseBeside(identified: Identification): Identification {
  const choosing = identified.articles.filter(isChoosing);
  if (choosing.length === 0) return identified;
  const last = choosing.reduce((most, { record }) => Math.max(most, record.ordinal), 0);
  const subjects = subjectsUpTo(last, identified);
  const { ordinals, published, languages } = subjects;
  const wanted = new Set(choosing.map(({ record }) => record.ordinal));
  const before = articlesBefore({ ordinals, published, languages });
  const related = relatedArticles([...wanted].map(subjects.at), last + 1);
  const chosen = new Map<number, ArticleRecord>();
  for (const ordinal of ordinals) {
    const record = wanted.has(ordinal) ? identified.records.at(ordinal) : undefined;
    const subject = subjects.at(ordinal);
    if (record !== undefined) {
      const found = before[ordinal] ?? -1;
      const beside = { before: found < 0 ? null : found, related: related.relatedTo(subject, found) };
      chosen.set(ordinal, { ...record, beside: besideAt(ordinal, beside) });
    }
    related.add(subject);
  }
  const articles = identified.articles.map((one) => {
    const record = chosen.get(one.record.ordinal);
    return record === undefined ? one : { ...one, record };
  });
  return { ...identified, records: withRecords(identified.records, chosen), articles };
}

function isChoosing({ source, record }: IdentifiedArticle): boolean {
  return !source.page && record.beside === undefined;
}

/** What articles are about and when they were, by ordinal. */
interface Subjects extends ArticlesInTime {
  readonly at: (ordinal: number) => Subject;
}

function subjectsUpTo(last: number, identified: Identification): Subjects {
  const published = new Float64Array(last + 1);
  const languages = new Array<string | undefined>(last + 1);
  const sections = new Array<string | null>(last + 1);
  const tags = new Array<Subject["tags"]>(last + 1);
  const authors = new Array<Subject["authors"]>(last + 1);
  const told = toldOf(identified.records);
  gatherWords(identified)((words, ordinal) => {
    if (ordinal > last) return;
    published[ordinal] = told.published(ordinal);
    languages[ordinal] = words.language;
    sections[ordinal] = words.section;
    tags[ordinal] = words.tags;
    authors[ordinal] = words.authors;
  });
  const ordinals: number[] = [];
  for (let ordinal = 0; ordinal <= last; ordinal += 1) {
    if (languages[ordinal] !== undefined) ordinals.push(ordinal);
  }
  return {
    ordinals,
    published,
    languages,
    at: (ordinal) => ({
      ordinal,
      published: published[ordinal] ?? 0,
      language: languages[ordinal] ?? "",
      section: sections[ordinal] ?? null,
      tags: tags[ordinal] ?? [],
      authors: authors[ordinal] ?? [],
    }),
  };
}
