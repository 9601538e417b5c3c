import type { ArticleRecord } from "../../ledger/ledger.ts";

/** Knows the addresses of articles. */
export interface ArticleAddresses {
  /** Of one that is there. */
  readonly isLive: (key: string) => boolean;
  /** Of one that is there, or was. */
  readonly isKnown: (key: string) => boolean;
}

/** They are gathered when the first is asked for: most sites have no redirects, and then nobody asks. */
export function articleAddresses(records: readonly ArticleRecord[]): ArticleAddresses {
  let known: ReadonlyMap<string, boolean> | null = null;
  const gathered = () => {
    known ??= liveByAddress(records);
    return known;
  };
  return { isLive: (key) => gathered().get(key) === true, isKnown: (key) => gathered().has(key) };
}

/** An article may stand where another did. */
function liveByAddress(records: readonly ArticleRecord[]): ReadonlyMap<string, boolean> {
  const all = new Map<string, boolean>();
  for (const { address, deleted } of records) all.set(address, deleted === null || all.get(address) === true);
  return all;
}
