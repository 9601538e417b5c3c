import { describe, expect, test } from "vitest";
import { articlesOf } from "../../../src/article/articles.ts";
import { dateArchive } from "../../../src/render/pages/date-archive.ts";
import { datePages } from "../../../src/render/pages/date-pages.ts";
import type { PageContext } from "../../../src/render/pages/page-context.ts";
import { siteWith } from "../../bake/small-site.ts";
import { articleBut } from "../../bake/values.ts";

const atNoon = (date: string) => Date.parse(`${date}T12:00:00Z`) / 1000;

interface Case {
  /** The days of articles by their ordinals, newest first. */
  readonly days: readonly string[];
  /** Ordinals of those that do not stay. */
  readonly others?: readonly number[];
  /** The days of those that were there before and do not stay. */
  readonly left?: readonly string[];
  readonly timezone?: string;
  /** How long their headlines are. */
  readonly length?: number;
}

/** The pages of the archive, and whether each is known to stay. */
function pagesOf({ days, others = [], left = [], timezone = "UTC", length = 3 }: Case) {
  const articles = articlesOf(
    days.map((day, ordinal) =>
      articleBut({ ordinal, published: atNoon(day), title: "A".repeat(length), address: `/${ordinal}` }),
    ),
  );
  const site = { ...siteWith(), timezone };
  const context = { site } as PageContext;
  const years = dateArchive([...days.keys()], articles, timezone);
  return [
    ...datePages(years, context, {
      isArticle: (ordinal) => !others.includes(ordinal),
      left: left.map((day, ordinal) => ({ ordinal, published: atNoon(day), address: "" })),
    }),
  ];
}

const stayingIn = (given: Case) =>
  pagesOf(given)
    .filter(({ stays }) => stays)
    .map(({ address }) => address.slice("/dates/".length));

const DAYS = ["2025-06-20", "2025-06-10", "2025-03-05", "2024-12-05", "2024-06-10"];
const ALL = ["2025/06", "2025/03", "2024/12", "2024/06"];

describe("a month stays", () => {
  test.for<Case & { readonly name: string; readonly are: readonly string[] }>([
    { name: "where all of it does", days: DAYS, are: ALL },
    { name: "beside one in which an article is new", days: DAYS, others: [0], are: ALL.slice(1) },
    {
      name: "beside one in which an article became another",
      days: DAYS,
      others: [1],
      left: ["2025-06-10"],
      are: ALL.slice(1),
    },
    { name: "beside one that an article left", days: DAYS, left: ["2025-06-01"], are: ALL.slice(1) },
    {
      name: "but none where the only article of one became another",
      days: DAYS,
      others: [2],
      left: ["2025-03-30"],
      are: [],
    },
    {
      name: "beside two, from one of which an article moved into the other",
      days: DAYS,
      others: [0],
      left: ["2024-12-01"],
      are: ["2025/03", "2024/06"],
    },
    { name: "but none where one month is new", days: DAYS, others: [2], are: [] },
    { name: "but none where the newest month is new", days: DAYS, others: [0, 1], are: [] },
    { name: "but none where a month is gone", days: DAYS, left: ["2025-04-05"], are: [] },
    { name: "but not one of the same name in another year", days: DAYS, left: ["2023-06-05"], are: [] },
  ])("$name", ({ are, ...given }) => {
    expect(stayingIn(given)).toEqual(are);
  });

  test("by the clocks of the site", () => {
    const edge = { days: ["2025-06-20", "2025-05-31", "2025-05-10"], left: ["2025-05-31"] };
    expect(stayingIn(edge)).toEqual(["2025/06"]);
    expect(stayingIn({ ...edge, timezone: "+14:00" })).toEqual(["2025/05"]);
  });

  test("though it has a page for each of its days, which are looked at", () => {
    const pages = pagesOf({ days: DAYS, length: 40_000 });
    expect(pages.filter(({ stays }) => stays).map(({ address }) => address)).toEqual(
      ALL.map((month) => `/dates/${month}`),
    );
    expect(pages.map(({ address }) => address)).toContain("/dates/2025/06/20");
  });
});

test("no page stays where nothing is known, nor that of a year ever", () => {
  const articles = articlesOf([articleBut({ ordinal: 0, published: atNoon("2025-06-20") })]);
  const years = dateArchive([0], articles, "UTC");
  const pages = [...datePages(years, { site: siteWith() } as PageContext)];
  expect(pages.map(({ address, stays }) => [address, stays])).toEqual([
    ["/dates/2025", false],
    ["/dates/2025/06", false],
  ]);
  expect(pagesOf({ days: DAYS }).filter(({ address }) => /\/\d{4}$/.test(address))).toMatchObject([
    { stays: false },
    { stays: false },
  ]);
});
