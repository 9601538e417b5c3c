import { describe, expect, test } from "vitest";
import { earlyUpdate } from "../../src/source/article-date.ts";
import { wordsOf } from "../../src/source/article-names.ts";
import { readArticlePath } from "../../src/source/text/article-path.ts";

const DAY = 24 * 60 * 60;

describe("a last change before the publication", () => {
  test.for([
    { name: "by a day", published: { kind: "instant", at: 10 * DAY }, updated: 9 * DAY, isTold: true },
    {
      name: "by less, as a day without its hour",
      published: { kind: "instant", at: 10 * DAY },
      updated: 9 * DAY + 1,
      isTold: false,
    },
    {
      name: "not where there is none",
      published: { kind: "instant", at: 10 * DAY },
      updated: null,
      isTold: false,
    },
    {
      name: "not where the publication is guessed",
      published: { kind: "guess", at: 10 * DAY },
      updated: 0,
      isTold: false,
    },
    { name: "not where there is no publication", published: null, updated: 0, isTold: false },
  ] as const)("is told: $name", ({ published, updated, isTold }) => {
    expect(earlyUpdate(published, updated)).toBe(
      isTold
        ? "was updated at 1970-01-10T00:00:00Z and published later, at 1970-01-11T00:00:00Z; correct one of the two dates"
        : null,
    );
  });
});

describe("words of a list", () => {
  const news = readArticlePath("news/a.md");
  const posts = readArticlePath("_posts/2024-01-02-a.md");

  test.for([
    {
      name: "stand without white space around them",
      list: [" tide ", "high\nwater"],
      place: news,
      is: ["tide", "high water"],
    },
    { name: "are none where nothing stands", list: ["tide", " ", ""], place: news, is: ["tide"] },
    { name: "may have spaces", list: ["high water"], place: news, is: ["high water"] },
    {
      name: "are parted by spaces where Jekyll reads them",
      list: [" high  water "],
      place: posts,
      is: ["high", "water"],
    },
    {
      name: "are parted in no list of several",
      list: ["high water", "tide"],
      place: posts,
      is: ["high water", "tide"],
    },
  ])("$name", ({ list, place, is }) => expect(wordsOf(list, place)).toEqual(is));
});
