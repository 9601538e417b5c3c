import { expect, test } from "vitest";
import { excludedBy } from "../../src/folder/excluded.ts";
import { leastOf } from "./cost.ts";

/** Of what is linear 8 times the size takes 8 times as long; of what is square 64 times. */
const GROWN = 8;
const MOST = 30;

test.for([
  ["many stars in a name", "*a*a*a*a*a*a*a*a*b", (size: number) => "a".repeat(size)],
  ["stars in each of many names", `${"*a*a*a/".repeat(6)}x`, (size: number) => "aaaa/".repeat(size / 5)],
  ["many folders", `${"**/".repeat(20)}x`, (size: number) => "a/".repeat(size / 2)],
  ["many stars over folders", `${"**a".repeat(20)}/x`, (size: number) => "a/".repeat(size / 2)],
  ["groups of the same", `${"{a,a}".repeat(100)}b`, (size: number) => "a".repeat(size)],
  ["groups of nothing", `${"{,,,}".repeat(100)}b`, (size: number) => "a".repeat(size)],
  ["groups of stars", `${"{*,**}".repeat(20)}b`, (size: number) => "a".repeat(size)],
] as const)("a glob of %s looks at each sign of a path once", ([, glob, pathOf]) => {
  const cost = (size: number) => {
    const paths = Array.from({ length: 20 }, (_, n) => `${pathOf(size)}${n}`);
    return leastOf(3, () => ({ found: paths.filter(excludedBy([glob])) })).cost;
  };
  const small = Math.max(cost(1000), 0.5);
  expect(cost(1000 * GROWN) / small).toBeLessThan(MOST);
});
