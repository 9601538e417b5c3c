import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { archivesOf } from "../../src/article/windows.ts";
import { windowsOf } from "../../src/ledger/windows.ts";
import { records } from "./records.ts";

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe("windows of three (RFC 5005 §4)", () => {
  test.for([
    { name: "nothing yet", count: 0, subscription: [0, 0], archives: 0 },
    { name: "an open window only", count: 2, subscription: [0, 2], archives: 0 },
    {
      name: "the first complete window stays in the subscription document",
      count: 5,
      subscription: [0, 5],
      archives: 0,
    },
    { name: "the second complete one archives the first", count: 6, subscription: [3, 6], archives: 1 },
    { name: "and so on", count: 11, subscription: [6, 11], archives: 2 },
  ] as const)("$name", ({ count, subscription: [from, to], archives }) => {
    const windows = windowsOf(records(count), 3);
    expect(windows.subscription).toEqual(range(from, to));
    expect([...archivesOf(windows)].map(({ articles }) => articles)).toEqual(
      range(0, archives).map((index) => range(index * 3, index * 3 + 3)),
    );
    expect(windows.previous).toBe(archives === 0 ? null : archives);
  });

  test("a chain of numbers leads from the subscription document to the oldest and back", () => {
    const archives = [...archivesOf(windowsOf(records(12), 3))];
    expect(archives.map(({ number, previous, next }) => [number, previous, next])).toEqual([
      [1, null, 2],
      [2, 1, 3],
      [3, 2, null],
    ]);
  });

  test("what is gone leaves a gap, and an emptied window stays", () => {
    const gone = { deleted: 2000 };
    const windows = windowsOf(records(8, { 0: gone, 1: gone, 2: gone, 4: gone }), 3);
    expect([...archivesOf(windows)]).toEqual([{ number: 1, articles: [], previous: null, next: null }]);
    expect(windows.subscription).toEqual([3, 5, 6, 7]);
  });

  test("an older article that was corrected comes back until n newer ones have come", () => {
    const corrected = { 1: { correction: { note: "a", before: 9 } } };
    expect(windowsOf(records(9, corrected), 3).subscription).toEqual([1, 6, 7, 8]);
    expect(windowsOf(records(11, corrected), 3).subscription).toEqual([1, 6, 7, 8, 9, 10]);
    expect(windowsOf(records(12, corrected), 3).subscription).toEqual([9, 10, 11]);
  });

  test("one that was corrected while the subscription document holds it anyway stands there once", () => {
    const corrected = { 7: { correction: { note: "a", before: 9 } } };
    expect(windowsOf(records(9, corrected), 3).subscription).toEqual([6, 7, 8]);
    expect(windowsOf(records(2, { 0: { correction: { note: "a", before: 2 } } }), 3).subscription).toEqual([
      0, 1,
    ]);
  });

  test("always cover every article once, and n to 2n - 1 of them in the subscription document", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 50 }), (count, size) => {
        const windows = windowsOf(records(count), size);
        const { subscription } = windows;
        expect([...[...archivesOf(windows)].flatMap(({ articles }) => articles), ...subscription]).toEqual(
          range(0, count),
        );
        expect(subscription.length).toBeGreaterThanOrEqual(Math.min(size, count));
        expect(subscription.length).toBeLessThan(2 * size);
      }),
    );
  });

  test("a complete window never changes by new articles, but for its first next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 9 }), (count, size) => {
        const before = [...archivesOf(windowsOf(records(count), size))];
        const after = [...archivesOf(windowsOf(records(count + 1), size))];
        expect(after.slice(0, before.length).map(({ articles }) => articles)).toEqual(
          before.map(({ articles }) => articles),
        );
        for (const [index, { next }] of before.entries())
          if (next !== null) expect(after[index]?.next).toBe(next);
      }),
    );
  });
});
