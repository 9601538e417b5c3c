import { expect, test } from "vitest";
import { checkFeedSize } from "../../src/bake/gate/feed-size.ts";
import { articleBut, pathOf } from "./values.ts";

const MOST = 15 * 1024 * 1024;
const ARTICLES = new Map(["a", "b", "c"].map((id) => [id, articleBut({ path: pathOf(`${id}.md`) })]));

/** The files that are told of a feed with these items, which is so many bytes longer than can be stored. */
function told(items: Readonly<Record<string, number>>, more: number) {
  const pieces = Object.entries(items).map(([id, length]) => ({
    kind: "article" as const,
    id,
    edition: 0,
    text: "x".repeat(length),
  }));
  const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
  const tail = " ".repeat(MOST - length - 2 + more);
  return checkFeedSize("/rss.xml", { head: "é", items: pieces, separator: "", tail }, ARTICLES).map(
    ({ file }) => file,
  );
}

test("a feed may fill its room to the last byte", () => {
  expect(told({ a: 5 }, 0)).toEqual([]);
  expect(told({ a: 5 }, 1)).toEqual(["a.md"]);
});

test("of a feed that is too large the file with the longest item is told, wherever it stands", () => {
  expect(told({ a: 5, b: 7, c: 6 }, 1)).toEqual(["b.md"]);
  expect(told({ a: 7, b: 5, c: 6 }, 1)).toEqual(["a.md"]);
});

test("of one that nothing in it makes too large the settings are told", () => {
  expect(told({}, 1)).toEqual(["site.toml"]);
  expect(told({ "a tombstone": 5 }, 1)).toEqual(["site.toml"]);
});
