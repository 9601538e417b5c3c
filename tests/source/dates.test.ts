import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateFix } from "../../src/source/values/date-fix.ts";
import {
  dateOfPermalink,
  parseDate,
  readAnyForm,
  readDate,
  rolledOver,
  writtenWall,
} from "../../src/source/values/dates.ts";

function isoOf(text: string, zone: string): string | null {
  const seconds = parseDate(text, zone);
  return seconds === null ? null : new Date(seconds * 1000).toISOString().replace(".000", "");
}

describe("parseDate", () => {
  test.for([
    { text: "2025-07-01T10:00:00Z", iso: "2025-07-01T10:00:00Z" },
    { text: "2025-07-01t10:00:00.999z", iso: "2025-07-01T10:00:00Z" },
    { text: "2025-07-01T10:00:00+02:00", iso: "2025-07-01T08:00:00Z" },
    { text: "2025-07-01 10:00:00 +0200", iso: "2025-07-01T08:00:00Z" },
    { text: "2025-07-01T10:00-03:30", iso: "2025-07-01T13:30:00Z" },
    { text: "2013-10-3", iso: "2013-10-02T22:00:00Z" },
    { text: "2015-3-7 9:05", iso: "2015-03-07T08:05:00Z" },
    { text: "2015-03-17 14:00:00 -4", iso: "2015-03-17T18:00:00Z" },
    { text: "2015-03-17 14:00 +02", iso: "2015-03-17T12:00:00Z" },
    { text: "2015-03-17 14:00 +530", iso: "2015-03-17T08:30:00Z" },
    { text: "2015-03-17T14:00-4:30", iso: "2015-03-17T18:30:00Z" },
    { text: "2015-03-17 14:00 EST", iso: "2015-03-17T19:00:00Z" },
    { text: "Tue, 17 Mar 2015 14:00:00 PDT", iso: "2015-03-17T21:00:00Z" },
    { text: "2025-07-01", iso: "2025-06-30T22:00:00Z" },
    { text: "2025-07-01 10:00", iso: "2025-07-01T08:00:00Z" },
    { text: "2025/7/1", iso: "2025-06-30T22:00:00Z" },
    { text: "1 July 2025", iso: "2025-06-30T22:00:00Z" },
    { text: "July 1st, 2025", iso: "2025-06-30T22:00:00Z" },
    { text: "Jul 01 2025", iso: "2025-06-30T22:00:00Z" },
    { text: "Sept. 3, 2025 9:05", iso: "2025-09-03T07:05:00Z" },
    { text: "Tue, 01 Jul 2025 10:00:00 GMT", iso: "2025-07-01T10:00:00Z" },
    { text: "Tue, 1 Jul 2025 10:00:00 -0400", iso: "2025-07-01T14:00:00Z" },
    { text: "TUE, 1 JUL 2025 10:00:07 UTC", iso: "2025-07-01T10:00:07Z" },
    { text: "tuesday, july 1, 2025, 10:00 gmt", iso: "2025-07-01T10:00:00Z" },
    { text: " 2025-07-01T10:00:00Z\n", iso: "2025-07-01T10:00:00Z" },
  ])("reads $text, without an offset in the zone of the site", ({ text, iso }) => {
    expect(isoOf(text, "Europe/Paris")).toBe(iso);
  });

  test.for([
    {
      name: "that daylight saving skips moves forward",
      text: "2025-03-30 02:30",
      iso: "2025-03-30T01:30:00Z",
    },
    { name: "that it repeats is the first", text: "2025-10-26 02:30", iso: "2025-10-26T00:30:00Z" },
  ])("a time $name", ({ text, iso }) => {
    expect(isoOf(text, "Europe/Paris")).toBe(iso);
  });

  test.for([
    "2025-02-31",
    "2025-13-01",
    "31 February 2025",
    "2025-07-01T25:00:00Z",
    "2025-07-01T10:60:00Z",
    "2025-07-01T10:00:00+99:00",
    "on 2025-07-01",
    "2025-07-01 or so",
    "1 July",
    "01/02/2025",
    "25.12.2025",
    "yesterday",
    "20250701",
    "5-07-01",
    "25-07-01",
    "",
  ])("refuses %j", (text) => {
    expect(parseDate(text, "UTC")).toBeNull();
  });
});

