import { changedOrdinals } from "../ledger/records/changed-records.ts";
import { recordsBut } from "../ledger/records/records-but.ts";
import { ordinalsOf, toldOf } from "../ledger/records/told-records.ts";
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
  const stays = (ordinal: number) => ordinal < records.length && articles.stays(ordinal);
  const told = toldOf(records);
  const changed = new Set(changedOrdinals(records, ledger.articles));
  const besideStays = (ordinal: number) =>
    told.isBesideAll(ordinal, (distance) => distance <= 0 || stays(ordinal - distance));
  const isGone = (ordinal: number) =>
    ordinal < records.length && !told.isThere(ordinal) && !changed.has(ordinal);
  return ({ a, b, c }) => {
    const around = `${a} ${b} ${c}`;
    const isKnown = seen.knowsBefore && remembered?.around === around;
    // What stands where the site has documents of its own stands in the place of one: nothing is kept then the
    // next time.
    const asked = isKnown ? changed : ordinalsOf(records);
    const isInPlace = (ordinal: number) => told.isThere(ordinal) && isOwnAddress(told.address(ordinal));
    seen.around = Iterator.from(asked).some(isInPlace) ? null : around;
    return {
      left: isKnown ? recordsBut(ledger.articles, stays).filter(({ deleted }) => deleted === null) : [],
      isArticle: (ordinal) => isKnown && stays(ordinal),
      isPage: (ordinal) => isKnown && stays(ordinal) && besideStays(ordinal),
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
