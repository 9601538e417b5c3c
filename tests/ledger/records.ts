import { articleId, contentPath } from "../../src/article/values.ts";
import type { Ledger, SealedChange } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";

/** The record of an article as its first publication leaves it, but for some fields. */
export function recordBut(fields: Partial<ArticleRecord> & { readonly ordinal: number }): ArticleRecord {
  const name = `a${fields.ordinal}`;
  const id = articleId(`tag:quay.example,2025:${name}`);
  const path = contentPath(`${name}.md`);
  if (id === null || path === null) throw new TypeError("no id or path");
  return {
    path,
    id,
    slug: name,
    address: `/articles/${name}`,
    earlier: [],
    first: 1000,
    published: 1000,
    updated: 1000,
    digest: `digest of ${name}`,
    edition: 1000,
    correction: null,
    deleted: null,
    ...fields,
  };
}

/** So many records, some of them changed by ordinal. */
export function records(
  count: number,
  changes: Readonly<Record<number, Partial<ArticleRecord>>> = {},
): ArticleRecord[] {
  return Array.from({ length: count }, (_, ordinal) => recordBut({ ordinal, ...changes[ordinal] }));
}

/** A ledger that was published at second 1000, but for some fields. */
export function ledgerBut(fields: Partial<Ledger>): Ledger {
  return {
    ...EMPTY_LEDGER,
    authority: "quay.example,2025",
    windowSize: 20,
    permalink: "/articles/{slug}",
    edition: 1000,
    ...fields,
  };
}

/** A change that opens later and changes nothing, but for some fields. */
export function changeBut(fields: Partial<SealedChange> & { readonly at: number }): SealedChange {
  return { named: fields.at, articles: [], channels: [], documents: [], ...fields };
}
