import { expect, test } from "vitest";
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
  { name: "five of twenty-five, which are no more than a fifth", count: 25, lost: 5, harm: "none" },
  { name: "five of twenty-four", count: 24, lost: 5, harm: { lost: 5, of: 24 } },
  { name: "ninety of a hundred", count: 100, lost: 90, harm: { lost: 90, of: 100 } },
  { name: "all", count: 2, lost: 2, harm: "emptied" },
] as const)("$name: $harm", ({ count, lost, harm }) => {
  expect(harmOf(without(count, 0), without(count, lost))).toEqual(harm);
});

test("what was gone before is not lost again", () => {
  expect(harmOf(without(100, 90), without(100, 91))).toBe("none");
});

test("an article that the next ledger does not know at all is lost", () => {
  const next = ledgerBut({ articles: records(19) });
  expect(harmOf(ledgerBut({ articles: records(25) }), next)).toEqual({ lost: 6, of: 25 });
});
