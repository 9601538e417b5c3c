import type { ArticleRecord } from "../ledger/ledger.ts";
import type { FindKept } from "../render/kept-run.ts";
import { isOwnAddress } from "../representation/own-addresses.ts";
import type { OpenBake } from "./open-bake.ts";
import type { SeenDocuments } from "./seen-documents.ts";

/**
 * Finds what needs no look: pages of articles that stayed as they were, with all that stands beside them,
 * and archives of such articles between two that were there before, where what pages have around them is
 * what it was as well. The ledger is the very one that was written when it was, and so has all of them.
 */
export function keptParts(
  { articles, records, input: { remembered, ledger } }: OpenBake,
  seen: SeenDocuments,
): FindKept {
  const stays = (ordinal: number) => articles.stays(ordinal);
  const isGone = (ordinal: number) => {
    const record = records[ordinal];
    return record !== undefined && record.deleted !== null && record === ledger.articles[ordinal];
  };
  return ({ a, b, c }) => {
    seen.around = `${a} ${b} ${c}`;
    const isSame = seen.knowsBefore && remembered?.around === seen.around;
    const before = isSame ? ledger.articles.filter(({ deleted }) => deleted === null) : [];
    const left = before.filter(({ ordinal }) => !stays(ordinal));
    // What stands where the site has documents of its own stands in the place of one, or did.
    const isKnown = isSame && !before.some(({ address }) => isOwnAddress(address));
    return {
      left,
      isArticle: (ordinal) => isKnown && stays(ordinal),
      isPage: (ordinal) => isKnown && stays(ordinal) && besideStays(records[ordinal], stays),
      isArchive({ previous, membersOf }, keysOf) {
        const last = previous ?? 0;
        const [name = ""] = keysOf(1);
        seen.archives[name] = last;
        const known = (isKnown && remembered?.archives[name]) || 0;
        // The one that was the last before has another one behind it now.
        const firm = known === last ? last : Math.min(known, last) - 1;
        return (number) =>
          number <= firm && membersOf(number).every((one) => one < 0 || stays(one) || isGone(one));
      },
    };
  };
}

function besideStays(record: ArticleRecord | undefined, stays: (ordinal: number) => boolean): boolean {
  if (record === undefined) return false;
  for (const distance of record.beside ?? [])
    if (distance > 0 && !stays(record.ordinal - distance)) return false;
  return true;
}
