import type { Source } from "../../src/article/source.ts";
import { addressBook } from "../../src/ledger/address-book.ts";
import { ruleChanges } from "../../src/ledger/address-rules.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { renewRecord } from "../../src/ledger/renew-record.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { sourceAt } from "./source-at.ts";

const settings = readSiteSettings(null, "site", new FileProblems("site.toml"));

/** Renews records of one bake at second 5000, whose site had the address pattern `before`. */
export class Renewals {
  readonly #records: readonly ArticleRecord[];
  readonly #permalink: string;
  readonly #before: string;
  readonly #book;

  constructor(
    records: readonly ArticleRecord[],
    { permalink = "/articles/{slug}", before = permalink }: { permalink?: string; before?: string } = {},
  ) {
    this.#records = records;
    this.#permalink = permalink;
    this.#before = before;
    this.#book = addressBook(records, { reserved: new Set(), mayBecomeOwn: () => false });
  }

  /** The record of an article whose source says the same as before, but for some fields. */
  renew(ordinal: number, fields: Partial<Omit<Source, "path">> & { readonly path?: string } = {}) {
    const before = this.#records[ordinal];
    if (before === undefined) throw new TypeError("no record");
    const source = sourceAt({
      path: before.path,
      digest: before.digest,
      page: before.page === true,
      ...fields,
    });
    const site = { ...settings, permalink: this.#permalink };
    return renewRecord(
      before,
      { source, ownId: null, digest: source.digest, record: before },
      {
        site,
        ruleChange: ruleChanges(this.#before, site),
        publication: {
          now: 5000,
          edition: 5001,
          authority: "quay.example,2025",
          reserved: new Set(),
          mayBecomeOwn: () => false,
        },
        count: 7,
        book: this.#book,
      },
    );
  }
}
