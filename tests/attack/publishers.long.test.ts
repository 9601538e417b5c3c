import { expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { RememberedShards } from "../publish/remembered-shards.ts";
import { race } from "./race-of-two.ts";
import { raceThroughTheApi } from "./race-through-the-api.ts";

/** Most of those before are in the quick suite. */
const FIRST = 12;
const RACES = 438;
/** Those in which both publish the very same, or one stops half way whose channels stay. */
const LAGGING = [150, 170, 216, 278, 290, 309, 331, 346];
const LAGGING_FIRST = 1;
const LAGGING_RACES = 45;

const seedsFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => first + index);

test("many races leave what one normal bake makes as one publisher would", async () => {
  const ends = new Set<string>();
  for (const seed of seedsFrom(FIRST, RACES)) {
    ends.add(await told(seed, () => race(new MemoryStore(), seed)));
  }
  expect(ends).toContain("stopped and stopped");
});

test("so they do through Cloudflare's API while it shows writes late", async () => {
  const ends = new Set<string>();
  const { race, stop } = await raceThroughTheApi();
  for (const seed of [...LAGGING, ...seedsFrom(LAGGING_FIRST, LAGGING_RACES)]) {
    ends.add(await told(seed, () => race(seed)));
  }
  await stop();
  expect(ends).toContain("won and won");
});

test("many races of machines that remember shards leave the same", async () => {
  for (const seed of seedsFrom(0, RACES / 2)) {
    await told(seed, () => race(new MemoryStore(), seed, undefined, new RememberedShards()));
  }
});

test("so do those of machines that remember shards through the API", async () => {
  const { race, stop } = await raceThroughTheApi();
  for (const seed of seedsFrom(0, LAGGING_RACES)) {
    await told(seed, () => race(seed, new RememberedShards()));
  }
  await stop();
});

async function told(seed: number, race: () => Promise<readonly string[]>): Promise<string> {
  try {
    return (await race()).join(" and ");
  } catch (cause) {
    throw new Error(`seed ${seed}`, { cause });
  }
}
