import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffMs, PATIENCE, parseRetryAfter, timeoutMs } from "../../src/store/persist.ts";

test.for([
  { name: "seconds", field: "120", milliseconds: 120_000 },
  { name: "nothing to wait", field: "0", milliseconds: 0 },
  { name: "a date to come", field: "Tue, 01 Jul 2025 18:00:30 GMT", milliseconds: 30_000 },
  { name: "a date that is over", field: "Tue, 01 Jul 2025 17:00:00 GMT", milliseconds: 0 },
  { name: "neither", field: "soon", milliseconds: null },
  { name: "no field", field: null, milliseconds: null },
])("Retry-After: $name (RFC 9110 §10.2.3)", ({ field, milliseconds }) => {
  expect(parseRetryAfter(field, Date.UTC(2025, 6, 1, 18))).toBe(milliseconds);
});

test("waits double up to the longest, and chance takes off half of one at most", () => {
  const longest = Array.from({ length: 9 }, (_, tried) => backoffMs(PATIENCE, tried + 1, 1));
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tried, chance) => {
        const most = backoffMs(PATIENCE, tried, 1);
        const wait = backoffMs(PATIENCE, tried, chance);
        expect(wait).toBeGreaterThanOrEqual(most / 2);
        expect(wait).toBeLessThanOrEqual(most);
      },
    ),
  );
});

test("the largest value that KV takes has a quarter of an hour to get there", () => {
  const minutes = timeoutMs(PATIENCE, (25 * 1024 * 1024 * 4) / 3) / 60_000;
  expect(minutes).toBeGreaterThan(10);
  expect(minutes).toBeLessThan(15);
});
