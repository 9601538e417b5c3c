import { isoOf } from "../../article/instant.ts";
import { visible } from "../../article/plain-text.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";
import { countThere } from "../../ledger/records/told-records.ts";
import { plural } from "../reports/report.ts";

/** A ledger as people read it: what it says of the site, then an article a line. */
export function ledgerTable(ledger: Ledger): string[] {
  const { articles, channels, documents } = ledger;
  if (ledger.edition === 0) return ["Nothing has been published yet."];
  const gone = articles.length - countThere(articles);
  const rows = [...Array.from(articles, rowOf), ...sealedRows(ledger)].map((row) => row.map(visible));
  const widths = TITLES.map((title, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]?.length ?? 0), title.length),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [
    `Last published ${isoOf(ledger.edition)}. Ids begin with tag:${ledger.authority}:, windows hold ${plural(ledger.windowSize ?? 0, "article")}.`,
    `${plural(articles.length - gone, "article")} in the site, ${gone} gone; ${plural(channels.length, "channel")}, ${plural(documents.size, "document")}.`,
    "",
    line(TITLES),
    ...rows.map(line),
  ];
}

/** What comes or goes by itself; ordinals of what is not there yet are not final. */
function sealedRows({ articles, sealed = [] }: Ledger): string[][] {
  return sealed.flatMap((change) =>
    change.articles
      .filter(({ ordinal, deleted }) => articles.at(ordinal)?.deleted !== deleted)
      .map((record) => {
        const [, published = "", , address = "", ...rest] = rowOf(record);
        const when = `${record.deleted === null ? "opens" : "goes"} ${isoOf(change.at)}`;
        return ["-", published, when, address, ...rest];
      }),
  );
}

const TITLES = ["no.", "published", "updated", "address", "source", "id"];

function rowOf(record: ArticleRecord): string[] {
  const { ordinal, published, updated, deleted, address, earlier, path, id } = record;
  const before = earlier.length === 0 ? "" : ` (before: ${earlier.join(", ")})`;
  return [
    String(ordinal),
    isoOf(published),
    deleted === null ? isoOf(updated) : `gone ${isoOf(deleted)}`,
    `${address}${before}`,
    path,
    id,
  ];
}
