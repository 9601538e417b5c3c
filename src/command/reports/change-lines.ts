import { visible } from "../../article/plain-text.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";
import type { Changes } from "../../publish/changes.ts";
import type { BakeReport, ChangeCounts } from "./json-reports.ts";
import { numberText } from "./number-text.ts";
import { plural } from "./report.ts";

/** How many articles of a kind a person is shown, unless everything is asked for. */
const SHOWN = 10;

/** Counts the articles of each kind. */
export function countChanges(changes: Changes): ChangeCounts {
  return {
    new: changes.new.length,
    changed: changes.changed.length,
    corrected: changes.corrected.length,
    moved: changes.moved.length,
    back: changes.back.length,
    gone: changes.gone.length,
    kept: changes.kept,
  };
}

/** Changes as people read them, one article a line; the articles that stay are only counted. */
export function changeLines(
  changes: Changes,
  { verbose, sealed = [] }: { readonly verbose: boolean; readonly sealed?: BakeReport["sealed"] },
): string[] {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["new", changes.new.map(inFull)],
    ["changed", changes.changed.map(inFull)],
    ["corrected", changes.corrected.map(inFull)],
    ["moved", changes.moved.map(({ record, before }) => moveOf(record, before))],
    ["back", changes.back.map(inFull)],
    ["gone", changes.gone.map(inFull)],
    ["sealed", sealed.map(({ file, at, writes }) => `${file}  ${at}  ${plural(writes, "write")}`)],
  ];
  const lines = rows.flatMap(([word, articles]) => {
    const shown = verbose ? articles : articles.slice(0, SHOWN);
    const rest = articles.length - shown.length;
    return [
      ...shown.map((article) => `  ${word.padEnd(9)}  ${visible(article)}`),
      ...(rest > 0 ? [`  ${word.padEnd(9)}  and ${numberText(rest)} more (--verbose shows all)`] : []),
    ];
  });
  return changes.kept === 0 ? lines : [...lines, `  ${"kept".padEnd(9)}  ${numberText(changes.kept)}`];
}

function inFull({ path, address }: ArticleRecord): string {
  return `${path}  ${address}`;
}

function moveOf(record: ArticleRecord, before: ArticleRecord): string {
  const path = before.path === record.path ? record.path : `${before.path} -> ${record.path}`;
  const address =
    before.address === record.address ? record.address : `${before.address} -> ${record.address}`;
  return `${path}  ${address}`;
}
