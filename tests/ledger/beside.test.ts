import { describe, expect, test } from "vitest";
import { besideAt, besideOf, movedBeside } from "../../src/ledger/beside.ts";

describe("what stands beside an article is told by how much lower its ordinal is", () => {
  test.for([
    { name: "nothing", ordinals: { before: null, related: [] }, beside: [0] },
    { name: "the one before it", ordinals: { before: 8, related: [] }, beside: [1] },
    {
      name: "related ones, the nearest first",
      ordinals: { before: null, related: [3, 0, 8] },
      beside: [0, 6, 9, 1],
    },
    { name: "both, as far as the first of all", ordinals: { before: 0, related: [8] }, beside: [9, 1] },
  ] as const)("$name", ({ ordinals, beside }) => {
    expect(besideAt(9, ordinals)).toEqual(beside);
    expect(besideOf(9, beside)).toEqual(ordinals);
  });

  test("nothing where nobody chose it", () => {
    expect(besideOf(9, undefined)).toEqual({ before: null, related: [] });
  });

  test("nothing that is not lower is written", () => {
    expect(besideAt(9, { before: 10, related: [9, 10, 8] })).toEqual([0, 1]);
    expect(besideAt(9, { before: 9, related: [] })).toEqual([0]);
  });

  test("nothing before the first of all is read, and not the article itself", () => {
    expect(besideOf(9, [10, 0, 10, 2])).toEqual({ before: null, related: [7] });
  });
});

describe("where ordinals become others, what stands beside an article", () => {
  test("is told by the new ones, and what has none any more is left out", () => {
    const ordinals = new Map([
      [6, 0],
      [2, 4],
    ]);
    expect(movedBeside([3, 7, 1, 4], 9, 5, (one) => ordinals.get(one))).toEqual([5, 1]);
    expect(movedBeside([1, 3], 9, 5, (one) => ordinals.get(one) ?? null)).toEqual([0, 5]);
  });

  test("is nothing still where it was nothing", () => {
    expect(movedBeside([0], 9, 5, () => 3)).toEqual([0]);
  });
});
