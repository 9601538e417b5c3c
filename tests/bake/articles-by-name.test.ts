import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { stayingOf } from "../../src/article/staying-articles.ts";
import { articlesByName } from "../../src/bake/places/articles-by-name.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import { rememberedBut } from "../article/remembered.ts";
import { recordBut } from "../ledger/records.ts";
import { sourcesOf } from "./small-site.ts";
import { must, pathOf } from "./values.ts";

const [SOURCE = null] = sourcesOf({ "a.md": "# A\n\nText.\n" });

/** Articles at these paths: those that are told, in any order, and those that stay; numbered in reverse. */
function siteOf(told: readonly string[], kept: readonly string[]): Identification {
  const all = [...told, ...kept];
  const records = all.map((_, at) => recordBut({ ordinal: at, path: pathOf(all[at] ?? "") }));
  const recordAt = (path: string) => must(records[all.indexOf(path)] ?? null, path);
  const articles = told.map((path) => ({
    source: { ...must(SOURCE, "a source"), path: pathOf(path) },
    record: recordAt(path),
  }));
  const rows = kept
    .toSorted(compareInFolder)
    .map((path) => rememberedBut({ path: pathOf(path), ordinal: recordAt(path).ordinal }));
  const staying = stayingOf(rows, (row) => {
    throw new RangeError(`nobody reads the file of row ${row}`);
  });
  const nothing = { waiting: [], clashes: [], lateIds: [], lateDates: [], lateUpdates: [] };
  return { articles, staying, records, ...nothing };
}

const pathIn = (site: Identification, name: string): string | null =>
  articlesByName(site)(name)?.path ?? null;

describe("an article is found", () => {
  const paths = ["lock/index.md", "lock.md", "lock.de.md", "lock-2.md", "mole.txt", "sea/lock.md"];

  test.for([
    { name: "lock", path: "lock/index.md" },
    { name: "lock.md", path: "lock.md" },
    { name: "lock/index.md", path: "lock/index.md" },
    { name: "lock.de", path: "lock.de.md" },
    { name: "mole", path: "mole.txt" },
    { name: "sea/lock", path: "sea/lock.md" },
    { name: "lock/index", path: null },
    { name: "sea", path: null },
    { name: "loc", path: null },
    { name: "", path: null },
  ])("at $path by “$name”, whether it is told or stays", ({ name, path }) => {
    expect(pathIn(siteOf(paths, []), name)).toBe(path);
    expect(pathIn(siteOf(paths.toReversed(), []), name)).toBe(path);
    expect(pathIn(siteOf([], paths), name)).toBe(path);
  });

  test("as the first in the folder, where one is told and another stays", () => {
    expect(pathIn(siteOf(["lock.md"], ["lock/index.md"]), "lock")).toBe("lock/index.md");
    expect(pathIn(siteOf(["lock/index.md"], ["lock.md"]), "lock")).toBe("lock/index.md");
  });

  test("with a look at few of very many that stay", () => {
    const site = siteOf(
      [],
      Array.from({ length: 2000 }, (_, at) => `sea/${1000 + at}.md`),
    );
    let read = 0;
    const path = (row: number) => {
      read += 1;
      return site.staying.of.path(row);
    };
    const find = articlesByName({
      ...site,
      staying: { ...site.staying, of: { ...site.staying.of, path } },
    });
    expect(["sea/1007", "sea/1007.md", "sea", "a"].map((name) => find(name)?.path ?? null)).toEqual([
      "sea/1007.md",
      "sea/1007.md",
      null,
      null,
    ]);
    expect(read).toBeLessThan(200);
  });

  test("with the record that is its own", () => {
    const find = articlesByName(siteOf(["b.md"], ["a.md", "c.md"]));
    expect(["a", "b", "c"].map((name) => find(name)?.ordinal)).toEqual([1, 0, 2]);
  });
});

test("an article is the one that it is where all are told, whichever of them stay", () => {
  const name = fc.constantFrom("a", "a.b", "index", "a.md", "ab", "a b");
  const path = fc
    .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom(".md", ".txt"))
    .map(([names, end]) => names.join("/") + end);
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), fc.func(fc.boolean()), (all, stays) => {
      const told = siteOf(all, []);
      const partly = siteOf(
        all.filter((one) => !stays(one)),
        all.filter((one) => stays(one)),
      );
      const stems = all.map((one) => one.replace(/\.[^./]+$/, ""));
      const names = [...all, ...stems, ...stems.map((one) => one.replace(/\/index$/, "")), "a/", "b"];
      for (const asked of names) expect(pathIn(partly, asked), asked).toBe(pathIn(told, asked));
    }),
  );
});
