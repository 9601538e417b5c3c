import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { zonedDays } from "../../src/article/zoned-time.ts";

const secondsOf = (iso: string) => Date.parse(iso) / 1000;

/** Zones whose clocks are set forward and back by an hour or a half, one that left out a day, and none. */
const ZONES = ["UTC", "Africa/Cairo", "Pacific/Apia", "Australia/Lord_Howe", "America/St_Johns"];

describe("the day of a month on which an instant lies", () => {
  test.for([
    { name: "before midnight there", zone: "Pacific/Auckland", iso: "2025-06-30T11:59:59Z", day: 30 },
    { name: "at midnight there", zone: "Pacific/Auckland", iso: "2025-06-30T12:00:00Z", day: 1 },
    { name: "behind UTC", zone: "America/St_Johns", iso: "2025-07-01T02:29:59Z", day: 30 },
    { name: "before 1970", zone: "UTC", iso: "1969-12-31T23:59:59Z", day: 31 },
    { name: "before a day that was left out", zone: "Pacific/Apia", iso: "2011-12-30T09:59:59Z", day: 29 },
    { name: "after a day that was left out", zone: "Pacific/Apia", iso: "2011-12-30T10:00:00Z", day: 31 },
  ])("is that of its zone: $name", ({ zone, iso, day }) => {
    expect(zonedDays(zone)(secondsOf(iso))).toBe(day);
  });

  test.for(ZONES)("is the one that a calendar in %s shows, whichever was asked before", (zone) => {
    const dayOf = zonedDays(zone);
    const shown = new Intl.DateTimeFormat("en", { day: "numeric", timeZone: zone });
    for (let instant = 1_300_000_000; instant < 1_800_000_000; instant += 1_234_567) {
      expect(dayOf(instant), String(instant)).toBe(Number(shown.format(instant * 1000)));
    }
  });

  test("is so on the days around a change of clocks", () => {
    const changes = ZONES.flatMap((timeZone) => {
      const day = zonedDays(timeZone);
      const changes: { day: typeof day; at: Temporal.ZonedDateTime }[] = [];
      let next = Temporal.Instant.from("2009-01-01T00:00:00Z").toZonedDateTimeISO(timeZone);
      for (let count = 0; count < 20; count += 1) {
        const at = next.getTimeZoneTransition("next");
        if (at === null) break;
        changes.push({ day, at });
        next = at;
      }
      return changes;
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: -16 * 24, max: 16 * 24 }),
        fc.integer({ min: -1, max: 1 }),
        ({ day, at }, hours, seconds) => {
          const shown = at.add({ seconds: hours * 3600 + seconds });
          expect(day(Math.floor(shown.epochMilliseconds / 1000))).toBe(shown.day);
        },
      ),
    );
  });
});
