import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { bulkPair, bulkStages } from "../../src/store/bulk.ts";
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

describe("pairs", () => {
  const pair = (key: string, size: number, stage?: string): StoreEntry => ({
    key: key as StorageKey,
    value: new Uint8Array(size),
    metadata: null,
    ...(stage !== undefined && { stage }),
  });
  const cut = (list: readonly StoreEntry[], limits?: Parameters<typeof bulkStages>[1]) =>
    bulkStages(list, limits).map(({ batches, unordered }) => ({
      batches: batches.map((batch) => batch.map(({ key }) => key).join(" ")),
      unordered,
    }));
  /** A pair of three bytes counts as four letters of base64 and 1,700 of frame and metadata. */
  const OF_THREE = 1704;

  test.for([
    { name: "no pair", list: [], stages: [] },
    {
      name: "as many as a request may have",
      list: [pair("/a", 3), pair("/b", 3)],
      stages: [{ batches: ["/a /b"], unordered: false }],
    },
    {
      name: "one more than a request may have",
      list: [pair("/a", 3), pair("/b", 3), pair("/c", 3)],
      stages: [{ batches: ["/a /b", "/c"], unordered: false }],
    },
    {
      name: "too many bytes for one request",
      list: [pair("/a", 3), pair("/b", 4), pair("/c", 3)],
      stages: [{ batches: ["/a", "/b", "/c"], unordered: false }],
    },
    {
      name: "a stage, another, and the first again",
      list: [pair("/a", 3, "page"), pair("/b", 3, "page"), pair("/c", 3, "feed"), pair("/d", 3, "page")],
      stages: [
        { batches: ["/a /b"], unordered: true },
        { batches: ["/c"], unordered: true },
        { batches: ["/d"], unordered: true },
      ],
    },
    {
      name: "a stage, then none",
      list: [pair("/a", 3, "page"), pair("/b", 3)],
      stages: [
        { batches: ["/a"], unordered: true },
        { batches: ["/b"], unordered: false },
      ],
    },
  ])("are cut where there is $name", ({ list, stages }) => {
    expect(cut(list, { pairs: 2, bytes: 2 * OF_THREE })).toEqual(stages);
  });

  test("go a thousand at a time, or eight megabytes", () => {
    expect(
      cut(Array.from({ length: 1001 }, () => pair("/a", 3))).map(({ batches }) => batches.length),
    ).toEqual([2]);
    const megabyte = { ...pair("/a", 0), sizeBytes: 1_000_000 };
    const [stage] = bulkStages(Array.from({ length: 6 }, () => megabyte));
    expect(stage?.batches.map(({ length }) => length)).toEqual([5, 1]);
  });

  test("tell their bytes in base64, of the part of a buffer that they are, and metadata where there are any", () => {
    const value = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
    const base64 = Buffer.from([1, 2, 3]).toString("base64");
    expect(bulkPair({ key: "/a" as StorageKey, value, metadata: null })).toEqual({
      key: "/a",
      json: JSON.stringify({ key: "/a", value: base64, base64: true }),
    });
    expect(JSON.parse(bulkPair({ key: "/a" as StorageKey, value, metadata: { n: 1 } }).json)).toEqual({
      key: "/a",
      value: base64,
      base64: true,
      metadata: { n: 1 },
    });
  });
});
