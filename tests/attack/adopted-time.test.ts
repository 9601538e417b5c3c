import { expect, test } from "vitest";
import { lineAddress } from "../../src/migrate/addresses/line-address.ts";
import { nearestAddress } from "../../src/migrate/addresses/nearest-address.ts";
import { matchItems } from "../../src/migrate/adopt/match-items.ts";
import { readAdopted } from "../../src/source/settings/read-adopted.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { pathOf } from "../bake/values.ts";
import { articleBut, itemBut } from "../migrate/adopt/items.ts";
import { leastOf } from "./cost.ts";

/** Of what is linear 8 times the size takes 8 times as long; of what is square 64 times. */
const GROWN = 8;
const MOST = 30;

const read = (text: string) =>
  readAdopted({ path: pathOf("adopted.toml"), bytes: Buffer.from(text) }, new FileProblems("adopted.toml"));
const many = <T>(size: number, make: (at: number) => T) => Array.from({ length: size }, (_, at) => make(at));
const links = { isOwn: () => true, leadsTo: () => null };

test.for<readonly [string, (size: number) => unknown]>([
  ["entries of one path", (size) => read('[[adopted]]\npath = "a.md"\n'.repeat(size))],
  ["entries with nothing right", (size) => read("[[adopted]]\nx = 1\n".repeat(size))],
  ["an entry with many keys", (size) => read(`[[adopted]]\n${many(size, (at) => `k${at} = 1`).join("\n")}`)],
  ["a line that is long", (size) => read(`# ${"[".repeat(size * 20)}`)],
  [
    "items and articles that are all alike",
    (size) =>
      matchItems(
        many(size, () => itemBut({ title: "Tide", link: "https://a.example/x" })),
        many(size, () => articleBut()),
        links,
      ),
  ],
  [
    "titles of marks alone",
    (size) =>
      matchItems(
        [itemBut({ title: "-".repeat(size * 20) })],
        [articleBut({ title: "- ".repeat(size * 10) })],
        links,
      ),
  ],
  [
    "lines of a log without an end",
    (size) => many(size / 100, () => lineAddress(`a b ${"[x".repeat(3000)}`)),
  ],
  [
    "lost addresses that are near to all",
    (size) => many(size, (at) => nearestAddress(["/tide-one"])(`/tide-${at}`)),
  ],
])("%s take time in proportion", ([, work]) => {
  const cost = (size: number) => leastOf(3, () => ({ made: work(size) })).cost;
  const small = Math.max(cost(500), 1);
  expect(cost(500 * GROWN) / small).toBeLessThan(MOST);
});
