import type { Ledger } from "../ledger/ledger.ts";
import type { ArticleRecord } from "../ledger/records/article-record.ts";
import { changedRecords } from "../ledger/records/changed-records.ts";
import { countThere } from "../ledger/records/told-records.ts";

/** What a publish means for the articles of a site. */
export interface Changes {
  readonly new: readonly ArticleRecord[];
  /** Text or dates differ. */
  readonly changed: readonly ArticleRecord[];
  /** Changed, with a correction that was not declared before. */
  readonly corrected: readonly ArticleRecord[];
  /** The source lies elsewhere, or the page does; perhaps changed as well. */
  readonly moved: readonly { readonly record: ArticleRecord; readonly before: ArticleRecord }[];
  /** Deleted before, and back under the same id. */
  readonly back: readonly ArticleRecord[];
  readonly gone: readonly ArticleRecord[];
  readonly kept: number;
}

/** Compares two ledgers of one site, article by article. */
export function changesBetween(before: Ledger, next: Ledger): Changes {
  const changes = {
    new: [] as ArticleRecord[],
    changed: [] as ArticleRecord[],
    corrected: [] as ArticleRecord[],
    moved: [] as { record: ArticleRecord; before: ArticleRecord }[],
    back: [] as ArticleRecord[],
    gone: [] as ArticleRecord[],
    kept: 0,
  };
  const all = changedRecords(next.articles, before.articles);
  changes.kept = countThere(next.articles) - all.filter(({ deleted }) => deleted === null).length;
  for (const record of all) {
    const old = before.articles.at(record.ordinal);
    if (record.deleted !== null) {
      if (old?.deleted === null) changes.gone.push(record);
    } else if (old === undefined) changes.new.push(record);
    else if (isBesideAlone(old, record)) changes.kept += 1;
    else if (old.deleted !== null) changes.back.push(record);
    else {
      const isMoved = old.path !== record.path || old.address !== record.address;
      if (isMoved) changes.moved.push({ record, before: old });
      if (record.correction !== null && record.correction !== old.correction) changes.corrected.push(record);
      else if (!isMoved || old.digest !== record.digest) changes.changed.push(record);
    }
  }
  return changes;
}

/** A site that was published before anything stood beside articles is told so once. */
function isBesideAlone(old: ArticleRecord, record: ArticleRecord): boolean {
  return old.beside === undefined && record.beside !== undefined && old.edition === record.edition;
}
