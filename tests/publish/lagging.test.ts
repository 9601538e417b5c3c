import { describe, expect, test } from "vitest";
import { LedgerFormatError } from "../../src/ledger/stored/format-error.ts";
import { listJournals } from "../../src/publish/listed-journals.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { publish } from "../../src/publish/publish.ts";
import { PublishRaceError } from "../../src/publish/race.ts";
import { replaceLedger } from "../../src/publish/replace-ledger.ts";
import { readState, StaleLedgerError } from "../../src/publish/stored-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { forgetDifferences, isSound, verifyStore, wrongKeys } from "../../src/publish/verify.ts";
import { JOURNAL_KEY, LEDGER_KEY, ledgerShardKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { DyingStore, Killed, shuffledBy } from "../store/dying-store.ts";
import { LaggingStore } from "../store/lagging-store.ts";
import { bakeFiles, brokenLinks, DAY, HOUR, NOW, otherKeys, publishFiles, stateOf } from "./publish-files.ts";

const FIRST = { "tide.md": "# Tide\n\nIt rises.\n" };
const SECOND = { ...FIRST, "lock.md": "# Lock\n\nIt opens.\n" };

/** A store that was published twice, and shows the first time until it catches up. */
async function lagging() {
  const memory = new MemoryStore();
  const store = new LaggingStore(memory);
  await publishFiles(FIRST, store, NOW);
  await store.lag("stale reads");
  await publishFiles(SECOND, memory, NOW + HOUR);
  return { memory, store };
}

describe("a store that shows an older ledger than this machine wrote", () => {
  test("is asked again until it has caught up", async () => {
    const { store } = await lagging();
    store.catchUp({ afterReads: 5 });
    const { ledger } = await readState(store, { newestEdition: NOW + HOUR, pausesMs: [0, 0, 0] });
    expect(ledger.edition).toBe(NOW + HOUR);
  });

  test("is refused when it does not", async () => {
    const { store } = await lagging();
    const reading = readState(store, { newestEdition: NOW + HOUR, pausesMs: [0, 0] });
    await expect(reading).rejects.toThrow(StaleLedgerError);
    await expect(reading).rejects.toThrow("2025-07-01T19:00:00Z");
  });

  test("is refused too where a miss was cached", async () => {
    const store = new LaggingStore(new MemoryStore());
    await store.lag("cached misses");
    await publishFiles(FIRST, store, NOW);
    const reading = readState(store, { newestEdition: NOW, pausesMs: [] });
    await expect(reading).rejects.toThrow("shows no ledger");
  });

  test.for([
    { name: "an old shard", key: ledgerShardKey(1) },
    { name: "an old head", key: LEDGER_KEY },
  ])("half old, $name: is asked again, then refused", async ({ key }) => {
    const memory = new MemoryStore();
    const store = new LaggingStore(memory);
    await publishFiles(FIRST, store, NOW);
    await store.lag("stale reads", [key]);
    await publishFiles(SECOND, memory, NOW + HOUR);
    const freshness = { newestEdition: NOW + HOUR, pausesMs: [0, 0] };
    await expect(readState(store, freshness)).rejects.toThrow(LedgerFormatError);
    store.catchUp({ afterReads: 4 });
    expect((await readState(store, freshness)).ledger.articles).toHaveLength(2);
  });
});

describe("a publish through a store that lags", () => {
  test("does not take its own journal, unseen or old, for somebody else's", async () => {
    const memory = new MemoryStore();
    for (const [at, lag] of (["cached misses", "stale reads"] as const).entries()) {
      const store = new LaggingStore(memory);
      await store.lag(lag);
      await publishFiles({ ...SECOND, "n.md": `# Number ${at}\n\nText.\n` }, store, NOW + at * HOUR);
    }
    expect(await otherKeys(memory)).toEqual(["ledger", "ledger/0001"]);
    expect(await brokenLinks(memory)).toEqual([]);
  });

  test("takes a journal that was deleted, but is still shown, for what it is", async () => {
    const memory = new MemoryStore();
    await publishFiles(FIRST, memory, NOW);
    const writes = (await publishFiles(SECOND, memory, NOW + HOUR)).plan.put;
    const again = new MemoryStore();
    await publishFiles(FIRST, again, NOW);
    // Killed with everything written but the end of the journal.
    await expect(
      publishFiles(SECOND, new DyingStore(again, writes, shuffledBy(1)), NOW + HOUR),
    ).rejects.toThrow(Killed);
    const store = new LaggingStore(again);
    await store.lag("stale reads", [JOURNAL_KEY]);
    await again.delete([JOURNAL_KEY]);
    const { plan } = await publishFiles(SECOND, store, NOW + DAY);
    expect(plan).toMatchObject({ put: 0, delete: [] });
  });
});

describe("two publishers at once", () => {
  test("the later one stops before it writes anything", async () => {
    const store = new MemoryStore();
    await publishFiles(FIRST, store, NOW);
    const state = await stateOf(store);
    const plan = planPublish(bakeFiles(FIRST, state, NOW + 2 * HOUR), state, Infinity);
    const edited = planPublish(
      bakeFiles({ "tide.md": "# Ebb\n\nIt falls.\n" }, state, NOW + 2 * HOUR),
      state,
      Infinity,
    );
    expect(plan.put).toBe(0);
    await publishFiles(SECOND, store, NOW + HOUR);
    const before = await surveyStore(store);
    await expect(publish(edited, state, store)).rejects.toThrow(PublishRaceError);
    expect(await surveyStore(store)).toEqual(before);
  });

  test("the slower one does not write its ledger over the other's, and the next publish fixes all", async () => {
    const store = new MemoryStore();
    await publishFiles(FIRST, store, NOW);
    const state = await stateOf(store);
    const plan = planPublish(
      bakeFiles({ "tide.md": "# Ebb\n\nIt falls.\n" }, state, NOW + 2 * HOUR),
      state,
      Infinity,
    );
    const [journal = [], ...documents] = plan.stages;
    await store.put(journal);
    await store.put(documents.flat());
    const faster = { ...SECOND, "mole.md": "# Mole\n\nIt stands.\n" };
    await publishFiles(faster, store, NOW + 3 * HOUR);
    await expect(publish(plan, state, store)).rejects.toThrow(PublishRaceError);
    const { plan: mending } = await publishFiles(faster, store, NOW + DAY);
    expect(mending.left).toBe(0);
    const { ledger } = (await stateOf(store)).stored;
    expect(isSound(verifyStore(await surveyStore(store), ledger))).toBe(true);
    expect(ledger.articles).toHaveLength(3);
  });
});

test("two that publish the very same at the same moment are one: no ledger waits for itself", async () => {
  const store = new MemoryStore();
  await publishFiles(FIRST, store, NOW);
  const seen = { newestEdition: 0, pausesMs: [], lagSeconds: 600, now: NOW + HOUR };
  const state = await readState(store, seen);
  const theirs = planPublish(bakeFiles(SECOND, state, NOW + HOUR), state, Infinity);
  await store.put(theirs.stages[0] ?? []);
  // Their journal is listed, and its text is not shown yet.
  const listing = { ...state, journals: await listJournals(store) };
  await publish(planPublish(bakeFiles(SECOND, listing, NOW + HOUR), listing, Infinity), listing, store);
  const { stored, journals } = await readState(store, seen);
  expect(journals.map((journal) => journal.publish)).toEqual([stored.publish]);
  expect(stored.watched).toBeUndefined();
});

test("a repair by an old list writes too much, and loses nothing", async () => {
  const memory = new MemoryStore();
  const store = new LaggingStore(memory);
  await publishFiles(FIRST, store, NOW);
  await store.lag("stale lists");
  await publishFiles(SECOND, store, NOW + HOUR);
  const { ledger } = (await stateOf(store)).stored;
  const found = verifyStore(await surveyStore(store), ledger);
  expect(found.missing).toContain("/articles/lock");
  await replaceLedger(forgetDifferences(ledger, wrongKeys(found)), store);
  store.catchUp();
  await publishFiles(SECOND, store, NOW + DAY);
  const sound = verifyStore(await surveyStore(memory), (await stateOf(memory)).stored.ledger);
  expect(isSound(sound)).toBe(true);
  expect([...(await stateOf(memory)).stored.ledger.articles].map(({ published }) => published)).toEqual([
    NOW,
    NOW + HOUR,
  ]);
});
