import type { ArticleFormat } from "../../article/setting-choices.ts";
import type { ArticleRecords } from "../../ledger/records/article-records.ts";
import { markedIn, ordinalsOf, toldOf } from "../../ledger/records/told-records.ts";
import { machineAddress } from "../../representation/addresses.ts";
import type { Past } from "./redirects.ts";

/**
 * Lets the forms of an article for programs follow its page: 301 to where they are now, 410 with a deleted
 * article. `stored` has the keys of what is published; a form that never was needs no word of it.
 */
export function withMachinePast(
  past: Past,
  records: ArticleRecords,
  formats: readonly ArticleFormat[],
  stored: { has(key: string): boolean },
): Past {
  if (formats.length === 0) return past;
  let taken: ReadonlySet<string> | null = null;
  const isTaken = (key: string) => {
    taken ??= takenBy(records, formats);
    return taken.has(key);
  };
  const moved = new Map(past.moved);
  const gone = new Set(past.gone);
  const isFree = (key: string) => stored.has(key) && !moved.has(key) && !gone.has(key) && !isTaken(key);
  for (const { address, earlier, deleted } of markedIn(records)) {
    if (deleted === null && earlier.length === 0) continue;
    for (const format of formats) {
      for (const one of deleted === null ? earlier : [address, ...earlier]) {
        const key = machineAddress(one, format);
        if (!isFree(key) || past.packed.rows.has(key)) continue;
        if (deleted === null) moved.set(key, machineAddress(address, format));
        else gone.add(key);
      }
    }
  }
  return { ...past, moved, gone };
}

/** Where articles that are there stand, and their forms. */
function takenBy(records: ArticleRecords, formats: readonly ArticleFormat[]): ReadonlySet<string> {
  const taken = new Set<string>();
  const { address, isThere } = toldOf(records);
  for (const ordinal of ordinalsOf(records).filter(isThere)) {
    taken.add(address(ordinal));
    for (const format of formats) taken.add(machineAddress(address(ordinal), format));
  }
  return taken;
}
