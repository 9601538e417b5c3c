import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstInstantOf, instantOf } from "../../src/ledger/publication-date.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const settings = readSiteSettings(null, "site", new FileProblems("site.toml"));
const site = (timezone = "UTC") => ({ ...settings, timezone });
const secondsOf = (iso: string) => Date.parse(iso) / 1000;
const yearless = (month: number, day: number) => ({ kind: "yearless" as const, month, day });
const DAY = 24 * 60 * 60;

test("a source that names no date has no instant", () => {
  expect(instantOf(null, site(), 1000)).toBeNull();
});

test("an instant is taken as it is named, also one that is to come", () => {
  expect(instantOf({ kind: "instant", at: 5000 }, site(), 1000)).toBe(5000);
});

describe("a day without a year is the latest such day that is not after the first publication", () => {
  test.for([
    { name: "in the same year", day: [6, 30], first: "2025-07-01T18:00Z", at: "2025-06-30T00:00Z" },
    { name: "in the year before", day: [7, 2], first: "2025-07-01T18:00Z", at: "2024-07-02T00:00Z" },
    { name: "the very midnight", day: [7, 1], first: "2025-07-01T00:00Z", at: "2025-07-01T00:00Z" },
    {
      name: "a second before its midnight: the year before",
      day: [7, 1],
      first: "2025-06-30T23:59:59Z",
      at: "2024-07-01T00:00Z",
    },
    {
      name: "29 February, four years back",
      day: [2, 29],
      first: "2028-02-28T12:00Z",
      at: "2024-02-29T00:00Z",
    },
    {
      name: "29 February, eight years back: 1900 had none",
      day: [2, 29],
      first: "1904-02-28T12:00Z",
      at: "1896-02-29T00:00Z",
    },
    {
      name: "29 February 1904, from that day on",
      day: [2, 29],
      first: "1904-02-29T12:00Z",
      at: "1904-02-29T00:00Z",
    },
  ] as const)("$name", ({ day: [month, day], first, at }) => {
    expect(instantOf(yearless(month, day), site(), secondsOf(first))).toBe(secondsOf(at));
  });

  test("as the site's zone has it, also where the new year has begun there and not in UTC", () => {
    const first = secondsOf("2024-12-31T12:00Z");
    expect(instantOf(yearless(1, 1), site("Pacific/Auckland"), first)).toBe(secondsOf("2024-12-31T11:00Z"));
    expect(instantOf(yearless(1, 1), site(), first)).toBe(secondsOf("2024-01-01T00:00Z"));
  });

  test("none where no year has such a day", () => {
    expect(instantOf(yearless(2, 31), site(), 1000)).toBeNull();
  });

  test("less than 366 days back, for every day that every year has", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: secondsOf("1900-01-01T00:00Z"), max: secondsOf("2100-01-01T00:00Z") }),
        (month, day, first) => {
          const at = instantOf(yearless(month, day), site(), first) ?? Number.NaN;
          expect(first - at).toBeGreaterThanOrEqual(0);
          expect(first - at).toBeLessThan(366 * DAY);
        },
      ),
    );
  });
});

describe("a guessed date", () => {
  test.for([
    { name: "counts for the first publication", date: { kind: "guess", at: 5 }, at: 5 },
    { name: "never lies ahead", date: { kind: "guess", at: 11 }, at: 10 },
    { name: "is the moment itself where there is none", date: null, at: 10 },
  ] as const)("$name", ({ date, at }) => expect(firstInstantOf(date, 10)).toBe(at));

  test("moves nothing that is published", () => {
    expect(instantOf({ kind: "guess", at: 5 }, site(), 10)).toBeNull();
  });
});
