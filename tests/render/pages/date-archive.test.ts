import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { dateArchive } from "../../../src/render/pages/date-archive.ts";
import { articleBut } from "../../bake/values.ts";

test("months of a zone, newest first, hold the articles that its calendar shows in them", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("UTC", "+02:00", "Pacific/Auckland", "America/St_Johns"),
      fc.array(fc.integer({ min: 1_700_000_000, max: 1_740_000_000 }), { maxLength: 40 }),
      (zone, instants) => {
        const articles = instants.toSorted((a, b) => b - a).map((published) => articleBut({ published }));
        const monthOf = (instant: number) => {
          const { year, month } = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(
            zone,
          );
          return `${year}-${month}`;
        };
        const months = Map.groupBy(articles, ({ published }) => monthOf(published));
        const years = dateArchive(articles, zone);
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
