import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import type { Windows } from "../../src/article/windows.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { windowsOfPlaces } from "../../src/ledger/windows.ts";
import { recordBut } from "../ledger/records.ts";
import type { Case } from "./kept-site.ts";
import { keptOf } from "./kept-site.ts";

/** Archives of two articles each, with two documents each. */
const SIZE = 2;
const keysOf = (number: number) => [`/archive/${number}.xml`, `/archive/${number}.json`];

function windowsOf(count: number): Windows<Article> {
  const places = Int32Array.from({ length: (count + 1) * SIZE }, (_, place) =>
    place % 5 === 4 ? -1 : place,
  );
  const windows = windowsOfPlaces({ ordinals: places, isThere: () => true, corrections: [] }, SIZE);
  return {
    ...windows,
    subscription: [],
    archive: (number) => ({ ...windows.archive(number), articles: [] }),
  };
}

describe("archives", () => {
  const COUNT = 5;
  const records = Array.from({ length: 12 }, (_, ordinal) => recordBut({ ordinal }));
  const stays = [...records.keys()];
  const numbers = [1, 2, 3, 4, 5, 6];
  const upTo = (last: number) => ({ "/archive/1.xml": last });
  const keptIn = (given: Case, count = COUNT) =>
    numbers.filter(keptOf(given).kept.isArchive(windowsOf(count), keysOf));

  test.for([
    { name: "all, where the last one was there before", archives: upTo(5), are: [1, 2, 3, 4, 5] },
    { name: "but for the last before, which has one behind it now", archives: upTo(4), are: [1, 2, 3] },
    { name: "also where two have come", archives: upTo(3), are: [1, 2] },
    { name: "none, where the first was the last before", archives: upTo(1), are: [] },
    { name: "none, where none was there before", archives: upTo(0), are: [] },
    { name: "none, where the channel had no archives", archives: { "/tags/sea/archive/1": 5 }, are: [] },
  ])("stay: $name", ({ archives, are }) => {
    expect(keptIn({ records, stays, archives })).toEqual(are);
  });

  test("do not stay where the first one has come", () => {
    expect(keptIn({ records, stays }, 1)).toEqual([]);
    expect(keptIn({ records, stays, archives: upTo(1) }, 1)).toEqual([1]);
  });

  test("are counted for the next bake, also where none stays", () => {
    for (const isKnown of [true, false]) {
      const { kept, seen } = keptOf({ records, stays, isKnown });
      kept.isArchive(windowsOf(COUNT), keysOf);
      kept.isArchive({ ...windowsOf(0), previous: null }, (number) => [`/tags/sea/archive/${number}`]);
      expect(seen.archives).toEqual({ "/archive/1.xml": COUNT, "/tags/sea/archive/1": 0 });
    }
  });

  test("are none where all articles are in the subscription document", () => {
    expect(keptIn({ records, stays, archives: upTo(6) }, 0)).toEqual([]);
  });

  test("stay where each article in them does, or is gone since before; nobody stands at a place without any", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("stays", "changed", "goes", "gone", "told"), {
          minLength: 12,
          maxLength: 12,
        }),
        (kinds) => {
          const before = records.map((one, at) => (kinds[at] === "gone" ? { ...one, deleted: 900 } : one));
          const after = before.map((one, at): ArticleRecord => {
            if (kinds[at] === "changed") return { ...one, edition: 2000 };
            return kinds[at] === "goes" ? { ...one, deleted: 2000 } : one;
          });
          const given = {
            records: after,
            before,
            stays: stays.filter((at) => kinds[at] === "stays"),
            archives: upTo(COUNT),
          };
          const isFirm = (place: number) =>
            place % 5 === 4 || kinds[place] === "stays" || kinds[place] === "gone";
          expect(keptIn(given)).toEqual(
            numbers.slice(0, COUNT).filter((number) => [2 * number - 2, 2 * number - 1].every(isFirm)),
          );
        },
      ),
    );
  });

  test("do not stay where an article in them has no record", () => {
    const few = { records: records.slice(0, 3), stays: [0, 1, 2], archives: upTo(COUNT) };
    expect(keptIn(few)).toEqual([1]);
  });
});
