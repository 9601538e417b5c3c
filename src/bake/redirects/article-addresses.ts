import type { ArticleRecords, RecordFinder } from "../../ledger/records/article-records.ts";
import { recordFinder, toldOf } from "../../ledger/records/told-records.ts";

/** Knows the addresses of articles. */
export interface ArticleAddresses {
  /** Of one that is there. */
  readonly isLive: (key: string) => boolean;
  /** Of one that is there, or was. */
  readonly isKnown: (key: string) => boolean;
}

/** They are gathered when the first is asked for: most sites have no redirects, and then nobody asks. */
export function articleAddresses(records: ArticleRecords): ArticleAddresses {
  let known: RecordFinder | null = null;
  const gathered = () => {
    known ??= recordFinder(records, "address");
    return known;
  };
  const { isThere } = toldOf(records);
  // An article may stand where another did.
  return { isLive: (key) => gathered().all(key).some(isThere), isKnown: (key) => gathered().find(key) >= 0 };
}
