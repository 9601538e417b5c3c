import fc from "fast-check";
import { expect, test } from "vitest";
import { httpDate, parseHttpDate } from "../../src/representation/http-date.ts";

/** The example of RFC 9110 §5.6.7. */
const EXAMPLE = Date.UTC(1994, 10, 6, 8, 49, 37) / 1000;

const NOW = Date.UTC(2026, 6, 1) / 1000;

test.for([
  ["IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT"],
  ["RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT"],
  ["asctime", "Sun Nov  6 08:49:37 1994"],
] as const)("%s is read (RFC 9110 §5.6.7)", ([, text]) => {
  expect(parseHttpDate(text, NOW)).toBe(EXAMPLE);
});

test("a two-digit year is never more than 50 years ahead (RFC 9110 §5.6.7)", () => {
  const year = new Date(NOW * 1000).getUTCFullYear();
  const inRfc850 = (full: number) => {
    const at = new Date(Date.UTC(full, 10, 6, 8, 49, 37));
    const weekday = at.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
    return [
      `${weekday}, 06-Nov-${String(full % 100).padStart(2, "0")} 08:49:37 GMT`,
      at.getTime() / 1000,
    ] as const;
  };
  for (const full of [year, year + 50, year - 49]) {
    const [text, seconds] = inRfc850(full);
    expect(parseHttpDate(text, NOW)).toBe(seconds);
  }
});

test("what is written is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (seconds) => {
      expect(parseHttpDate(httpDate(seconds), NOW)).toBe(seconds);
    }),
  );
});

test("anything else is no date", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseHttpDate(text, NOW)).toBeNull();
    }),
  );
});
