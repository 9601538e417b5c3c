import type { ArticleRecord } from "./ledger.ts";

/** Who has, or once had, which address: none is ever given to another article. */
export interface AddressBook {
  isTaken(address: string, byOtherThan: number): boolean;
  take(address: string, ordinal: number): void;
}

/** Opens the book of a site; it is written only where an address is asked for. */
export function addressBook(records: readonly ArticleRecord[], reserved: ReadonlySet<string>): AddressBook {
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
    take(address, ordinal) {
      read().set(address, ordinal);
    },
  };
}
