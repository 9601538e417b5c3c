import type { ArticleRecord } from "./ledger.ts";
import type { Publication } from "./publication.ts";

/** Who has, or once had, which address: none is ever given to another article. */
export interface AddressBook {
  isTaken(address: string, byOtherThan: number): boolean;
  /** Whether it is left to the site, whatever number stands behind it: no article ever had it. */
  isLeftToSite(address: string): boolean;
  take(address: string, ordinal: number): void;
}

/** Opens the book of a site; it is written only where an address is asked for. */
export function addressBook(
  records: readonly ArticleRecord[],
  { reserved, mayBecomeOwn }: Pick<Publication, "reserved" | "mayBecomeOwn">,
): AddressBook {
  let owners: Map<string, number> | null = null;
  const read = () => {
    if (owners !== null) return owners;
    owners = new Map();
    for (const { ordinal, address, earlier } of records) {
      owners.set(address, ordinal);
      for (const one of earlier) owners.set(one, ordinal);
    }
    return owners;
  };
  return {
    isTaken(address, ordinal) {
      const owner = read().get(address);
      return owner === undefined ? reserved.has(address) : owner !== ordinal;
    },
    isLeftToSite(address) {
      return mayBecomeOwn(address) && !read().has(address);
    },
    take(address, ordinal) {
      read().set(address, ordinal);
    },
  };
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
