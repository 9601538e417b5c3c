import { expect, test } from "vitest";
import { PATIENCE, timeoutMs } from "../../src/store/patience.ts";

test("the largest value that KV takes has a quarter of an hour to get there", () => {
  const minutes = timeoutMs(PATIENCE, (25 * 1024 * 1024 * 4) / 3) / 60_000;
  expect(minutes).toBeGreaterThan(10);
  expect(minutes).toBeLessThan(15);
});

test("an answer of ten megabytes has about as long as a small one, and more", () => {
  const seconds = timeoutMs(PATIENCE, 0, 10_000_000) / 1000;
  expect(seconds).toBe(30 + 40);
});
