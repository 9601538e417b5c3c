import { expect } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { PASSING_FAULTS } from "../stand-in/passing-faults.ts";
import { startStandIn } from "./start-stand-in.ts";

const PATIENCE = { attempts: 30, firstDelayMs: 0, longestDelayMs: 0, answerMs: 20_000 };

/**
 * Publishes `count` keys over a network where one request in three goes wrong, at a random one of the
 * three and each time in another way, and looks what came of it.
 */
export async function expectSameEndState(count: number, seed: number): Promise<void> {
  const cloudflare = await startStandIn();
  const namespace = cloudflare.addNamespace("documents");
  const chance = chanceFrom(seed);
  const met = new Set<string>();
  const deck = PASSING_FAULTS.toSorted(() => chance() - 0.5);
  let requests = 0;
  let wrong = 0;
  let dealt = 0;
  cloudflare.fault = () => {
    const place = requests++ % 3;
    if (place === 0) wrong = Math.floor(chance() * 3);
    if (place !== wrong) return null;
    const fault = deck[dealt++ % deck.length] ?? null;
    met.add(JSON.stringify(fault));
    return fault;
  };
  const store = new RemoteStore(cloudflare.account, namespace.id, PATIENCE);
  const stale = Array.from({ length: count / 10 }, (_, n) => entryOf(`/old/${n}`, "page", 1));
  const list = [
    ...Array.from({ length: count }, (_, n) => entryOf(`/articles/${n}`, "page", n)),
    ...Array.from({ length: 3 }, (_, n) => entryOf(`/feed/${n}`, "feed", n)),
    ...stale,
  ];
  await store.put(list);
  await store.delete(stale.map(({ key }) => key));

  const expected = new Map(list.slice(0, count + 3).map((entry) => [entry.key as string, entry]));
  expect([...namespace.pairs.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [key, { value, metadata }] of namespace.pairs) {
    if (!value.equals(expected.get(key)?.value ?? Buffer.of())) expect.fail(`${key} has other bytes`);
    expect(metadata).toEqual(expected.get(key)?.metadata);
  }
  const firstFeed = namespace.writes.findIndex((keys) => keys.some((key) => key.startsWith("/feed/")));
  const pagesBefore = new Set(namespace.writes.slice(0, firstFeed).flat());
  expect(list.filter(({ key }) => key.startsWith("/articles/") && !pagesBefore.has(key))).toEqual([]);
  expect(met.size).toBeGreaterThan(2);
}

function entryOf(key: string, stage: string, n: number): StoreEntry {
  return { key: key as StorageKey, value: Buffer.from(`body ${n} of ${key}`), metadata: { n }, stage };
}

/** Chance in [0, 1) that is the same on every run (a linear congruential generator, Numerical Recipes). */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
