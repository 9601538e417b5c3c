import type { ArticleRecords } from "./article-records.ts";
import { markedIn, recordFinder } from "./told-records.ts";

/** Finds articles by the addresses at which they stand, or did. */
export interface OrdinalsByAddress {
  readonly has: (address: string) => boolean;
  /** Their ordinals. */
  readonly at: (address: string) => readonly number[];
}

/** Of records. */
export function ordinalsByAddress(records: ArticleRecords): OrdinalsByAddress {
  const standing = recordFinder(records, "address");
  const earlier = new Map<string, number[]>();
  for (const record of markedIn(records)) {
    for (const address of record.earlier) {
      const known = earlier.get(address);
      if (known === undefined) earlier.set(address, [record.ordinal]);
      else known.push(record.ordinal);
    }
  }
  return {
    has: (address) => standing.find(address) >= 0 || earlier.has(address),
    at: (address) => [...standing.all(address), ...(earlier.get(address) ?? [])],
  };
}
