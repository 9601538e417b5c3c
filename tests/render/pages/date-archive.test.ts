import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { Articles, articlesOf } from "../../../src/article/articles.ts";
import { dateArchive } from "../../../src/render/pages/date-archive.ts";
import { articleBut } from "../../bake/values.ts";

test("months of a zone, newest first, hold the articles that its calendar shows in them", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("UTC", "+02:00", "Pacific/Auckland", "America/St_Johns"),
      fc.array(fc.integer({ min: 1_700_000_000, max: 1_740_000_000 }), { maxLength: 40 }),
      (zone, instants) => {
        const articles = instants
          .toSorted((a, b) => b - a)
          .map((published, ordinal) => articleBut({ published, ordinal }));
        const monthOf = (instant: number) => {
          const { year, month } = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(
            zone,
          );
          return `${year}-${month}`;
        };
        const months = Map.groupBy(articles, ({ published }) => monthOf(published));
        const years = dateArchive([...articles.keys()], articlesOf(articles), zone);
        const told = years.flatMap(({ year, months }) => {
          for (const month of months) expect(month.year).toBe(year);
          return months.map(({ month, articles }) => [`${year}-${month}`, articles]);
        });
        expect(told).toEqual([...months]);
        expect(new Set(years.map(({ year }) => year)).size).toBe(years.length);
      },
    ),
  );
});

test("articles of a month are made when a page shows them, and their ordinals are there before", () => {
  const made: number[] = [];
  const { of } = articlesOf([articleBut({ ordinal: 0, published: 1_700_000_000 })]);
  const articles = new Articles([], Int32Array.of(0, 1), {
    ordinals: [0, 1],
    of: { ...of, published: (ordinal) => 1_700_000_000 + ordinal },
    make(ordinal) {
      made.push(ordinal);
      return articleBut({ ordinal });
    },
  });
  const [year] = dateArchive([1, 0], articles, "UTC");
  const [month] = year?.months ?? [];
  expect([year?.year, month?.year, month?.month, month?.ordinals, month?.all === articles]).toEqual([
    2023,
    2023,
    11,
    [1, 0],
    true,
  ]);
  expect(made).toEqual([]);
  expect(month?.articles.map(({ ordinal }) => ordinal)).toEqual([1, 0]);
  expect(made).toEqual([1, 0]);
  expect(dateArchive([], articles, "UTC")).toEqual([]);
});
