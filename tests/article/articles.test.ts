import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Articles, articlesOf } from "../../src/article/articles.ts";
import { articleAt, NAMES, sites, tellerOf } from "./lazy-articles.ts";

describe("articles of which some are made when they are asked for", () => {
  test("tell of each what it says, without making one", () => {
    fc.assert(
      fc.property(sites, ({ articles, list, lazy, made }) => {
        expect(Object.keys(articles.of)).toEqual([...NAMES]);
        for (const one of list) {
          for (const name of NAMES) expect(articles.of[name](one.ordinal)).toEqual(one[name]);
          expect(articles.stays(one.ordinal)).toBe(lazy.has(one.ordinal));
          expect(articles.published[one.ordinal]).toBe(one.published);
          expect(articles.ordinalOf(one.address)).toBe(one.ordinal);
        }
        const end = Math.max(-1, ...list.map(({ ordinal }) => ordinal)) + 1;
        expect([articles.end, articles.length, articles.published.length]).toEqual([end, list.length, end]);
        expect([...articles.ordinals]).toEqual(list.map(({ ordinal }) => ordinal));
        for (let ordinal = 0; ordinal <= end; ordinal += 1) {
          const isThere = list.some((one) => one.ordinal === ordinal);
          expect([articles.has(ordinal), articles.ordinalOf(`/articles/${ordinal}`)]).toEqual([
            isThere,
            isThere ? ordinal : -1,
          ]);
          if (!isThere) expect(articles.stays(ordinal)).toBe(false);
        }
        expect(made).toEqual([]);
      }),
    );
  });

  test("are those of a plain list, each made once", () => {
    fc.assert(
      fc.property(sites, fc.array(fc.nat(31)), ({ articles, list, lazy, made }, asked) => {
        const byOrdinal = new Map(list.map((one) => [one.ordinal, one]));
        const found = asked.flatMap((ordinal) => byOrdinal.get(ordinal) ?? []);
        expect(articles.among(asked.values())).toEqual(found);
        expect(made).toEqual([...new Set(asked)].filter((ordinal) => lazy.has(ordinal)));
        for (const ordinal of asked) expect(articles.at(ordinal)).toEqual(byOrdinal.get(ordinal));
        expect([...articles]).toEqual(list);
        const again = [...articles];
        expect(again.map((one, at) => one === [...articles][at])).toEqual(list.map(() => true));
        expect(made.toSorted()).toEqual([...lazy.keys()].toSorted());
      }),
    );
  });
});

test("what one says is not asked of it once it is made, if it stayed", () => {
  const lazy = new Map([[1, articleAt(1)]]);
  const renamed = articleAt(1, { title: "Another" });
  const articles = new Articles([articleAt(0)], Int32Array.of(0, 1), {
    ordinals: [1],
    of: tellerOf(lazy),
    make: () => renamed,
  });
  expect(articles.at(1)).toBe(renamed);
  expect([articles.of.title(0), articles.of.title(1)]).toEqual(["Of 0", "Of 1"]);
});

test("articles in a list keep its order, whatever their ordinals", () => {
  const list = [articleAt(4), articleAt(0), articleAt(2)];
  const articles = articlesOf(list);
  expect([...articles.ordinals]).toEqual([4, 0, 2]);
  expect([...articles].map((one, at) => one === list[at])).toEqual([true, true, true]);
  expect([articles.at(4) === list[0], articles.at(1), articles.at(5)]).toEqual([true, undefined, undefined]);
  expect([articles.stays(4), articles.has(4), articles.has(3), articles.end]).toEqual([
    false,
    true,
    false,
    5,
  ]);
  expect(articles.of.title(3)).toBeUndefined();
});

test("there may be none", () => {
  const articles = articlesOf([]);
  expect([articles.length, articles.end, articles.at(0), articles.ordinalOf("/")]).toEqual([
    0,
    0,
    undefined,
    -1,
  ]);
  expect([...articles, ...articles.published, ...articles.among([0])]).toEqual([]);
});

test("when they were published is found out once", () => {
  let asked = 0;
  const articles = new Articles([], Int32Array.of(2), {
    ordinals: [2],
    of: {
      ...tellerOf(new Map()),
      published() {
        asked += 1;
        return 7000;
      },
    },
    make: () => articleAt(2),
  });
  expect([...articles.published]).toEqual([0, 0, 7000]);
  expect(articles.published).toBe(articles.published);
  expect(asked).toBe(1);
});

test("an ordinal of which nothing is there is passed over", () => {
  const [one] = [articleAt(1)];
  const articles = new Articles([one], Int32Array.of(0, 1));
  expect([...articles]).toEqual([one]);
});

test("of two at one address the first in their order is found, and the table is made once", () => {
  let asked = 0;
  const articles = new Articles([], Int32Array.of(3, 1, 2), {
    ordinals: [1, 2, 3],
    of: {
      ...tellerOf(new Map()),
      address(ordinal) {
        asked += 1;
        return ordinal === 2 ? "/other" : "/one";
      },
    },
    make: () => articleAt(1),
  });
  expect(articles.ordinalOf("/one")).toBe(3);
  const before = asked;
  expect(articles.ordinalOf("/other")).toBe(2);
  expect(asked - before).toBeLessThan(4);
});
