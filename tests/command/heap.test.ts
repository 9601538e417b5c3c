import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import { letGo } from "../../src/command/heap.ts";

const MEGABYTE = 1024 * 1024;

test("gives back what nothing holds any more", async () => {
  let held: { text: string }[] | null = Array.from({ length: 400_000 }, (_, index) => ({
    text: `no. ${index}`,
  }));
  const before = getHeapStatistics();
  expect(held.length).toBe(400_000);
  held = null;
  await letGo(0);
  const after = getHeapStatistics();
  expect(before.used_heap_size - after.used_heap_size).toBeGreaterThan(10 * MEGABYTE);
  expect(after.total_heap_size).toBeLessThan(before.total_heap_size);
});

test("leaves a small heap alone", async () => {
  const garbage = new WeakRef({});
  await letGo(Number.POSITIVE_INFINITY);
  expect(garbage.deref()).toBeDefined();
});
