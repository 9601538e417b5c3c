import { expect } from "vitest";
import { ClockBehindError } from "../../src/ledger/ledger.ts";
import { LedgerFormatError } from "../../src/ledger/stored/format-error.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { PublishRaceError } from "../../src/publish/race.ts";
import type { ShardMemory } from "../../src/publish/read-shards.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { CHANNEL_FOLDER } from "../../src/representation/addresses.ts";
import { mayBecomeOwn } from "../../src/representation/own-addresses.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store, StoreEntry } from "../../src/store/store.ts";
import type { Files } from "../publish/publish-files.ts";
import { bakeFiles, brokenLinks, DAY, HOUR, NOW } from "../publish/publish-files.ts";
import { copiedStore } from "../store/copied-store.ts";
import { answersOf, expectOnePublisher, pairsIn } from "./one-publisher.ts";
import { chanceOf, TakingTurns, Turns } from "./turns.ts";
import { BEFORE, edited } from "./two-folders.ts";

/** How a publish ended. */
export type End = "won" | "stopped before it wrote" | "stopped";

/** As a store is read that others may write, too. */
const SHARED = { newestEdition: 0, pausesMs: [0, 0, 0], lagSeconds: 600 };

/**
 * Two publishers, each with a folder and a clock of his own; then one of them, alone, when the store
 * shows all that was written. `lag` is told a chance when it begins to lag, and null when that ends.
 * `shards` is what both remember.
 */
export async function race(
  store: Store,
  seed: number,
  lag: (chance: ((below: number) => number) | null) => void = () => {},
  shards: ShardMemory | null = null,
): Promise<readonly [End, End]> {
  const chance = chanceOf(seed);
  const ours = edited(BEFORE, () => chance(4) === 0);
  const theirs = chance(3) === 0 ? ours : edited(chance(2) === 0 ? ours : BEFORE, () => chance(4) === 0);
  await store.put(await entriesOf(await published(BEFORE)));

  const turns = new Turns(2, seed);
  lag(chanceOf(seed + 1));
  const ends = await Promise.all([
    run(store, ours, 0, turns, chance, shards),
    run(store, theirs, 1, turns, chance, shards),
  ]);
  lag(null);

  const last = [ours, theirs, edited(theirs, () => chance(6) === 0)][chance(3)] ?? ours;
  await publishAt(last, store, NOW + DAY, shards);
  expect(await brokenLinks(store)).toEqual([]);
  const state = await readState(store, SHARED);
  await expectOnePublisher(store, state, last);
  const orders = [[ours, theirs], [theirs, ours], [ours], [theirs], []];
  const known = new Map<string, Promise<MemoryStore>>();
  const answersIn = async (order: readonly Files[]) =>
    answersOf(await onePublisher([BEFORE, ...order, last], known));
  const { present, past } = await answersOf(store);
  // Channels and windows only grow: those of a publish that stopped half way stay, too.
  const all = ends.includes("stopped") ? await Promise.all(orders.map(answersIn)) : [];
  const grown = all.flatMap((one) => one.present).filter((line) => isGrown(line) && present.includes(line));
  let same = 0;
  for (const [at, order] of orders.entries()) {
    const one = all[at] ?? (await answersIn(order));
    if (!sameLines([...one.present, ...grown], present)) continue;
    same += 1;
    // Of a publish that stopped half way addresses count, too.
    if (one.past.every((path) => past.includes(path))) return ends;
  }
  expect(same, "as if one had published after the other").toBeGreaterThan(0);
  return expect.fail("an address is lost");
}

async function run(
  store: Store,
  files: Files,
  task: number,
  turns: Turns,
  chance: (below: number) => number,
  shards: ShardMemory | null,
): Promise<End> {
  const late = chance(60) * task;
  const now = NOW + HOUR + chance(3);
  const seen = new TakingTurns(store, () => turns.wait(task), now);
  try {
    for (let turn = 0; turn < late; turn += 1) await turns.wait(task);
    await publishAt(files, seen, now, shards);
    return "won";
  } catch (cause) {
    // His clock may stand behind what the other published, and the store show half of that.
    if (cause instanceof ClockBehindError || cause instanceof LedgerFormatError) return endUnwritten(seen);
    if (cause instanceof PublishRaceError) return seen.written === 0 ? "stopped before it wrote" : "stopped";
    throw cause;
  } finally {
    turns.end();
  }
}

/** Whether a line of `answersOf` tells of an address that the site comes to have as it grows. */
function isGrown(line: string): boolean {
  const address = line.slice(0, line.indexOf(" "));
  const isList = Object.values(CHANNEL_FOLDER).some((folder) => folder === address);
  return isList || (mayBecomeOwn(address) && !address.startsWith("/media/"));
}

function sameLines(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).size === others.length && others.every((line) => some.includes(line));
}

function endUnwritten({ written }: TakingTurns): End {
  expect(written).toBe(0);
  return "stopped before it wrote";
}

/** What one publisher leaves who publishes folder after folder. What is `known` is not published again. */
function onePublisher(
  folders: readonly Files[],
  known: Map<string, Promise<MemoryStore>>,
): Promise<MemoryStore> {
  const name = JSON.stringify(folders);
  const store = known.get(name) ?? publishedLast(folders, known);
  known.set(name, store);
  return store;
}

async function publishedLast(
  folders: readonly Files[],
  known: Map<string, Promise<MemoryStore>>,
): Promise<MemoryStore> {
  const before = folders.slice(0, -1);
  const last = folders.at(-1);
  if (last === undefined) return new MemoryStore();
  if (before.length === 0) return published(last);
  const store = await copiedStore(await onePublisher(before, known));
  await publishAt(last, store, NOW + before.length * HOUR);
  return store;
}

/** Stores of a first publish; every race begins with the same one. */
const firsts = new Map<Files, Promise<MemoryStore>>();

/** What a first publish of a folder leaves. Nobody writes into it. */
function published(files: Files): Promise<MemoryStore> {
  const make = async () => {
    const store = new MemoryStore();
    await publishAt(files, store, NOW);
    return store;
  };
  const first = firsts.get(files) ?? make();
  firsts.set(files, first);
  return first;
}

async function entriesOf(store: MemoryStore): Promise<StoreEntry[]> {
  return [...(await pairsIn(store))].map(([key, pair]) => ({ key: key as StorageKey, ...pair }));
}

async function publishAt(
  files: Files,
  store: Store,
  now: number,
  shards: ShardMemory | null = null,
): Promise<void> {
  const state = await readState(store, { ...SHARED, now, shards });
  await publish(planPublish(bakeFiles(files, state, now), state, Infinity), state, store);
}
