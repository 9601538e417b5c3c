import * as fc from "fast-check";
import { expect, test } from "vitest";
import { articlesBefore } from "../../src/ledger/articles-before.ts";
import { inTime } from "./in-time.ts";

const subject = (ordinal: number, published: number, language = "en") => ({ ordinal, published, language });

/** What stands before each of these articles. */
const before = (subjects: readonly ReturnType<typeof subject>[]) => [...articlesBefore(inTime(subjects))];

test("no articles have none before them", () => {
  expect(before([])).toEqual([]);
});

test("an ordinal that no article has has nothing before it", () => {
  expect(before([subject(1, 10), subject(4, 20)])).toEqual([-1, -1, -1, -1, 1]);
});

test("before each article stands the newest of lower ordinal and of its language that is no newer", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom("en", "nl")), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(some, (rows) => {
      const subjects = rows.map(([published, language], ordinal) => subject(ordinal, published, language));
      const expected = subjects.map((one) => {
        const older = subjects.filter(
          ({ ordinal, language, published }) =>
            ordinal < one.ordinal && language === one.language && published <= one.published,
        );
        const newest = Math.max(...older.map(({ published }) => published));
        return older.findLast(({ published }) => published === newest)?.ordinal ?? -1;
      });
      expect(before(subjects)).toEqual(expected);
    }),
  );
});
