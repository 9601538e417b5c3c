import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { LedgerFormatError } from "../../src/ledger/stored/format-error.ts";
import type { LedgerOrigin } from "../../src/ledger/stored/stored-form.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import type { Journal } from "../../src/publish/journal.ts";
import { journalEntry, journalOf } from "../../src/publish/journal.ts";
import { ledgerEntries } from "../../src/publish/ledger-entries.ts";
import { publishName } from "../../src/publish/listed-journals.ts";
import { headDigest, readState, StaleLedgerError } from "../../src/publish/stored-ledger.ts";
import { JOURNAL_KEY, LEDGER_KEY, ledgerShardKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { ledgerBut, records } from "../ledger/records.ts";
import { RecordingStore } from "./recording-store.ts";

/** 2025-07-01T18:00:00Z, and an hour later. */
const FIRST = 1_751_392_800;
const SECOND = FIRST + 3600;

const OLD = ledgerBut({ edition: FIRST, articles: records(2) });
const NEW = ledgerBut({ edition: SECOND, articles: records(2, { 0: { edition: SECOND } }) });
const SECOND_WORD = "a";
const SECOND_NAME = publishName(SECOND, SECOND_WORD.padEnd(22, "-"));
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
      shown: EMPTY_LEDGER,
      ledger: EMPTY_LEDGER,
      journals: [],
      isInterrupted: false,
      head: null,
      lagSeconds: 0,
      ended: null,
    });
  });

  test("is the ledger, whose shards are read all at once", async () => {
    const store = new RecordingStore(await storeOf(LARGE));
    const { stored, ledger, journals } = await readState(store, readAtOnce);
    expect(ledger).toEqual(LARGE);
    const { shardDigests } = ledgerEntries(LARGE, NOTHING_STORED);
    expect(stored).toEqual({ ...NOTHING_STORED, ledger, shardDigests });
    expect(journals).toEqual([]);
    expect(store.asked).toEqual(["get ledger", "get ledger/0001 ledger/0002"]);
  });

  test("is told with a digest of the ledger's head, in text, by which one knows it again", async () => {
    const head = (ledger: Ledger) => ledgerEntries(ledger, NOTHING_STORED).head.value;
    const { head: digest } = await readState(await storeOf(OLD), readAtOnce);
    // SHA-256 in base64url.
    expect(digest).toMatch(/^[\w-]{43}$/);
    expect([headDigest(head(OLD)), headDigest(null)]).toEqual([digest, null]);
    expect(headDigest(head(NEW))).not.toBe(digest);
  });

  test("is, after an interrupted publish, the ledger with what its journal tells", async () => {
    const store = await storeOf(OLD);
    const rest = { shards: [], puts: ["/a"], deletes: [] };
    await store.put([journalEntry(journalOf(NEW, OLD, rest), SECOND_NAME)]);
    const { stored, ledger, journals, isInterrupted } = await readState(store, readAtOnce);
    expect(stored.ledger).toEqual(OLD);
    expect(journals).toMatchObject([{ publish: SECOND_NAME, edition: SECOND }]);
    expect(isInterrupted).toBe(true);
    expect(ledger.documents.get("/a")?.digest).toBe(UNKNOWN_DIGEST);
  });

  test("may hold a shard that an interrupted publish wrote, where its journal names it", async () => {
    const store = await storeOf(OLD);
    const { shards, shardDigests } = ledgerEntries(NEW, NOTHING_STORED);
    await store.put(shards);
    await expect(readState(store, readAtOnce)).rejects.toThrow(LedgerFormatError);
    const rest = { shards: shardDigests, puts: [], deletes: [] };
    await store.put([journalEntry(journalOf(NEW, OLD, rest), SECOND_NAME)]);
    expect((await readState(store, readAtOnce)).ledger.articles).toEqual(NEW.articles);
  });
});

