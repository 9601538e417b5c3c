import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { RememberedShards } from "../publish/remembered-shards.ts";
import { race } from "./race-of-two.ts";
import { raceThroughTheApi } from "./race-through-the-api.ts";

const races = (seeds: readonly number[]) => seeds.map((seed) => ({ seed }));

/** Races that end in every way; the long suite has more. */
const SEEDS = races([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18, 47]);
const LAGGING = races([0, 3, 4, 6]);

describe("two publishers who race", () => {
  const ends = new Set<string>();

  test.for(SEEDS)("leave what one normal bake makes as one publisher would: seed $seed", async ({ seed }) => {
    ends.add((await race(new MemoryStore(), seed)).join(" and "));
  });

  test.for(LAGGING)("so they do where they remember shards: seed $seed", async ({ seed }) => {
    await race(new MemoryStore(), seed, undefined, new RememberedShards());
  });

  test("end in many ways", () => {
    expect([...ends].sort()).toEqual([
      "stopped and won",
      "stopped before it wrote and won",
      "won and stopped",
      "won and stopped before it wrote",
      "won and won",
    ]);
  });
});

describe("two publishers who race through Cloudflare's API while it shows writes late", () => {
  const ends = new Set<string>();
  let api: Awaited<ReturnType<typeof raceThroughTheApi>>;
  beforeAll(async () => {
    api = await raceThroughTheApi();
  });
  afterAll(() => api.stop());

  test.for(LAGGING)(
    "leave what one normal bake makes as one publisher would: seed $seed",
    async ({ seed }) => {
      ends.add((await api.race(seed)).join(" and "));
    },
  );

  test.for(LAGGING)("so they do where they remember shards: seed $seed", async ({ seed }) => {
    await api.race(seed, new RememberedShards());
  });

  test("may both win, or both stop", () => {
    expect([...ends]).toEqual(expect.arrayContaining(["stopped and stopped", "won and won"]));
  });
});
