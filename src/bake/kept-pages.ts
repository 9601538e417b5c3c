import type { Article } from "../article/article.ts";
import type { Summed } from "../article/sum.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";
import type { OpenBake } from "./open-bake.ts";
import { KeptArticle } from "./places/kept-article.ts";
import type { SeenDocuments } from "./seen-documents.ts";

/**
 * Keeps pages of articles without a look at them: of those that stayed as they were, with all that stands
 * beside them, where what pages have around them is what it was as well. They are noted in `seen`.
 */
export function keptPages(
  { articles, records, input: { remembered, ledger } }: OpenBake,
  seen: SeenDocuments,
): (around: Summed) => (article: Article) => boolean {
  return ({ a, b, c }) => {
    seen.around = `${a} ${b} ${c}`;
    if (!seen.knowsBefore || remembered?.around !== seen.around) return () => false;
    const stays = new Uint8Array(records.length);
    for (const one of articles) if (one instanceof KeptArticle) stays[one.ordinal] = 1;
    return (article) => {
      const { address, ordinal } = article;
      if (stays[ordinal] !== 1 || !besideStays(records[ordinal], stays)) return false;
      const before = ledger.documents.get(address);
      return before !== undefined && seen.keep(address, before, article);
    };
  };
}

function besideStays(record: ArticleRecord | undefined, stays: Uint8Array): boolean {
  if (record === undefined) return false;
  for (const distance of record.beside ?? [])
    if (distance > 0 && stays[record.ordinal - distance] !== 1) return false;
  return true;
}
