import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articlesOf } from "../../src/article/articles.ts";
import { newsSitemap } from "../../src/render/news-sitemap.ts";
import { sitemaps } from "../../src/render/sitemap.ts";
import { siteWith } from "../bake/small-site.ts";
import { articleBut } from "../bake/values.ts";

const site = siteWith();
/** Two articles of each of the first thousands. */
const ALL = [0, 999, 1000, 1999, 2000, 2999];

interface Case {
  readonly there?: readonly number[];
  /** Ordinals of those that do not stay. */
  readonly others?: readonly number[];
  /** Ordinals of those that were there before and do not stay. */
  readonly left?: readonly number[];
  /** Ordinals of pages that stand by themselves. */
  readonly pages?: readonly number[];
  readonly fields?: (ordinal: number) => Partial<Article>;
}

/** The parts that are known to stay. */
function stayingIn({ there = ALL, others = [], left = others, pages = [], fields = () => ({}) }: Case) {
  const articles = articlesOf(there.map((ordinal) => articleBut({ ordinal, ...fields(ordinal) })));
  const standing = pages.map((ordinal) => articleBut({ ordinal, page: true }));
  const isArticle = (ordinal: number) => there.includes(ordinal) && !others.includes(ordinal);
  const kept = { isArticle, left: left.map((ordinal) => ({ ordinal, published: 0, address: "" })) };
  return sitemaps(site, articles, standing, [], kept)
    .filter(({ stays }) => stays)
    .map(({ address }) => address);
}

const part = (number: number) => `/sitemap/${number}.xml`;

describe("a part of a sitemap stays", () => {
  test.for<Case & { readonly name: string; readonly are: readonly number[] }>([
    { name: "where all of it does", are: [1, 2, 3] },
    { name: "but not where one became another", others: [1000], are: [1, 3] },
    { name: "at the beginning and at the end of its thousand", others: [999, 2000], are: [2] },
    { name: "but not where one is new", others: [2999], left: [], are: [1, 2] },
    { name: "but not where one went", there: [0, 1000, 2000], left: [999], are: [2, 3] },
    { name: "beside one that is all gone", there: [0, 999, 2000], left: [1000, 1999], are: [1, 3] },
    { name: "also where one went that was gone before", there: [0, 1000], are: [1, 2] },
    { name: "not with a page that stands by itself", pages: [1500], left: [1500], are: [1, 3] },
    { name: "not with such a page though nothing left it", pages: [1500], are: [1, 3] },
  ])("$name", ({ are, ...given }) => {
    expect(stayingIn(given)).toEqual(are.map(part));
  });

  test("only where there were several before: one that stays is in another than the first", () => {
    expect(stayingIn({ there: [0, 999, 1000], others: [1000], left: [] })).toEqual([]);
    expect(stayingIn({ there: [0, 999, 1000, 1001], others: [1000], left: [] })).toEqual([part(1)]);
    expect(stayingIn({ there: [0, 999] })).toEqual([]);
    expect(stayingIn({ there: [0, 999], pages: [1000] })).toEqual([]);
  });

  test("whoever of its thousand is in none", () => {
    const fields = (ordinal: number) =>
      ordinal === 2999 ? { visibility: "unindexed" as const } : ({} as Partial<Article>);
    expect(stayingIn({ others: [2999], left: [], fields })).toEqual([1, 2, 3].map(part));
    expect(stayingIn({ others: [2999], fields })).toEqual([1, 2].map(part));
  });
});

test("no part stays where nothing is known of it, nor the lists, the index and the news ever", () => {
  const articles = articlesOf(ALL.map((ordinal) => articleBut({ ordinal })));
  expect(sitemaps(site, articles, [], []).map(({ stays }) => stays)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  const kept = { isArticle: () => true, left: [] };
  const all = sitemaps(site, articles, [], [], kept);
  expect(all.filter(({ stays }) => !stays).map(({ address }) => address)).toEqual([
    "/sitemap/lists.xml",
    "/sitemap.xml",
  ]);
  expect(newsSitemap(site, articles).stays).toBe(false);
});
