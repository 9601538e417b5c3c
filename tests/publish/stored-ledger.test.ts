import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { LedgerFormatError, NOTHING_STORED } from "../../src/ledger/codec.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { journalEntry, journalOf, UNKNOWN_DIGEST } from "../../src/publish/journal.ts";
import { ledgerEntries, readState, StaleLedgerError } from "../../src/publish/stored-ledger.ts";
import { LEDGER_KEY, ledgerShardKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { ledgerBut, records } from "../ledger/records.ts";
import { RecordingStore } from "./recording-store.ts";

/** 2025-07-01T18:00:00Z, and an hour later. */
const FIRST = 1_751_392_800;
const SECOND = FIRST + 3600;

const OLD = ledgerBut({ edition: FIRST, articles: records(2) });
const NEW = ledgerBut({ edition: SECOND, articles: records(2, { 0: { edition: SECOND } }) });
/** Of two shards. */
const LARGE = ledgerBut({ edition: FIRST, articles: records(1001) });

/** The parts of a ledger as a publish writes them into an empty store. */
function partsOf(ledger: Ledger) {
  const { shards, head } = ledgerEntries(ledger, NOTHING_STORED);
  return [...shards, head];
}

async function storeOf(ledger: Ledger): Promise<MemoryStore> {
  const store = new MemoryStore();
  await store.put(partsOf(ledger));
  return store;
}

const readAtOnce = { newestEdition: 0, pausesMs: [] };

describe("what a store remembers", () => {
  test("is nothing where nothing was published", async () => {
    expect(await readState(new MemoryStore(), readAtOnce)).toEqual({
      stored: NOTHING_STORED,
      ledger: EMPTY_LEDGER,
      journal: null,
    });
  });

  test("is the ledger, whose shards are read all at once", async () => {
    const store = new RecordingStore(await storeOf(LARGE));
    const { stored, ledger, journal } = await readState(store, readAtOnce);
    expect(ledger).toEqual(LARGE);
    expect(stored).toEqual({ ledger, shardDigests: ledgerEntries(LARGE, NOTHING_STORED).shardDigests });
    expect(journal).toBeNull();
    expect(store.asked).toEqual(["get journal", "get ledger", "get ledger/0001 ledger/0002"]);
  });

  test("is, after an interrupted publish, the ledger with what its journal tells", async () => {
    const store = await storeOf(OLD);
    const rest = { shards: [], puts: ["/a"], deletes: [] };
    await store.put([journalEntry(journalOf(NEW, OLD, rest))]);
    const { stored, ledger, journal } = await readState(store, readAtOnce);
    expect(stored.ledger).toEqual(OLD);
    expect(journal).toMatchObject({ edition: SECOND, puts: ["/a"] });
    expect(ledger.documents.get("/a")?.digest).toBe(UNKNOWN_DIGEST);
  });

  test("may hold a shard that an interrupted publish wrote, where its journal names it", async () => {
    const store = await storeOf(OLD);
    const { shards, shardDigests } = ledgerEntries(NEW, NOTHING_STORED);
    await store.put(shards);
    await expect(readState(store, readAtOnce)).rejects.toThrow(LedgerFormatError);
    await store.put([journalEntry(journalOf(NEW, OLD, { shards: shardDigests, puts: [], deletes: [] }))]);
    expect((await readState(store, readAtOnce)).ledger.articles).toEqual(NEW.articles);
  });
});

describe("an answer that is too old", () => {
  const freshness = { newestEdition: SECOND, pausesMs: [0, 0] };

  /** A store that has caught up before it is asked for its ledger so many times. */
  async function caughtUpBefore(read: number): Promise<RecordingStore> {
    const memory = await storeOf(OLD);
    const store = new RecordingStore(memory);
    store.before = async (asked) => {
      const reads = store.asked.filter((one) => one === "get ledger").length;
      if (asked === "get ledger" && reads + 1 === read) await memory.put(partsOf(NEW));
    };
    return store;
  }

  test.for([1, 2, 3])("is asked for again after each pause: caught up at look %i", async (look) => {
    const store = await caughtUpBefore(look);
    expect((await readState(store, freshness)).ledger.edition).toBe(SECOND);
    expect(store.asked.filter((one) => one === "get journal")).toHaveLength(look);
  });

  test("is refused when the last pause is over, with both moments and the way out", async () => {
    await expect(readState(await caughtUpBefore(4), freshness)).rejects.toThrow(StaleLedgerError);
    await expect(readState(await caughtUpBefore(4), freshness)).rejects.toMatchObject({
      name: "StaleLedgerError",
      message:
        "the store shows a ledger of 2025-07-01T18:00:00Z, but this machine published at 2025-07-01T19:00:00Z; " +
        "wait a minute and try again, or, if the ledger is lost, rebuild it with: npm run ledger -- --rebuild",
    });
  });

  test("is refused too where it shows no ledger", async () => {
    const reading = readState(new MemoryStore(), { newestEdition: FIRST, pausesMs: [] });
    await expect(reading).rejects.toThrow(StaleLedgerError);
    await expect(reading).rejects.toThrow(
      "the store shows no ledger, but this machine published at 2025-07-01T18:00:00Z",
    );
  });

  test("is no answer older than this machine knows of: the same edition will do", async () => {
    const { ledger } = await readState(await storeOf(OLD), { newestEdition: FIRST, pausesMs: [] });
    expect(ledger.edition).toBe(FIRST);
  });

  test("half old, half new is asked for again, then refused", async () => {
    const memory = await storeOf(OLD);
    await memory.put(partsOf(NEW).slice(0, 1));
    const store = new RecordingStore(memory);
    await expect(readState(store, freshness)).rejects.toThrow(LedgerFormatError);
    expect(store.asked.filter((one) => one === "get ledger")).toHaveLength(3);
  });

  test("half old, half new is read once it is whole", async () => {
    const store = await caughtUpBefore(2);
    await store.put(partsOf(NEW).slice(0, 1));
    expect((await readState(store, freshness)).ledger).toEqual(NEW);
  });

  test("that lacks a shard is refused", async () => {
    const store = await storeOf(LARGE);
    await store.delete([ledgerShardKey(2)]);
    await expect(readState(store, readAtOnce)).rejects.toThrow(/^part 2 of the ledger/);
  });
});

test("a fault of the store is thrown at once, whatever pauses are left", async () => {
  const store = new RecordingStore(new MemoryStore());
  store.before = async () => {
    throw new Error("no network");
  };
  await expect(readState(store, { newestEdition: 0, pausesMs: [3_600_000] })).rejects.toThrow("no network");
});

describe("a ledger of version 1, whose shards are bytes", () => {
  /** As version 1 stored it. */
  async function olderStore(ledger: Ledger): Promise<MemoryStore> {
    const store = new MemoryStore();
    const { shards, head } = ledgerEntries(ledger, NOTHING_STORED);
    const site = JSON.parse(gunzipSync(head.value).toString());
    await store.put([
      ...shards.map((shard) => ({
        ...shard,
        value: Buffer.from(Buffer.from(shard.value).toString(), "base64"),
      })),
      { ...head, value: gzipSync(JSON.stringify({ ...site, version: 1 })) },
    ]);
    return store;
  }

  test("is read shard by shard, in their order, and tells no digest: the next publish writes all anew", async () => {
    const store = new RecordingStore(await olderStore(LARGE));
    const { stored } = await readState(store, readAtOnce);
    expect(stored).toEqual({ ledger: LARGE, shardDigests: [] });
    expect(store.asked.slice(2)).toEqual(["get ledger/0001", "get ledger/0002"]);
  });

  test("may have no shard at all", async () => {
    const { ledger } = await readState(await olderStore(ledgerBut({ edition: FIRST })), readAtOnce);
    expect(ledger).toEqual(ledgerBut({ edition: FIRST }));
  });

  test("that lacks a shard is refused", async () => {
    const store = await olderStore(OLD);
    await store.delete([ledgerShardKey(1)]);
    await expect(readState(store, readAtOnce)).rejects.toThrow(/^part 1 of the ledger/);
  });
});

describe("a ledger that is packed", () => {
  test("is every shard and the head, which shows the edition beside it", () => {
    const { shards, head } = ledgerEntries(LARGE, NOTHING_STORED);
    expect(shards.map(({ key, metadata }) => [key, metadata])).toEqual([
      ["ledger/0001", null],
      ["ledger/0002", null],
    ]);
    expect([head.key, head.metadata]).toEqual([LEDGER_KEY, { edition: FIRST }]);
  });

  test("is only the shards that differ from what is stored", async () => {
    const { stored } = await readState(await storeOf(LARGE), readAtOnce);
    const edited = { ...LARGE, articles: records(1001, { 1000: { edition: SECOND } }) };
    expect(ledgerEntries(edited, stored).shards.map(({ key }) => key)).toEqual(["ledger/0002"]);
  });
});
