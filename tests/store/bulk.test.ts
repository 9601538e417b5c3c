import fc from "fast-check";
import { expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { bulkPair, bulkStages } from "../../src/store/bulk.ts";
import { inFlight } from "../../src/store/in-flight.ts";
import type { StoreEntry } from "../../src/store/store.ts";

const LIMITS = { pairs: 5, bytes: 10_000 } as const;

const entries: fc.Arbitrary<StoreEntry[]> = fc
  .array(fc.record({ size: fc.nat(6000), stage: fc.constantFrom("page", "feed", null) }), { maxLength: 40 })
  .map((list) =>
    list.map(({ size, stage }, n) => ({
      key: `/${n}` as StorageKey,
      value: new Uint8Array(size),
      metadata: null,
      ...(stage !== null && { stage }),
    })),
  );

test("stages and batches keep every entry once and in order", () => {
  fc.assert(
    fc.property(entries, (list) => {
      expect(bulkStages(list, LIMITS).flatMap(({ batches }) => batches.flat())).toEqual(list);
    }),
  );
});

test("a batch holds one stage, no more pairs than allowed, and more bytes only as a single pair", () => {
  fc.assert(
    fc.property(entries, (list) => {
      for (const { batches, unordered } of bulkStages(list, LIMITS)) {
        for (const batch of batches) {
          expect(new Set(batch.map(({ stage }) => stage)).size).toBe(1);
          expect(batch[0]?.stage !== undefined).toBe(unordered);
          expect(batch.length).toBeLessThanOrEqual(LIMITS.pairs);
          const bytes = batch.reduce((sum, entry) => sum + bulkPair(entry).json.length, 0);
          if (batch.length > 1) expect(bytes).toBeLessThanOrEqual(LIMITS.bytes);
        }
      }
    }),
  );
});

test("neighbouring stages are different ones, so nothing waits without need", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const names = bulkStages(list, LIMITS).map(({ batches }) => batches[0]?.[0]?.stage);
      expect(names.every((name, index) => index === 0 || name !== names[index - 1])).toBe(true);
    }),
  );
});

test("a pair that any key and metadata of KV's limits make is counted large enough", () => {
  const key = `/${"k".repeat(511)}` as StorageKey;
  const metadata = { m: "m".repeat(1015) };
  const pair = bulkPair({ key, metadata, value: new Uint8Array(999) });
  expect(pair.json.length).toBeLessThanOrEqual(Math.ceil(999 / 3) * 4 + 1700);
  expect(JSON.parse(pair.json)).toEqual({ key, metadata, base64: true, value: "A".repeat(1332) });
});

test("after a fault nothing new begins, and what is under way is waited for", async () => {
  const events: string[] = [];
  const gate = Promise.withResolvers<void>();
  const working = inFlight([1, 2, 3, 4], 2, async (item) => {
    events.push(`begins ${item}`);
    if (item === 1) throw new Error("first");
    await gate.promise;
    events.push(`ends ${item}`);
  });
  gate.resolve();
  await expect(working).rejects.toThrow("first");
  expect(events).toEqual(["begins 1", "begins 2", "ends 2"]);
});
