import { isDeepStrictEqual } from "node:util";
import type { Ledger } from "./ledger.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import { changedOrdinals } from "./records/changed-records.ts";

/** Whether two ledgers remember the same but for their documents; unchanged records are the same objects. */
export function remembersTheSame(a: Ledger, b: Ledger): boolean {
  return (
    a.authority === b.authority &&
    a.windowSize === b.windowSize &&
    a.permalink === b.permalink &&
    sameItems(a.leadingSections ?? [], b.leadingSections ?? []) &&
    sameItems(a.channels, b.channels) &&
    sameRecords(a.articles, b.articles) &&
    isDeepStrictEqual(asStored(a), asStored(b))
  );
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sameRecords(a: ArticleRecords, b: ArticleRecords): boolean {
  const [first] = changedOrdinals(a, b);
  return first === undefined;
}

/** What is sealed, without the order of fields and what has no value: neither is kept. */
function asStored({ sealed = [] }: Ledger): unknown {
  return JSON.parse(JSON.stringify(sealed));
}
