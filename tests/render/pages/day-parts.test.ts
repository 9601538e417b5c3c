import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { articlesOf } from "../../../src/article/articles.ts";
import { zonedDays } from "../../../src/article/zoned-time.ts";
import { DatedArticles } from "../../../src/render/pages/date-archive.ts";
import type { DayPart } from "../../../src/render/pages/day-parts.ts";
import { dayParts, firstFitting } from "../../../src/render/pages/day-parts.ts";
import { inListOrder } from "../../../src/render/pages/list-order.ts";
import { articleBut, pathOf } from "../../bake/values.ts";

/** 2025-06-30T20:00:00Z */
const END = 1_751_313_600;

/** So many articles, the newest first, so many seconds apart. */
function articles(count: number, apart: number): readonly Article[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(count - at).padStart(5, "0");
    return articleBut({
      ordinal: count - at - 1,
      published: END - at * apart,
      path: pathOf(`${number}.md`),
      section: "sea",
      address: `/articles/${number}`,
      title: `The harbour council decides, ${number}`,
    });
  });
}

const month = (all: readonly Article[]) =>
  new DatedArticles(
    { year: 2025, month: 6 },
    all.map(({ ordinal }) => ordinal),
    articlesOf(all),
  );
const dayOf = zonedDays("UTC");
const saidOf = ({ year, month, day, part, address, articles }: DayPart) => ({
  year,
  month,
  day,
  part,
  address,
  articles,
});

describe("a month", () => {
  test("is one page where its headlines fit on one", () => {
    expect(dayParts(month(articles(300, 3600)), dayOf)).toBeNull();
  });

  test("else has a page for each of its days, at its address", () => {
    const all = articles(600, 3600);
    const parts = dayParts(month(all), dayOf) ?? [];
    expect(parts.map(({ day }) => day)).toEqual(Array.from({ length: 26 }, (_, at) => 30 - at));
    expect(parts[0]?.address).toBe("/dates/2025/06/30");
    expect(parts.flatMap((one) => one.articles)).toEqual(all);
  });

  test("whose articles are of one day has that in parts, the oldest first; a new article changes the newest alone", () => {
    const all = articles(2000, 1);
    const parts = dayParts(month(all), dayOf) ?? [];
    expect(parts.map(({ address }) => address)).toEqual([
      "/dates/2025/06/30",
      ...Array.from({ length: parts.length - 1 }, (_, at) => `/dates/2025/06/30/${parts.length - 1 - at}`),
    ]);
    expect(parts.flatMap((one) => one.articles)).toEqual(all);
    for (const part of parts) expect(firstFitting(part.articles)).toEqual(part.articles);
    const fewer = dayParts(month(all.slice(1)), dayOf) ?? [];
    expect(fewer.slice(1).map(saidOf)).toEqual(parts.slice(1).map(saidOf));
  });
});

test("articles of one instant stand in the order of their files, all others newest first", () => {
  const at = (published: number, path: string) => ({ published, path }) as Article;
  const order = inListOrder([at(9, "c.md"), at(5, "b.md"), at(5, "a.md"), at(1, "0.md")]);
  expect(order.map(({ path }) => path)).toEqual(["c.md", "a.md", "b.md", "0.md"]);
});
