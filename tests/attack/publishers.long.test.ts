import { expect, test } from "vitest";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { race } from "./race-of-two.ts";
import { raceThroughTheApi } from "./race-through-the-api.ts";

const RACES = 1500;
const LAGGING_RACES = 300;

test("many races leave what one normal bake makes as one publisher would", async () => {
  const ends = new Set<string>();
  for (let seed = 50; seed < 50 + RACES; seed += 1) {
    ends.add(await told(seed, () => race(new MemoryStore(), seed)));
  }
  expect(ends).toContain("stopped and stopped");
});

test("so they do through Cloudflare's API while it shows writes late", async () => {
  const ends = new Set<string>();
  const { race, stop } = await raceThroughTheApi();
  for (let seed = 50; seed < 50 + LAGGING_RACES; seed += 1) ends.add(await told(seed, () => race(seed)));
  await stop();
  expect(ends).toContain("won and won");
});

async function told(seed: number, race: () => Promise<readonly string[]>): Promise<string> {
  try {
    return (await race()).join(" and ");
  } catch (cause) {
    throw new Error(`seed ${seed}`, { cause });
  }
}
