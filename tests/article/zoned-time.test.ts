import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { calendarInstant, isTimezone, zonedInstant, zonedMonths } from "../../src/article/zoned-time.ts";

const secondsOf = (iso: string) => Date.parse(iso) / 1000;

describe("the instant at which a clock on the wall shows a time", () => {
  const noon = { year: 2025, month: 7, day: 1, hour: 12, minute: 30, second: 15 };

  test.for([
    { name: "in a zone", wall: noon, zone: "Europe/Paris", at: "2025-07-01T10:30:15Z" },
    { name: "at an offset", wall: noon, zone: "-03:30", at: "2025-07-01T16:00:15Z" },
    {
      name: "at midnight, where it shows no time",
      wall: { year: 2025, month: 7, day: 1 },
      zone: "Europe/Paris",
      at: "2025-06-30T22:00:00Z",
    },
    {
      name: "that daylight saving skips: later by the gap",
      wall: { year: 2025, month: 3, day: 30, hour: 2, minute: 30 },
      zone: "Europe/Paris",
      at: "2025-03-30T01:30:00Z",
    },
    {
      name: "that daylight saving repeats: the first",
      wall: { year: 2025, month: 10, day: 26, hour: 2, minute: 30 },
      zone: "Europe/Paris",
      at: "2025-10-26T00:30:00Z",
    },
    {
      name: "on 29 February of a leap year",
      wall: { year: 2024, month: 2, day: 29 },
      zone: "UTC",
      at: "2024-02-29T00:00:00Z",
    },
  ])("$name", ({ wall, zone, at }) => {
    expect(zonedInstant(wall, zone)).toBe(secondsOf(at));
  });

  test.for([
    { name: "31 February", wall: { year: 2024, month: 2, day: 31 }, zone: "UTC" },
    { name: "29 February of another year", wall: { year: 2025, month: 2, day: 29 }, zone: "UTC" },
    { name: "25 o'clock", wall: { ...noon, hour: 25 }, zone: "UTC" },
    { name: "24 o'clock", wall: { ...noon, hour: 24 }, zone: "UTC" },
    { name: "minute 60", wall: { ...noon, minute: 60 }, zone: "UTC" },
    { name: "second 60", wall: { ...noon, second: 60 }, zone: "UTC" },
    { name: "month 13", wall: { ...noon, month: 13 }, zone: "UTC" },
    { name: "a zone that nobody knows", wall: noon, zone: "Europe/Atlantis" },
  ])("none for $name", ({ wall, zone }) => {
    expect(zonedInstant(wall, zone)).toBeNull();
  });

  test("a fault is thrown, and not taken for a day that does not exist", () => {
    const broken = {
      year: 2025,
      month: 1,
      day: 1,
      get hour(): number {
        throw new TypeError("broken");
      },
    };
    for (const zone of ["UTC", "Europe/Paris"]) expect(() => zonedInstant(broken, zone)).toThrow("broken");
  });
});

test.for([
  { name: "Pacific/Auckland", known: true },
  { name: "UTC", known: true },
  { name: "-03:30", known: true },
  { name: "+23:59", known: true },
  { name: "Europe/Atlantis", known: false },
  { name: "Etc/Sea+02:00", known: false },
  { name: "+02:00x", known: false },
  { name: "x02:00", known: false },
  { name: "+0x:00", known: false },
  { name: "+24:00", known: false },
  { name: "+02:70", known: false },
  { name: "+02:0x", known: false },
  { name: "", known: false },
])('"$name" is a zone: $known', ({ name, known }) => {
  expect(isTimezone(name)).toBe(known);
});

describe("the month in which an instant lies", () => {
  /** The farthest that zones have been from UTC, then and now. */
  const ZONES = ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Manila", "America/Juneau"];

  test.for([
    { name: "in the middle of one", iso: "2025-07-15T12:00:00Z", zone: "UTC", month: [2025, 7] },
    { name: "that has begun there", iso: "2024-12-31T11:00:00Z", zone: "Pacific/Auckland", month: [2025, 1] },
    {
      name: "that has not begun there",
      iso: "2025-03-01T04:59:59Z",
      zone: "America/New_York",
      month: [2025, 2],
    },
    { name: "at its first second", iso: "2025-03-01T05:00:00Z", zone: "America/New_York", month: [2025, 3] },
    {
      name: "fifteen hours and 56 minutes behind UTC",
      iso: "1840-03-01T15:50:00Z",
      zone: "Asia/Manila",
      month: [1840, 2],
    },
    {
      name: "fifteen hours and two minutes ahead of UTC",
      iso: "1840-02-29T09:00:00Z",
      zone: "America/Juneau",
      month: [1840, 3],
    },
  ] as const)("$name", ({ iso, zone, month: [year, month] }) => {
    expect(zonedMonths(zone)(secondsOf(iso))).toEqual({ year, month });
  });

  test("is the one that the zone's own calendar shows, on both sides of every edge", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1830, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: -20 * 3600, max: 20 * 3600 }),
        (zone, year, month, seconds) => {
          const instant = Date.UTC(year, month - 1) / 1000 + seconds;
          const shown = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone);
          expect(zonedMonths(zone)(instant)).toEqual({ year: shown.year, month: shown.month });
        },
      ),
    );
  });

  test("is the same whichever was asked before", () => {
    for (const zone of ZONES) {
      const monthOf = zonedMonths(zone);
      for (let instant = Date.UTC(2011, 10) / 1000; instant < Date.UTC(2013, 0) / 1000; instant += 17_200) {
        for (const one of [instant, instant - 26 * 86_400]) {
          const shown = Temporal.Instant.fromEpochMilliseconds(one * 1000).toZonedDateTimeISO(zone);
          expect(monthOf(one)).toEqual({ year: shown.year, month: shown.month });
        }
      }
    }
  });
});

test("in UTC and at an offset it is what a calendar of every zone says, or neither has it", () => {
  const wall = fc.record({
    year: fc.integer({ min: 0, max: 9999 }),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
    hour: fc.integer({ min: 0, max: 25 }),
    minute: fc.integer({ min: 0, max: 61 }),
    second: fc.integer({ min: 0, max: 61 }),
  });
  fc.assert(
    fc.property(wall, fc.constantFrom("UTC", "+00:00", "-03:30", "+23:59", "+24:00"), (shown, zone) => {
      expect(zonedInstant(shown, zone)).toBe(calendarInstant(shown, zone));
    }),
    { examples: [[{ year: 2025, month: 2, day: 29, hour: 0, minute: 0, second: 0 }, "UTC"]] },
  );
});
