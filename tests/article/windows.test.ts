import { expect, test } from "vitest";
import { mapWindows } from "../../src/article/windows.ts";

test("windows of other words for the same articles have the same shape and numbers (RFC 5005 §4)", () => {
  const windows = {
    subscription: [1, 5, 6],
    previous: 2,
    archives: [
      { number: 1, articles: [1, 2], previous: null, next: 2 },
      { number: 2, articles: [], previous: 1, next: null },
    ],
  };
  expect(mapWindows(windows, (articles) => articles.map((ordinal) => `article ${ordinal}`))).toEqual({
    subscription: ["article 1", "article 5", "article 6"],
    previous: 2,
    archives: [
      { number: 1, articles: ["article 1", "article 2"], previous: null, next: 2 },
      { number: 2, articles: [], previous: 1, next: null },
    ],
  });
});
