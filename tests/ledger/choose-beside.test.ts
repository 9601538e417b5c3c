import { describe, expect, test } from "vitest";
import { chooseBeside } from "../../src/ledger/choose-beside.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import type { ArticleRecord } from "../../src/ledger/ledger.ts";
import { records } from "./records.ts";
import { sourceAt } from "./source-at.ts";

/** Articles of these records, all of one tag; those of `pages` stand by themselves. */
function identified(all: readonly ArticleRecord[], pages: readonly number[] = []): Identification {
  const none = { waiting: [], clashes: [], lateIds: [], lateDates: [], lateUpdates: [] };
  const articles = all
    .filter(({ deleted }) => deleted === null)
    .map((record) => ({
      source: sourceAt({ path: record.path, tags: ["a"], page: pages.includes(record.ordinal) }),
      record,
    }));
  return { ...none, articles, records: all };
}

const besideOf = ({ records }: Pick<Identification, "records">) => records.map(({ beside }) => beside);

describe("what stands beside an article", () => {
  test("is chosen among earlier ones, when it is first published, and kept", () => {
    const first = chooseBeside(identified(records(3)));
    expect(besideOf(first)).toEqual([[0], [1], [1, 2]]);
    expect(first.articles.map(({ record }) => record)).toEqual(first.records);
    const [zero, one, two] = first.records;
    if (!zero || !one || !two) throw new TypeError("no records");
    expect(chooseBeside(first)).toBe(first);
    const next = chooseBeside(identified([zero, one, two, ...records(4).slice(3)]));
    expect(next.records.slice(0, 3)).toEqual([zero, one, two]);
    expect(next.records[3]?.beside).toEqual([1, 2, 3]);
  });

  test("of a site that was published without it is chosen at once, and nothing else of its records changes", () => {
    const before = records(3, { 1: { edition: 500 } });
    const { records: after } = chooseBeside(identified(before));
    expect(after.map(({ beside: _, ...record }) => record)).toEqual(before);
  });

  test("is no page that stands by itself and nothing that is gone; neither has anything beside it", () => {
    const all = records(5, { 1: { deleted: 2000 } });
    expect(besideOf(chooseBeside(identified(all, [2])))).toEqual([[0], undefined, undefined, [3], [1, 4]]);
  });
});
