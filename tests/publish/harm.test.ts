import { describe, expect, test } from "vitest";
import { harmOf } from "../../src/publish/harm.ts";
import { ledgerBut, records } from "../ledger/records.ts";

const gone = { deleted: 2000 };
const without = (count: number, lost: number) =>
  ledgerBut({
    articles: records(count, Object.fromEntries(Array.from({ length: lost }, (_, n) => [n, gone]))),
  });

test.for([
  { name: "nothing lost", count: 20, lost: 0, harm: "none" },
  { name: "four of four hundred", count: 400, lost: 4, harm: "none" },
  { name: "four of ten, which are fewer than five", count: 10, lost: 4, harm: "none" },
  { name: "two of three, which are fewer than three", count: 3, lost: 2, harm: "none" },
  { name: "three of six, which are no more than half", count: 6, lost: 3, harm: "none" },
  { name: "three of five", count: 5, lost: 3, harm: { lost: 3, of: 5 } },
  { name: "five of twenty-five, which are no more than a fifth", count: 25, lost: 5, harm: "none" },
  { name: "five of twenty-four", count: 24, lost: 5, harm: { lost: 5, of: 24 } },
  { name: "ninety of a hundred", count: 100, lost: 90, harm: { lost: 90, of: 100 } },
  { name: "all", count: 2, lost: 2, harm: "emptied" },
] as const)("$name: $harm", ({ count, lost, harm }) => {
  expect(harmOf(without(count, 0), without(count, lost))).toEqual(harm);
});

describe("publishes of one day count together", () => {
  const DAY = 86_400;
  const NOW = 1_000_000;
  /** Twenty articles, of which four went earlier, and, by `next`, more now. */
  const twenty = (earlier: number, now: number) =>
    records(
      20,
      Object.fromEntries([
        ...[0, 1, 2, 3].map((n) => [n, { deleted: earlier }]),
        ...Array.from({ length: now }, (_, n) => [4 + n, { deleted: NOW }]),
      ]),
    );

  test.for([
    {
      name: "four more after four within the day",
      earlier: NOW - DAY + 1,
      now: 4,
      harm: { lost: 8, of: 20 },
    },
    { name: "four more after four a day ago", earlier: NOW - DAY, now: 4, harm: "none" },
    { name: "five more after four a day ago", earlier: NOW - DAY, now: 5, harm: { lost: 5, of: 16 } },
    { name: "nothing more after four within the day", earlier: NOW - 60, now: 0, harm: "none" },
  ] as const)("$name: $harm", ({ earlier, now, harm }) => {
    const before = ledgerBut({ edition: earlier, articles: twenty(earlier, 0) });
    expect(harmOf(before, ledgerBut({ edition: NOW, articles: twenty(earlier, now) }))).toEqual(harm);
  });
});

test("an article that the next ledger does not know at all is lost", () => {
  const next = ledgerBut({ articles: records(19) });
  expect(harmOf(ledgerBut({ articles: records(25) }), next)).toEqual({ lost: 6, of: 25 });
});

test("articles that went long ago count neither as lost nor as a part of the site", () => {
  const old = Array.from({ length: 20 }, (_, n) => [n, { deleted: 1000 }] as const);
  const now = Array.from({ length: 5 }, (_, n) => [20 + n, { deleted: 1_000_000 }] as const);
  const before = ledgerBut({ edition: 999_000, articles: records(30, Object.fromEntries(old)) });
  const next = ledgerBut({ edition: 1_000_000, articles: records(30, Object.fromEntries([...old, ...now])) });
  expect(harmOf(before, next)).toEqual({ lost: 5, of: 10 });
});

test("a publish that takes nothing away does no harm, whatever went within the day", () => {
  const went = Array.from({ length: 9 }, (_, n) => [n, { deleted: 999_000 }] as const);
  const before = ledgerBut({ edition: 999_000, articles: records(20, Object.fromEntries(went)) });
  expect(harmOf(before, { ...before, edition: 1_000_000 })).toBe("none");
});
