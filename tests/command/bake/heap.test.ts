import { expect, test } from "vitest";
import { freeMemory } from "../../../src/command/bake/heap.ts";

test.for([
  { name: "is collected where it is large", largeBytes: 0, collections: 1 },
  { name: "is left alone where it is small", largeBytes: Number.POSITIVE_INFINITY, collections: 0 },
])("a heap $name", async ({ largeBytes, collections }) => {
  let collected = 0;
  await freeMemory(largeBytes, async () => {
    collected += 1;
  });
  expect(collected).toBe(collections);
});

test("a heap is collected by this process itself", async () => {
  await expect(freeMemory(0)).resolves.toBeUndefined();
});
