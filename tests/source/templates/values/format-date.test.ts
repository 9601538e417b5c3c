import { expect, test } from "vitest";
import { formatDate } from "../../../../src/source/templates/values/format-date.ts";
import { UNKNOWN } from "../../../../src/source/templates/values/value.ts";

const written = (date: string, pattern: string) =>
  formatDate(date, pattern, {
    timezone: "Europe/Oslo",
    readDate: (text) => (Number.isNaN(Date.parse(text)) ? null : Date.parse(text) / 1000),
  });

test.for([
  { pattern: "%Y %y", is: "2025 25" },
  { pattern: "%m %B %b", is: "03 March Mar" },
  { pattern: "%d [%e] %j", is: "09 [ 9] 068" },
  { pattern: "%-m/%-d/%-e", is: "3/9/9" },
  { pattern: "%-j", is: "68" },
  { pattern: "%-F", is: "2025-03-09" },
  { pattern: "%A %a", is: "Sunday Sun" },
  { pattern: "%H %I %-I %M %S %p", is: "05 05 5 07 08 AM" },
  { pattern: "%z %:z", is: "+0100 +01:00" },
  { pattern: "%F", is: "2025-03-09" },
  { pattern: "%s", is: "1741493228" },
  { pattern: "100 %%, %Q %:Y", is: "100 %, %Q %:Y" },
])("%j of a Sunday in March is written by $pattern as $is (strftime)", ({ pattern, is }) => {
  expect(written("2025-03-09T04:07:08Z", pattern)).toBe(is);
});

test.for([
  { at: "2025-12-29T23:30:00Z", pattern: "%A %d %B %H %I %p", is: "Tuesday 30 December 00 12 AM" },
  { at: "2025-12-29T11:00:00Z", pattern: "%H %I %p", is: "12 12 PM" },
  { at: "2025-12-29T12:00:00Z", pattern: "%H %I %p", is: "13 01 PM" },
  { at: "2007-01-01T11:00:00Z", pattern: "%y %-y %b", is: "07 7 Jan" },
  { at: "2007-01-09T11:00:00Z", pattern: "%j %-j", is: "009 9" },
])("$at in Oslo is written by $pattern as $is", ({ at, pattern, is }) => {
  expect(written(at, pattern)).toBe(is);
});

test("months and days have their English names", () => {
  const months = Array.from({ length: 12 }, (_, n) =>
    written(`2025-${String(n + 1).padStart(2, "0")}-15`, "%B"),
  );
  expect(months.join(" ")).toBe(
    "January February March April May June July August September October November December",
  );
  const days = Array.from({ length: 7 }, (_, n) => written(`2025-06-${16 + n}`, "%A"));
  expect(days.join(" ")).toBe("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
});

test.for([
  { name: "no date", text: "now", pattern: "%Y" },
  { name: "a pattern of another kind", text: "2025-07-01", pattern: "YYYY" },
])("$name is told by nobody here", ({ text, pattern }) => {
  expect(written(text, pattern)).toBe(UNKNOWN);
});