describe("a journal", () => {
  const touching = { shards: [], puts: ["/a"], deletes: ["/b"] };
  const journal = journalOf(NEW, OLD, touching);
  const quiet = journalOf(NEW, OLD, { ...touching, deletes: [] });

  /** Documents of which nobody knows, where a ledger of such an origin and such a journal are read. */
  async function unknown(origin: Partial<LedgerOrigin>, entry: StoreEntry): Promise<readonly string[]> {
    const { shards, head } = ledgerEntries(NEW, NOTHING_STORED, { ...NOTHING_STORED, ...origin });
    const store = new MemoryStore();
    await store.put([...shards, head, entry]);
    const { ledger, isInterrupted } = await readState(store, readAtOnce);
    const keys = [...ledger.documents]
      .filter(([, { digest }]) => digest === UNKNOWN_DIGEST)
      .map(([key]) => key);
    expect(isInterrupted).toBe(keys.length > 0);
    return keys;
  }

  test.for([
    { name: "of a publish that the ledger does not know", journal, origin: {}, keys: ["/a", "/b"] },
    { name: "of the ledger's own publish", journal, origin: { publish: SECOND_NAME }, keys: ["/b"] },
    {
      name: "of the ledger's own, without deletions",
      journal: quiet,
      origin: { publish: SECOND_NAME },
      keys: [],
    },
    { name: "of one that the ledger accounts for", journal, origin: { settled: [SECOND_NAME] }, keys: [] },
  ])("$name opens $keys", async ({ journal, origin, keys }) => {
    expect(await unknown(origin, journalEntry(journal, SECOND_NAME))).toEqual(keys);
  });

  test.for([
    { name: "nothing while it may still be seen late", now: SECOND + 599, keys: [] },
    { name: "all once more after that", now: SECOND + 600, keys: ["/a", "/b"] },
  ])("that is watched opens $name", async ({ now, keys }) => {
    const origin = { ...NOTHING_STORED, watched: [SECOND_NAME] };
    const { shards, head } = ledgerEntries(NEW, NOTHING_STORED, origin);
    const store = new MemoryStore();
    await store.put([...shards, head, journalEntry(journal, SECOND_NAME)]);
    const { ledger } = await readState(store, { ...readAtOnce, lagSeconds: 600, now });
    expect([...ledger.documents.keys()]).toEqual(keys);
  });

  test.for([
    { name: "a newer edition", edition: SECOND + 1, keys: ["/a", "/b"] },
    { name: "the ledger's own", edition: SECOND, keys: ["/b"] },
    { name: "an older one, a late echo", edition: SECOND - 1, keys: [] },
  ])("as older versions kept it, of $name, opens $keys", async ({ edition, keys }) => {
    const { value } = journalEntry({ ...journal, edition }, SECOND_NAME);
    expect(await unknown({}, { key: JOURNAL_KEY, value, metadata: { edition } })).toEqual(keys);
  });

  test("is of two publishes that wrote the ledger together: each tells its part", async () => {
    const store = await storeOf(OLD);
    const ours = ledgerEntries(NEW, NOTHING_STORED, { publish: SECOND_NAME, settled: [] });
    const theirs = ledgerBut({ edition: SECOND, articles: records(3) });
    const { shards, shardDigests } = ledgerEntries(theirs, NOTHING_STORED);
    const entryOf = (journal: Journal, word: string) =>
      journalEntry(journal, publishName(SECOND, word.padEnd(22, "-")));
    await store.put([
      ...shards,
      ours.head,
      entryOf(journalOf(NEW, OLD, { ...touching, shards: ours.shardDigests }), SECOND_WORD),
      entryOf(journalOf(theirs, OLD, { shards: shardDigests, puts: ["/theirs"], deletes: [] }), "b"),
    ]);
    const { ledger } = await readState(store, readAtOnce);
    expect(ledger.articles).toEqual([...NEW.articles, ...records(3).slice(2)]);
    expect([...ledger.documents.keys()].sort()).toEqual(["/a", "/b", "/theirs"]);
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
    expect(store.asked.filter((one) => one === "get ledger")).toHaveLength(look);
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
    expect(stored).toEqual({ ...NOTHING_STORED, ledger: LARGE });
    expect(store.asked.slice(1)).toEqual(["get ledger/0001", "get ledger/0002"]);
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

  test("shows which publish wrote it, and says which others it accounts for", async () => {
    const origin = { publish: "1-a", settled: ["1-b"] };
    const { shards, head } = ledgerEntries(OLD, NOTHING_STORED, origin);
    expect(head.metadata).toEqual({ edition: FIRST, publish: "1-a" });
    const store = new MemoryStore();
    await store.put([...shards, head]);
    expect((await readState(store, readAtOnce)).stored).toMatchObject(origin);
  });

  test("is only the shards that differ from what is stored", async () => {
    const { stored } = await readState(await storeOf(LARGE), readAtOnce);
    const edited = { ...LARGE, articles: records(1001, { 1000: { edition: SECOND } }) };
    expect(ledgerEntries(edited, stored).shards.map(({ key }) => key)).toEqual(["ledger/0002"]);
  });
});
