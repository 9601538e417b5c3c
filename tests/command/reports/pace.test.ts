import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../../src/command/reports/pace.ts";
import { paceText, withMark } from "../../../src/command/reports/pace.ts";

const seconds = (...pairs: readonly (readonly [second: number, done: number])[]): readonly Mark[] =>
  pairs.map(([second, done]) => ({ atMs: second * 1000, done }));

describe("how far a stage is", () => {
  test.for([
    { name: "nothing yet", marks: [], text: "0 of 100,000" },
    { name: "at its start", marks: seconds([0, 0]), text: "0 of 100,000" },
    { name: "in no time", marks: seconds([3, 0], [3, 500]), text: "500 of 100,000" },
    { name: "while nothing moves", marks: seconds([0, 500], [9, 500]), text: "500 of 100,000" },
    { name: "fast", marks: seconds([0, 0], [10, 20_000]), text: "20,000 of 100,000 (2,000/s, 40 s left)" },
    { name: "backwards", marks: seconds([0, 500], [9, 400]), text: "400 of 100,000" },
    { name: "with a clock that was set back", marks: seconds([9, 0], [0, 500]), text: "500 of 100,000" },
    { name: "ten a second", marks: seconds([0, 0], [10, 100]), text: "100 of 100,000 (10/s, 167 min left)" },
    {
      name: "119 seconds before the end",
      marks: seconds([0, 98_710], [10, 98_810]),
      text: "98,810 of 100,000 (10/s, 119 s left)",
    },
    {
      name: "two minutes before the end",
      marks: seconds([0, 98_700], [10, 98_800]),
      text: "98,800 of 100,000 (10/s, 2 min left)",
    },
    {
      name: "very slow",
      marks: seconds([0, 0], [10, 1]),
      text: "1 of 100,000 (0.1/s, 16,667 min left)",
    },
    {
      name: "past its end",
      marks: seconds([0, 100_000], [10, 100_100]),
      text: "100,100 of 100,000 (10/s, 0 s left)",
    },
    { name: "slow", marks: seconds([0, 0], [10, 25]), text: "25 of 100,000 (2.5/s, 667 min left)" },
    {
      name: "at its end",
      marks: seconds([0, 0], [10, 100_000]),
      text: "100,000 of 100,000 (10,000/s, 0 s left)",
    },
    {
      name: "since the window began",
      marks: seconds([100, 90_000], [110, 91_000]),
      text: "91,000 of 100,000 (100/s, 90 s left)",
    },
  ])("$name", ({ marks, text }) => {
    expect(paceText(marks, 100_000)).toBe(text);
  });
});

describe("the marks that make a pace", () => {
  test("are those of the last fifteen seconds, and the last one before them", () => {
    const marks = seconds([0, 0], [4, 10], [5, 20], [14, 30]);
    expect(withMark(marks, { atMs: 20_000, done: 40 })).toEqual(seconds([5, 20], [14, 30], [20, 40]));
    expect(withMark(marks, { atMs: 60_000, done: 40 })).toEqual(seconds([14, 30], [60, 40]));
  });

  test("are few, however often one is added", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2000), { minLength: 1, maxLength: 200 }), (steps) => {
        let atMs = 0;
        let marks: readonly Mark[] = [];
        for (const [done, step] of steps.entries()) {
          atMs += step;
          marks = withMark(marks, { atMs, done });
        }
        expect(marks.at(-1)).toEqual({ atMs, done: steps.length - 1 });
        expect(marks.filter((mark) => mark.atMs <= atMs - 15_000).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
