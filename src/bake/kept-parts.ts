import type { ArticleRecord } from "../ledger/ledger.ts";
import type { FindKept } from "../render/kept-run.ts";
import { NOTHING_KEPT } from "../render/kept-run.ts";
import type { OpenBake } from "./open-bake.ts";
import { KeptArticle } from "./places/kept-article.ts";
import type { SeenDocuments } from "./seen-documents.ts";

/**
 * Finds what needs no look: pages of articles that stayed as they were, with all that stands beside them,
 * and archives of such articles between two that were there before, where what pages have around them is
 * what it was as well.
 */
export function keptParts(
  { articles, records, input: { remembered, ledger } }: OpenBake,
  seen: SeenDocuments,
): FindKept {
  return ({ a, b, c }) => {
    seen.around = `${a} ${b} ${c}`;
    if (!seen.knowsBefore || remembered?.around !== seen.around) return NOTHING_KEPT;
    const { documents } = ledger;
    const stays = new Uint8Array(records.length);
    for (const one of articles) if (one instanceof KeptArticle) stays[one.ordinal] = 1;
    const isGone = (ordinal: number) => {
      const record = records[ordinal];
      return record !== undefined && record.deleted !== null && record === ledger.articles[ordinal];
    };
    return {
      isPage: ({ address, ordinal }) =>
        stays[ordinal] === 1 && besideStays(records[ordinal], stays) && documents.has(address),
      isArchive({ previous, membersOf }, keysOf) {
        const last = previous ?? 0;
        let known = last;
        while (known > 0 && !keysOf(known).every((key) => documents.has(key))) known -= 1;
        // The one that was the last before has another one behind it now.
        const firm = known === last ? last : known - 1;
        return (number) =>
          number <= firm && membersOf(number).every((one) => one < 0 || stays[one] === 1 || isGone(one));
      },
    };
  };
}

function besideStays(record: ArticleRecord | undefined, stays: Uint8Array): boolean {
  if (record === undefined) return false;
  for (const distance of record.beside ?? [])
    if (distance > 0 && stays[record.ordinal - distance] !== 1) return false;
  return true;
}
