import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { stayingOf, stayingWhere } from "../../src/article/staying-articles.ts";
import { stemOf } from "../../src/ledger/match.ts";
import { idMint, stayingAt } from "../../src/ledger/mint-ids.ts";
import { rememberedBut } from "../article/remembered.ts";
import { pathOf } from "../bake/values.ts";

/** Articles at these paths that stay; those that are named ask for their ids. */
function stayingAmong(paths: readonly string[], own: readonly string[] = []) {
  const all = paths
    .toSorted(compareInFolder)
    .map((path) => rememberedBut({ path: pathOf(path), hasOwnId: own.includes(path) }));
  return stayingOf(all, (row) => {
    throw new RangeError(`nobody reads the file of row ${row}`);
  });
}

const PATHS = ["a.de.md", "a.md", "a.txt", "a/b.md", "a-b.md", "ab.md", "b.md"];

describe("the file of an article that stays and has a stem", () => {
  test.for([
    { stem: "a", path: "a.md" },
    { stem: "a.de", path: "a.de.md" },
    { stem: "a/b", path: "a/b.md" },
    { stem: "ab", path: "ab.md" },
    { stem: "a.d", path: null },
    { stem: "c", path: null },
    { stem: "", path: null },
  ])("is $path for “$stem”", ({ stem, path }) => {
    expect(stayingAt(stem, stayingAmong(PATHS))).toBe(path);
  });

  test("is none that asks for its own id, and another of the stem counts", () => {
    expect(stayingAt("a", stayingAmong(PATHS, ["a.md"]))).toBe("a.txt");
    expect(stayingAt("a", stayingAmong(PATHS, ["a.md", "a.txt"]))).toBeNull();
  });

  test("is none of an article that does not stay any more", () => {
    const all = stayingAmong(PATHS);
    expect(
      stayingAt(
        "a",
        stayingWhere(all, (row) => all.of.path(row) !== "a.md"),
      ),
    ).toBe("a.txt");
    expect(
      stayingAt(
        "a",
        stayingWhere(all, () => false),
      ),
    ).toBeNull();
  });

  test("is found with a look at few of very many", () => {
    const all = stayingAmong(Array.from({ length: 2000 }, (_, at) => `sea/${1000 + at}.md`));
    let read = 0;
    const path = (row: number) => {
      read += 1;
      return all.of.path(row);
    };
    const staying = { ...all, of: { ...all.of, path } };
    expect([
      stayingAt("sea/1007", staying),
      stayingAt("sea/1007.de", staying),
      stayingAt("a", staying),
    ]).toEqual(["sea/1007.md", null, null]);
    expect(read).toBeLessThan(60);
  });

  test("is the first that a look at all of them finds", () => {
    const name = fc.constantFrom("a", "a.b", "a.md", "ab", "a b", "b");
    const path = fc.tuple(
      fc.array(name, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(".md", ".txt", ".de.md"),
    );
    const paths = fc.uniqueArray(
      path.map(([names, end]) => names.join("/") + end),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(paths, paths, (all, others) => {
        const own = all.filter((_, at) => at % 3 === 0);
        const staying = stayingAmong(all, own);
        for (const asked of [...all, ...others]) {
          const stem = stemOf(pathOf(asked));
          const first = all
            .toSorted(compareInFolder)
            .find((one) => stemOf(pathOf(one)) === stem && !own.includes(one));
          expect(stayingAt(stem, staying)).toBe(first ?? null);
        }
      }),
    );
  });
});

test("an id is minted where nobody says that the place is taken", () => {
  expect(idMint(new Set(), [], "quay.example,2025")(pathOf("sea/a.md"))).toBe("tag:quay.example,2025:sea/a");
});
