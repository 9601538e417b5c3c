import { expect, test } from "vitest";
import type { Incremental } from "../../scripts/bench/incremental-rows.ts";
import { incrementalRows } from "../../scripts/bench/incremental-rows.ts";

const found = (size: number, timeMs: number, puts: number): Incremental => ({
  size,
  idle: [{ timeMs: 200, puts: 0, walkMs: 100 }],
  ours: [{ timeMs, puts, walkMs: 140 }],
  hugo: [{ timeMs: 3200 }],
});

const verdicts = (all: readonly Incremental[]) =>
  incrementalRows(all).flatMap(({ what, budget, met }) => (budget ? [[what.trim(), met]] : []));

test.for([
  {
    name: "all kept",
    all: [found(1000, 300, 8), found(10_000, 400, 8)],
    expected: [
      ["of 1,000: nothing changed", true],
      ["of 10,000, against a bare walk", true],
      ["of 10,000: nothing changed", true],
      ["one changed of 10,000, against Hugo's rebuild", true],
      ["one changed of 10,000, against 1,000", true],
    ],
  },
  {
    name: "slower than an eighth of Hugo's rebuild and than three walks, and writes that grow with the site",
    all: [found(1000, 300, 8), found(10_000, 421, 9)],
    expected: [
      ["of 1,000: nothing changed", true],
      ["of 10,000, against a bare walk", false],
      ["of 10,000: nothing changed", true],
      ["one changed of 10,000, against Hugo's rebuild", false],
      ["one changed of 10,000, against 1,000", false],
    ],
  },
  {
    name: "an idle bake that writes, and takes more than two walks",
    all: [{ ...found(20_000, 300, 8), idle: [{ timeMs: 201, puts: 1, walkMs: 100 }] }],
    expected: [
      ["of 20,000: nothing changed", false],
      ["of 20,000, against a bare walk", false],
    ],
  },
])("bakes of little keep their budgets or miss them: $name", ({ all, expected }) => {
  expect(verdicts(all)).toEqual(expected);
});

test("without Hugo the row says what to install", () => {
  const rows = incrementalRows([{ ...found(1000, 300, 8), hugo: "not installed: apt-get install hugo" }]);
  expect(rows.at(-1)).toMatchObject({ figure: "not installed: apt-get install hugo", met: null });
});
