import { stayingOf } from "../../src/article/staying-articles.ts";
import type { Identification, IdentifiedArticle } from "../../src/ledger/identification.ts";
import { rememberedBut } from "../article/remembered.ts";

/** The same articles, of which some stay, so that nothing is there of them but what is remembered. */
export function partlyStaying(
  identified: Identification,
  isStaying: (one: IdentifiedArticle) => boolean,
): Identification {
  const staying = identified.articles.filter(isStaying);
  const remembered = staying.map(({ source, record: { ordinal } }) => {
    const { path, title, section, tags, authors, language } = source;
    const { translationKey = null } = source.addressing ?? {};
    return rememberedBut({ path, title, ordinal, section, tags, authors, language, translationKey });
  });
  return {
    ...identified,
    articles: identified.articles.filter((one) => !isStaying(one)),
    staying: stayingOf(remembered, (row) => {
      throw new RangeError(`nobody reads the file of row ${row}`);
    }),
  };
}
