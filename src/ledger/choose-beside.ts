import { articlesBefore } from "./articles-before.ts";
import { besideAt } from "./beside.ts";
import type { Identification, IdentifiedArticle } from "./identification.ts";
import type { ArticleRecord } from "./ledger.ts";
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
  const inOrder = new Array<Subject | undefined>(last + 1);
  for (const { source, record } of identified.articles) {
    if (!source.page && record.ordinal <= last) inOrder[record.ordinal] = subjectOf(source, record);
  }
  const subjects = inOrder.filter((one) => one !== undefined);
  const wanted = new Set(choosing.map(({ record }) => record.ordinal));
  const before = articlesBefore(subjects);
  const related = relatedArticles(
    subjects.filter(({ ordinal }) => wanted.has(ordinal)),
    last + 1,
  );
  const records = [...identified.records];
  for (const subject of subjects) {
    const { ordinal } = subject;
    const record = records[ordinal];
    if (record !== undefined && wanted.has(ordinal)) {
      const found = before[ordinal] ?? -1;
      const beside = { before: found < 0 ? null : found, related: related.relatedTo(subject, found) };
      records[ordinal] = { ...record, beside: besideAt(ordinal, beside) };
    }
    related.add(subject);
  }
  const articles = identified.articles.map((one) => {
    const record = records[one.record.ordinal];
    return record === undefined || record === one.record ? one : { ...one, record };
  });
  return { ...identified, records, articles };
}

function isChoosing({ source, record }: IdentifiedArticle): boolean {
  return !source.page && record.beside === undefined;
}

function subjectOf(
  { language, section, authors, tags }: IdentifiedArticle["source"],
  { ordinal, published }: ArticleRecord,
): Subject {
  return { ordinal, published, language, section, authors, tags };
}
