import type { Publication } from "./publication.ts";
import type { ArticleRecords, RecordFinder } from "./records/article-records.ts";
import { markedIn, recordFinder } from "./records/told-records.ts";

/** Who has, or once had, which address: none is ever given to another article. */
export interface AddressBook {
  isTaken(address: string, byOtherThan: number): boolean;
  /** Whether it is left to the site, whatever number stands behind it: no article ever had it. */
  isLeftToSite(address: string): boolean;
  take(address: string, ordinal: number): void;
}

/** Opens the book of a site; it is written only where an address is asked for. */
export function addressBook(
  records: ArticleRecords,
  { reserved, mayBecomeOwn }: Pick<Publication, "reserved" | "mayBecomeOwn">,
): AddressBook {
  let owners: Owners | null = null;
  const read = () => {
    owners ??= ownersOf(records);
    return owners;
  };
  const ownerOf = (address: string) => {
    const { taken, standing, earlier } = read();
    return taken.get(address) ?? Math.max(-1, ...standing.all(address), earlier.get(address) ?? -1);
  };
  return {
    isTaken(address, ordinal) {
      const owner = ownerOf(address);
      return owner < 0 ? reserved.has(address) : owner !== ordinal;
    },
    isLeftToSite(address) {
      return mayBecomeOwn(address) && ownerOf(address) < 0;
    },
    take(address, ordinal) {
      read().taken.set(address, ordinal);
    },
  };
}

/** Ordinals by addresses: those that were taken now, those where articles stand, and those where they stood. */
interface Owners {
  readonly taken: Map<string, number>;
  readonly standing: RecordFinder;
  readonly earlier: ReadonlyMap<string, number>;
}

/** Of two that have or had an address the later counts. */
function ownersOf(records: ArticleRecords): Owners {
  const earlier = new Map<string, number>();
  for (const record of markedIn(records)) for (const one of record.earlier) earlier.set(one, record.ordinal);
  return { taken: new Map(), standing: recordFinder(records, "address"), earlier };
}

/**
 * The addresses that lead to an article: those it had, and those that its source names as aliases, as
 * far as nobody else has or had them. The same list where nothing is new. Once named they stay, as
 * all addresses do.
 */
export function withAliases(
  earlier: readonly string[],
  aliases: readonly string[],
  address: string,
  ordinal: number,
  book: AddressBook,
): readonly string[] {
  const fresh = aliases.filter(
    (alias) => alias !== address && !earlier.includes(alias) && !book.isTaken(alias, ordinal),
  );
  if (fresh.length === 0) return earlier;
  for (const alias of fresh) book.take(alias, ordinal);
  return [...earlier, ...new Set(fresh)];
}
