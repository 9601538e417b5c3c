import { expect, test } from "vitest";
import { isoOf } from "../../src/article/instant.ts";

test.for([
  { name: "in UTC, to the second (RFC 3339 §5.6)", instant: 1_751_392_800, text: "2025-07-01T18:00:00Z" },
  { name: "without parts of a second", instant: 1_751_392_800.75, text: "2025-07-01T18:00:00Z" },
  { name: "before 1970", instant: -1, text: "1969-12-31T23:59:59Z" },
  { name: "with four digits for a year", instant: Date.UTC(1000, 0) / 1000, text: "1000-01-01T00:00:00Z" },
])("an instant is written $name", ({ instant, text }) => {
  expect(isoOf(instant)).toBe(text);
});
