import { visible } from "../../article/plain-text.ts";
import type { AdoptedFeedReport, AdoptedItem, AdoptReport } from "../reports/json-reports.ts";
import { plural } from "../reports/report.ts";
import { addressLines } from "./address-lines.ts";

/** Items that are told one by one, unless everything is asked for. */
const MOST_SHOWN = 10;

/** What an adoption came to, as people read it. */
export function adoptLines(report: AdoptReport, { verbose }: { readonly verbose: boolean }): string[] {
  const { feeds, addresses } = report;
  return [
    ...feeds.flatMap((feed) => feedLines(feed, verbose)),
    ...(addresses === null ? [] : addressLines(addresses, verbose)),
    ...(feeds.length === 0 ? [] : [lastLine(report)]),
  ].map(visible);
}

function feedLines(feed: AdoptedFeedReport, verbose: boolean): string[] {
  const { taken, left, missing, otherIds, withoutId, published, address, remarks } = feed;
  const count = taken.length + left.length + missing.length;
  const reasons = new Map<string, number>();
  for (const { by = "" } of taken) reasons.set(by, (reasons.get(by) ?? 0) + 1);
  const by = [...reasons].map(([reason, times]) => `${times.toLocaleString("en")} by ${reason}`).join(", ");
  const shown = verbose ? Number.POSITIVE_INFINITY : MOST_SHOWN;
  const told = (list: readonly AdoptedItem[], line: (item: AdoptedItem) => string) => [
    ...list.slice(0, shown).map((item) => `  ${line(item)}`),
    ...(list.length > shown
      ? [`  … and ${(list.length - shown).toLocaleString("en")} more; --verbose shows them`]
      : []),
  ];
  return [
    `${feed.feed} (${feed.format}): ${plural(count, "item")}, ${taken.length.toLocaleString("en")} found in the folder${by === "" ? "" : ` (${by})`}.`,
    ...remarks.map((remark) => `  It ${remark}.`),
    ...(verbose ? taken.map((item) => `  ${nameOf(item)} is ${item.path}, by ${item.by}`) : []),
    ...told(left, (item) => `left: ${nameOf(item)} may be ${item.path}, by ${item.by}`),
    ...told(missing, (item) => `not in the folder: ${nameOf(item)}`),
    ...(published > 0
      ? [
          `  ${plural(published, "item")} not taken: this site has published the article under another id, which its readers know.`,
        ]
      : []),
    ...(otherIds > 0
      ? [
          `  ${plural(otherIds, "item")} will show once more to subscribers of this feed: the article has another id, by its front matter, another feed or adopted.toml.`,
        ]
      : []),
    ...(withoutId > 0
      ? [
          feed.format === "rss"
            ? `  ${plural(withoutId, "item")} without an id: in this feed they go on without one, with the link and the date that readers know them by.`
            : `  ${plural(withoutId, "item")} without an id: the link becomes the id, as most readers take it; newsboat will show these once more.`,
        ]
      : []),
    ...(address === null
      ? [
          "  It has no entry: nothing says where on this site it was (name its address in place of a file), or it is of a tag or section that this site does not have.",
        ]
      : []),
  ];
}

function nameOf({ title, link, id, published }: AdoptedItem): string {
  const day = published === null ? "" : ` of ${published.slice(0, 10)}`;
  return `"${title || (link ?? id ?? "")}"${day}${link === null ? "" : ` (${link})`}`;
}

function lastLine({ file, entries, became }: AdoptReport): string {
  const what = `${plural(entries.adopted, "article")} and ${plural(entries.feeds, "feed")}`;
  if (became === "unchanged")
    return entries.adopted + entries.feeds > 0
      ? `${file} is as it was: ${what}.`
      : "There is nothing to adopt: the folder has the ids and addresses that readers know.";
  return `${became === "wanted" ? "Would write" : "Wrote"} ${file}: ${what}.`;
}
