import { expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { describeStore } from "./store-contract.ts";

describeStore("memory", async () => new MemoryStore());

test("a store in memory is called so", () => {
  expect(new MemoryStore().name).toBe("memory");
});
