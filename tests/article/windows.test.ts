import { expect, test } from "vitest";
import type { Windows } from "../../src/article/windows.ts";
import { archivesOf, mapWindows } from "../../src/article/windows.ts";

const ARCHIVES = [
  { number: 1, articles: [1, 2], previous: null, next: 2 },
  { number: 2, articles: [], previous: 1, next: null },
];
const windows: Windows<number> = {
  subscription: [1, 5, 6],
  previous: 2,
  archive: (number) => ARCHIVES[number - 1] ?? { number, articles: [], previous: null, next: null },
  membersOf: (number) => Int32Array.of(number, 2),
};

test("windows of other words for the same articles have the same shape and numbers (RFC 5005 §4)", () => {
  const told = mapWindows(windows, (articles) => articles.map((ordinal) => `article ${ordinal}`));
  expect(told).toMatchObject({ subscription: ["article 1", "article 5", "article 6"], previous: 2 });
  expect([...archivesOf(told)]).toEqual([
    { number: 1, articles: ["article 1", "article 2"], previous: null, next: 2 },
    { number: 2, articles: [], previous: 1, next: null },
  ]);
  expect(told.membersOf(2)).toEqual(Int32Array.of(2, 2));
});

test("archive windows are gone through from the oldest on, but for those that are left out", () => {
  expect([...archivesOf(windows)].map(({ number }) => number)).toEqual([1, 2]);
  expect([...archivesOf(windows, (number) => number === 1)].map(({ number }) => number)).toEqual([2]);
  expect([...archivesOf({ ...windows, previous: null })]).toEqual([]);
});
