import { earlierArticles } from "./earlier-articles.ts";
import type { Identification, IdentifiedArticle } from "./identify.ts";

/**
 * Chooses for each article that has none yet what stands beside it, among those of earlier ordinals that
 * are in the site. It is chosen once, when the article is first published, and kept: so a new article
 * changes nothing of an older one. The same objects where there is nothing to choose.
 */
export function chooseBeside(identified: Identification): Identification {
  const choosing = identified.articles.filter(isChoosing);
  if (choosing.length === 0) return identified;
  const last = choosing.reduce((most, { record }) => Math.max(most, record.ordinal), 0);
  const inOrder = new Array<IdentifiedArticle | undefined>(identified.records.length);
  for (const one of identified.articles) if (!one.source.page) inOrder[one.record.ordinal] = one;
  const earlier = earlierArticles(choosing.map(subjectOf));
  const records = [...identified.records];
  for (const one of inOrder.slice(0, last + 1)) {
    if (one === undefined) continue;
    const subject = subjectOf(one);
    const { record } = one;
    if (isChoosing(one)) records[record.ordinal] = { ...record, beside: earlier.besideOf(subject) };
    earlier.add(subject);
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

function subjectOf({ source, record: { ordinal, published } }: IdentifiedArticle) {
  const { language, section, authors, tags } = source;
  return { ordinal, published, language, section, authors, tags };
}
