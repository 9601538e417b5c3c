import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { zonedDays } from "../../../src/article/zoned-time.ts";
import { dayParts, firstFitting } from "../../../src/render/pages/day-parts.ts";
import { inListOrder } from "../../../src/render/pages/list-order.ts";

/** 2025-06-30T20:00:00Z */
const END = 1_751_313_600;

/** So many articles, the newest first, so many seconds apart. */
function articles(count: number, apart: number): readonly Article[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(count - at).padStart(5, "0");
    const told = { published: END - at * apart, path: `${number}.md`, section: "sea" };
    return {
      ...told,
      address: `/articles/${number}`,
      title: `The harbour council decides, ${number}`,
    } as Article;
  });
}

const month = (all: readonly Article[]) => ({ year: 2025, month: 6, articles: all });
const dayOf = zonedDays("UTC");

describe("a month", () => {
  test("is one page where its headlines fit on one", () => {
    expect(dayParts(month(articles(300, 3600)), dayOf)).toBeNull();
  });

  test("else has a page for each of its days, at its address", () => {
    const parts = dayParts(month(articles(600, 3600)), dayOf) ?? [];
    expect(parts.map(({ day }) => day)).toEqual(Array.from({ length: 26 }, (_, at) => 30 - at));
    expect(parts[0]?.address).toBe("/dates/2025/06/30");
    expect(parts.flatMap((one) => one.articles)).toEqual(articles(600, 3600));
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
    expect(fewer.slice(1)).toEqual(parts.slice(1));
  });
});

test("articles of one instant stand in the order of their files, all others newest first", () => {
  const at = (published: number, path: string) => ({ published, path }) as Article;
  const order = inListOrder([at(9, "c.md"), at(5, "b.md"), at(5, "a.md"), at(1, "0.md")]);
  expect(order.map(({ path }) => path)).toEqual(["c.md", "a.md", "b.md", "0.md"]);
});
