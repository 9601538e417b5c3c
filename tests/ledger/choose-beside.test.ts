import { describe, expect, test } from "vitest";
import { chooseBeside } from "../../src/ledger/choose-beside.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { NOBODY } from "./nobody.ts";
import { records } from "./records.ts";
import { sourceAt } from "./source-at.ts";

/** Articles of these records, all of these tags; those of `pages` stand by themselves. */
function identified(
  all: readonly ArticleRecord[],
  pages: readonly number[] = [],
  tags: readonly string[] = ["a"],
): Identification {
  const none = {
    ...NOBODY,
  };
  const articles = all
    .filter(({ deleted }) => deleted === null)
    .map((record) => ({
      source: sourceAt({ path: record.path, tags, page: pages.includes(record.ordinal) }),
      record,
    }));
  return { ...none, articles, records: all };
}

const besideOf = ({ records }: Pick<Identification, "records">) => [...records].map(({ beside }) => beside);

describe("what stands beside an article", () => {
  test("is chosen among earlier ones, when it is first published, and kept", () => {
    const first = chooseBeside(identified(records(3)));
    expect(besideOf(first)).toEqual([[0], [1], [1, 2]]);
    expect(first.articles.map(({ record }) => record)).toEqual(first.records);
    const [zero, one, two] = first.records;
    if (!zero || !one || !two) throw new TypeError("no records");
    expect(chooseBeside(first)).toBe(first);
    const next = chooseBeside(identified([zero, one, two, ...records(4).slice(3)]));
    expect([...next.records].slice(0, 3)).toEqual([zero, one, two]);
    expect(next.records.at(3)?.beside).toEqual([1, 2, 3]);
  });

  test("of a site that was published without it is chosen at once, and nothing else of its records changes", () => {
    const before = records(3, { 1: { edition: 500 } });
    const { records: after } = chooseBeside(identified(before));
    expect([...after].map(({ beside: _, ...record }) => record)).toEqual(before);
  });

  test("is nothing for the only article of a site", () => {
    expect(besideOf(chooseBeside(identified(records(1))))).toEqual([[0]]);
  });

  test("is another article once, however much they share", () => {
    const all = records(3, { 1: { published: 900 } });
    expect(besideOf(chooseBeside(identified(all, [], ["a", "b"])))).toEqual([[0], [0, 1], [2, 1]]);
  });

  test("stays where another one would be chosen by now, and its record is the same object", () => {
    const all = records(4, { 1: { beside: [0] }, 2: { beside: [0, 2] } });
    const before = identified(all);
    const { articles, records: after } = chooseBeside(before);
    expect(besideOf({ records: after })).toEqual([[0], [0], [0, 2], [1, 2, 3]]);
    expect(articles.map((one, index) => one === before.articles[index])).toEqual([false, true, true, false]);
  });

  test("is no page that stands by itself and nothing that is gone; neither has anything beside it", () => {
    const all = records(5, { 1: { deleted: 2000 } });
    expect(besideOf(chooseBeside(identified(all, [2])))).toEqual([[0], undefined, undefined, [3], [1, 4]]);
  });
});
