import type { ArticleRecords } from "./article-records.ts";
import { markedIn, recordTable } from "./told-records.ts";

/** Finds the ordinals of the articles that stand at an address, or did. */
export function ordinalsByAddress(records: ArticleRecords): (address: string) => readonly number[] {
  const standing = recordTable(records, "address");
  const earlier = new Map<string, number[]>();
  for (const record of markedIn(records)) {
    for (const address of record.earlier) {
      const known = earlier.get(address);
      if (known === undefined) earlier.set(address, [record.ordinal]);
      else known.push(record.ordinal);
    }
  }
  return (address) => [...standing.all(address), ...(earlier.get(address) ?? [])];
}
