import type { Adopted, AdoptedArticle } from "../../article/adopted.ts";
import { ADOPTED_FILE } from "../../article/adopted.ts";
import type { Problem } from "../../article/problem.ts";
import { rowOfPath } from "../../article/staying-articles.ts";
import type { ContentPath } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { recordFinder } from "../../ledger/records/told-records.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";

/** What a publisher should know of what was adopted: entries for no article, and what readers do not get. */
export function adoptedProblems(
  { articles: entries }: Adopted,
  { articles, staying, records, waiting }: Identification,
  before: Ledger,
): Problem[] {
  if (entries.length === 0) return [];
  const told = new Map(articles.map(({ source, record }) => [source.path, record]));
  const recordAt = (path: ContentPath) => {
    const row = told.has(path) ? -1 : rowOfPath(staying, path);
    return row < 0 ? told.get(path) : records.at(staying.of.ordinal(row));
  };
  const ids = recordFinder(before.articles, "id");
  const known = { has: (id: string) => ids.find(id) >= 0 };
  const expected = new Set(waiting.map(({ source }) => source.path));
  const problems: Problem[] = [];
  const tell = ({ line }: AdoptedArticle, severity: Problem["severity"], message: string) =>
    problems.push({ file: ADOPTED_FILE, line, severity, message });
  const late: { readonly entry: AdoptedArticle; readonly id: string }[] = [];
  for (const entry of entries) {
    const { path, id, address } = entry;
    const record = recordAt(path);
    if (address !== null && isOwnAddress(address))
      tell(
        entry,
        "warning",
        `names the address ${address}, where the site keeps its own pages and feeds; remove it`,
      );
    if (record === undefined) {
      if (!expected.has(path) && (id === null || !known.has(id)))
        tell(
          entry,
          "warning",
          `names ${path}, where no article that is published lies; correct the path, or remove the entry`,
        );
      continue;
    }
    if (id !== null && record.id !== id && !known.has(id)) {
      if (record.ordinal < before.articles.length) late.push({ entry, id: record.id });
      else
        tell(
          entry,
          "warning",
          `names the id ${id}, but ${path} has ${record.id} by its front matter, or another article has that id; remove one of them`,
        );
    }
    const isFound = address === null || record.address === address || record.earlier.includes(address);
    if (!isFound && !isOwnAddress(address ?? ""))
      tell(
        entry,
        "warning",
        `names the address ${address}, which is another article's; remove it from one of them`,
      );
  }
  const [first, ...others] = late;
  if (first !== undefined) {
    const more = others.length === 0 ? "" : ` (and ${others.length.toLocaleString("en")} more entries alike)`;
    tell(
      first.entry,
      "notice",
      `names the id ${first.entry.id}${more}, but ${first.entry.path} was published as ${first.id} already, which stays: readers know it by that; remove such entries, or begin anew with --replace-site if nobody reads the site yet`,
    );
  }
  return problems;
}
