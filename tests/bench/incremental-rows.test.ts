import { expect, test } from "vitest";
import type { Incremental } from "../../scripts/bench/incremental-rows.ts";
import { incrementalRows } from "../../scripts/bench/incremental-rows.ts";

const found = (size: number, timeMs: number, puts: number): Incremental => ({
  size,
  idle: [{ timeMs: 200, puts: 0 }],
  ours: [{ timeMs, puts }],
  hugo: [{ timeMs: 4000 }],
});

const verdicts = (all: readonly Incremental[]) =>
  incrementalRows(all).flatMap(({ what, budget, met }) => (budget ? [[what.trim(), met]] : []));

test.for([
  {
    name: "all kept",
    all: [found(1000, 300, 8), found(10_000, 400, 8)],
    expected: [
      ["of 1,000: nothing changed", true],
      ["of 10,000: nothing changed", true],
      ["one changed of 10,000, against Hugo's rebuild", true],
      ["one changed of 10,000, against 1,000", true],
    ],
  },
  {
    name: "slower than a tenth of Hugo's rebuild, and writes that grow with the site",
    all: [found(1000, 300, 8), found(10_000, 401, 9)],
    expected: [
      ["of 1,000: nothing changed", true],
      ["of 10,000: nothing changed", true],
      ["one changed of 10,000, against Hugo's rebuild", false],
      ["one changed of 10,000, against 1,000", false],
    ],
  },
  {
    name: "an idle bake that writes",
    all: [{ ...found(1000, 300, 8), idle: [{ timeMs: 200, puts: 1 }] }],
    expected: [["of 1,000: nothing changed", false]],
  },
])("one article changed keeps its budgets or misses them: $name", ({ all, expected }) => {
  expect(verdicts(all)).toEqual(expected);
});

test("without Hugo the row says what to install", () => {
  const rows = incrementalRows([{ ...found(1000, 300, 8), hugo: "not installed: apt-get install hugo" }]);
  expect(rows.at(-1)).toMatchObject({ figure: "not installed: apt-get install hugo", met: null });
});
