import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { ARTICLE_FIELDS, articleAt } from "../../src/article/remembered-article.ts";
import type { Source } from "../../src/article/source.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { NONE_STAYING, rowOfPath, stayingOf, stayingWhere } from "../../src/article/staying-articles.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { must, pathOf } from "../bake/values.ts";
import { rememberedBut } from "./remembered.ts";

const TEXT = "---\ntitle: Tide\ndate: 2025-06-01\ntags: [sea]\nslug: high\n---\nSee [it](lock.md).\n";
const { article: parsed } = parseArticle({ path: pathOf("tide.md"), bytes: Buffer.from(TEXT) }, siteWith());
const whole: Source = sourceOf(must(parsed, "the article"));

const ADA = { name: "Ada", url: null, email: null };
const TIDE = rememberedBut({
  path: pathOf("tide.md"),
  title: "Tide",
  ordinal: 7,
  section: "harbour",
  tags: ["sea"],
  authors: [ADA],
  language: "nl",
  visibility: "unlisted",
  fingerprint: "of the tide",
  reach: "loose",
  files: ["boat.svg"],
  isRooted: false,
  episodeArt: ["art.png"],
  hasImage: true,
  card: "/media/card.png",
  translationKey: "/tide",
  translated: "digest",
  hasOwnId: true,
  lead: true,
  needsTextStylesheet: true,
});
const LOCK = rememberedBut({ path: pathOf("lock.md"), title: "Lock", ordinal: 3 });

describe("articles that stay", () => {
  test("tell of each row all that is remembered of it, and nothing of a row that is not there", () => {
    const staying = stayingOf([LOCK, TIDE], () => whole);
    expect(Object.keys(TIDE).toSorted()).toEqual([...ARTICLE_FIELDS].toSorted());
    for (const name of ARTICLE_FIELDS) {
      expect([name, staying.of[name](0), staying.of[name](1), staying.of[name](2)]).toEqual([
        name,
        LOCK[name],
        TIDE[name],
        undefined,
      ]);
    }
    expect(staying.list).toEqual(Int32Array.of(0, 1));
    expect([articleAt(staying, 0), articleAt(staying, 1)]).toStrictEqual([LOCK, TIDE]);
  });

  test("tell all that lists need without a look at their files, which are read by row", () => {
    const reads: number[] = [];
    const staying = stayingOf([LOCK, TIDE], (row) => {
      reads.push(row);
      return whole;
    });
    for (const name of ARTICLE_FIELDS) for (const row of staying.list) staying.of[name](row);
    expect(rowOfPath(staying, "tide.md")).toBe(1);
    expect(reads).toEqual([]);
    expect(staying.read(1)).toBe(whole);
    expect(reads).toEqual([1]);
  });

  test("may be none, of which nobody reads any", () => {
    expect(NONE_STAYING.list).toEqual(new Int32Array());
    expect(rowOfPath(NONE_STAYING, "tide.md")).toBe(-1);
    expect(() => NONE_STAYING.read(0)).toThrow(new RangeError("no article stays"));
  });
});

const path = fc
  .array(fc.constantFrom("a", "a.md", "a-b", "B", "c"), { minLength: 1, maxLength: 3 })
  .map((names) => pathOf(names.join("/")));
const paths = fc.uniqueArray(path, { maxLength: 20 }).map((all) => all.sort(compareInFolder));

test("those of which something is true have the rows that they had, and are found by their paths", () => {
  fc.assert(
    fc.property(paths, fc.array(path), fc.func(fc.boolean()), (all, others, isIn) => {
      const staying = stayingOf(
        all.map((one) => rememberedBut({ path: one })),
        () => whole,
      );
      const some = stayingWhere(staying, (row) => isIn(row));
      const names: readonly string[] = all;
      const rows = [...all.keys()].filter((row) => isIn(row));
      expect(some).toEqual({ of: staying.of, list: Int32Array.from(rows), read: staying.read });
      expect([...staying.list]).toEqual([...all.keys()]);
      for (const one of [...names, ...others, "", "zinc.md"]) {
        const row = names.indexOf(one);
        expect(rowOfPath(staying, one)).toBe(row);
        expect(rowOfPath(some, one)).toBe(rows.includes(row) ? row : -1);
      }
    }),
  );
});