describe("dateFix", () => {
  test.for([
    "31/02/2025",
    "2025-02-31",
    " 2025-02-31 ",
    "31 February 2025",
    "2025-07-01T25:00:00Z",
    "40.40.2025",
  ])("says of %s that there is no such day or time", (text) => {
    expect(dateFix(text)).toBe(
      "there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z",
    );
  });

  test.for([
    { text: "01/02/2025", fix: "write it as 2025-02-01 or 2025-01-02, whichever day is meant" },
    { text: "25.12.2025", fix: "write it as 2025-12-25" },
    { text: "12/25/2025", fix: "write it as 2025-12-25" },
    { text: " 1-2-2025 10:00", fix: "write it as 2025-02-01 or 2025-01-02, whichever day is meant" },
    { text: "2/2/2025", fix: "write it as 2025-02-02" },
    { text: "01/02/20255", fix: "write it as 2024-05-01 or 2024-05-01T09:00:00Z" },
    { text: "about 01/02/2025", fix: "write it as 2024-05-01 or 2024-05-01T09:00:00Z" },
    { text: "2025-1-2", fix: "write it as 2025-01-02" },
    { text: "“2025-07-01”", fix: "write it as 2025-07-01, without curly quotation marks" },
    { text: "“soon”", fix: "write it as 2024-05-01 or 2024-05-01T09:00:00Z" },
    { text: "soon", fix: "write it as 2024-05-01 or 2024-05-01T09:00:00Z" },
  ])("of $text", ({ text, fix }) => expect(dateFix(text)).toBe(fix));
});

test.for([
  { path: "/2025/07/01/lock/", date: "2025-07-01" },
  { path: "/blog/2025/07/01/lock", date: "2025-07-01" },
  { path: "2025/07/01/lock", date: "2025-07-01" },
  { path: "/2025/07/lock", date: null },
  { path: "/2025/07/01", date: null },
  { path: "/2025/07/012/lock", date: null },
  { path: "/no-12025/07/01/lock", date: null },
  { path: "/lock", date: null },
])("a permalink $path is of $date", ({ path, date }) => expect(dateOfPermalink(path)).toBe(date));

test.for([
  { text: "2025-07-01T23:30:00-04:00", wall: "2025-07-01T23:30" },
  { text: "2025-07-01 9:05 +0200", wall: "2025-07-01T09:05" },
  { text: "Tue, 1 Jul 2025 10:00:00 GMT", wall: "2025-07-01T10:00" },
  { text: "2025-07-01T10:00:00Z", wall: "2025-07-01T10:00" },
  { text: "2025-07-01 10:00", wall: null },
  { text: "2025-07-01", wall: null },
  { text: "yesterday", wall: null },
])("a date with an offset tells the day and time as they were written: $text", ({ text, wall }) => {
  expect(writtenWall(text)).toBe(wall);
});

describe("a day that cannot be read, with marks of a typesetter", () => {
  test.for([
    { text: "““2024-05-01””", says: "write it as 2024-05-01, without curly quotation marks" },
    { text: "„2024-05-01“", says: "write it as 2024-05-01, without curly quotation marks" },
    { text: "2024-“05-01", says: "write it as 2024-05-01 or 2024-05-01T09:00:00Z" },
    { text: " 2024-05-01 ", says: "write it as 2024-05-01" },
    { text: "1/2/34", says: "there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z" },
  ])("$text: $says", ({ text, says }) => expect(dateFix(text)).toBe(says));
});

test("a day and time as they were written have all their digits", () => {
  expect(writtenWall("0987-3-4T05:06:00Z")).toBe("0987-03-04T05:06");
});

test("the form that generators write is read like every other, only faster", () => {
  const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, "0"));
  const offset = fc.constantFrom("", "Z", "+02:00", "-11:30", "+99:99", "+2", " +02:00", "z");
  const time = fc.tuple(fc.constantFrom("T", " ", "t"), two, two, two, offset);
  const date = fc.tuple(fc.constantFrom("2025", "0000", "9999", "25"), two, two);
  const text = fc
    .tuple(date, fc.option(time, { nil: null }))
    .map(([day, clock]) => day.join("-") + (clock ? clock[0] + clock.slice(1, 4).join(":") + clock[4] : ""));
  fc.assert(
    fc.property(text, (written) => {
      expect(readDate(written)).toEqual(readAnyForm(written));
    }),
  );
});

test.for([
  { text: "2025-02-31", is: "2025-03-03" },
  { text: " 2025-02-29 11:00:00 ", is: "2025-03-01 11:00:00" },
  { text: "2025-04-31T10:00:00Z", is: "2025-05-01T10:00:00Z" },
  { text: "2025-12-31", is: null },
  { text: "2025-02-28", is: null },
  { text: "2025-13-31", is: null },
  { text: "2025-02-31 25:00", is: null },
  { text: "2025-02-311", is: null },
  { text: "on 2025-02-31", is: null },
  { text: "2025-02-31\nor so", is: null },
])("a day that its month does not have goes on into the next: $text is $is", ({ text, is }) => {
  expect(rolledOver(text)).toBe(is);
});

test.for([
  { text: "2025-07-01 10:00 EST", iso: "2025-07-01T15:00:00Z" },
  { text: "2025-07-01 10:00 -4:5", iso: null },
  { text: "2025-07-01 10:00 +4:30", iso: "2025-07-01T05:30:00Z" },
  { text: "2025-07-01 10:00 +12", iso: "2025-06-30T22:00:00Z" },
])("an offset may be short: $text", ({ text, iso }) => {
  expect(isoOf(text, "Europe/Paris")).toBe(iso);
});
