import { expect, test } from "vitest";
import { listedQuery } from "../../src/representation/redirects/listed-query.ts";
import { matchPatterns } from "../../src/representation/redirects/pattern.ts";
import { leastOf } from "./cost.ts";

/** Of what is linear 8 times the size takes 8 times as long; of what is square 64 times. */
const GROWN = 8;
const MOST = 30;

const patterns = Array.from({ length: 100 }, (_, n) => ({
  from: `/${":a/".repeat(10)}*${"/:b".repeat(10)}/x${n}`,
  to: "/",
  status: 301,
}));

test.for([
  ["many segments", (size: number) => `/${"a/".repeat(size / 2)}x`],
  ["one long segment", (size: number) => `/${"a".repeat(size)}`],
  ["nothing but slashes", (size: number) => "/".repeat(size)],
] as const)("a hundred patterns take a path of %s in one pass", ([, path]) => {
  const cost = (size: number) => {
    const asked = path(size);
    return leastOf(3, () => ({ found: Array.from({ length: 20 }, () => matchPatterns(patterns, asked)) }))
      .cost;
  };
  const small = Math.max(cost(4000), 0.5);
  expect(cost(4000 * GROWN) / small).toBeLessThan(MOST);
});

test("a query that is longer than any address is not looked at", () => {
  expect(listedQuery(`?${"p=1&".repeat(1_000_000)}`, ["id"])).toBe("");
});
