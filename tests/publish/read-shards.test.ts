import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { toldOf } from "../../src/ledger/records/told-records.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import { journalEntry, journalOf } from "../../src/publish/journal.ts";
import { ledgerEntries } from "../../src/publish/ledger-entries.ts";
import { publishName } from "../../src/publish/listed-journals.ts";
import { ShardLostError } from "../../src/publish/read-shards.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { ledgerBut, records } from "../ledger/records.ts";
import { RecordingStore } from "./recording-store.ts";
import { RememberedShards } from "./remembered-shards.ts";

/** 2025-07-01T18:00:00Z, and an hour later. */
const FIRST = 1_751_392_800;
const SECOND = FIRST + 3600;

/** Of three shards, and the same with another article in the second. */
const LARGE = ledgerBut({ edition: FIRST, articles: records(2001) });
const EDITED = ledgerBut({ edition: SECOND, articles: records(2001, { 1500: { edition: SECOND } }) });

async function storeOf(ledger: Ledger): Promise<RecordingStore> {
  const store = new MemoryStore();
  const { shards, head } = ledgerEntries(ledger, NOTHING_STORED);
  await store.put([...shards, head]);
  return new RecordingStore(store);
}

/** A ledger of which all is read. */
const read = (ledger: Ledger): Ledger => ({
  ...ledger,
  articles: [...ledger.articles],
  documents: new Map(ledger.documents),
});

/** What a store remembers for a machine that has read `before`, and what is asked of it. */
async function readAfter(before: Ledger, store: RecordingStore, shards = new RememberedShards()) {
  await readState(await storeOf(before), { newestEdition: 0, pausesMs: [], shards });
  const { stored } = await readState(store, { newestEdition: 0, pausesMs: [], shards });
  return { stored, asked: store.asked };
}

describe("a machine that remembers shards", () => {
  test("reads the head alone where they are the same, and knows as much", async () => {
    const { stored, asked } = await readAfter(LARGE, await storeOf(LARGE));
    expect(asked).toEqual(["get ledger"]);
    const { shardDigests } = ledgerEntries(LARGE, NOTHING_STORED);
    expect({ ...stored, ledger: read(stored.ledger) }).toEqual({
      ...NOTHING_STORED,
      ledger: LARGE,
      shardDigests,
    });
  });

  test("fetches those that are other, each to its place", async () => {
    const { stored, asked } = await readAfter(LARGE, await storeOf(EDITED));
    expect(asked).toEqual(["get ledger", "get ledger/0002"]);
    expect(read(stored.ledger)).toEqual(EDITED);
  });

  test("refuses a ledger with a shard that its head does not name, and does not remember that", async () => {
    const store = await storeOf(EDITED);
    const { shards } = ledgerEntries(ledgerBut({ articles: records(1100) }), NOTHING_STORED);
    await store.put(shards);
    const memory = new RememberedShards();
    await expect(readAfter(LARGE, store, memory)).rejects.toThrow(/^part 2 of the ledger/);
    expect(memory.texts.size).toBe(3);
  });

  test("asks for them where a publish is under way, which may have written some", async () => {
    const store = await storeOf(LARGE);
    const { shards, shardDigests } = ledgerEntries(EDITED, NOTHING_STORED);
    await store.put(shards);
    const name = publishName(SECOND, "a".padEnd(22, "-"));
    await store.put([
      journalEntry(journalOf(EDITED, LARGE, { shards: shardDigests, puts: [], deletes: [] }), name),
    ]);
    const { stored } = await readAfter(LARGE, store);
    expect(stored.shardDigests).toEqual(shardDigests);
  });

  test("reads what lies there where its memory says nothing", async () => {
    const shards = new RememberedShards();
    shards.recall = () => "";
    const store = await storeOf(LARGE);
    const { stored } = await readState(store, { newestEdition: 0, pausesMs: [], shards });
    expect(read(stored.ledger)).toEqual(LARGE);
  });

  test("reads a shard when something in it is asked for, and knows as much of it before", async () => {
    const shards = new RememberedShards();
    await readState(await storeOf(LARGE), { newestEdition: 0, pausesMs: [], shards });
    const asked: string[] = [];
    const { recall } = shards;
    shards.recall = (digest) => {
      asked.push(digest);
      return recall(digest);
    };
    const { stored } = await readState(await storeOf(LARGE), { newestEdition: 0, pausesMs: [], shards });
    const { articles } = stored.ledger;
    expect([articles.length, toldOf(articles).address(1500), asked]).toEqual([2001, "/articles/a1500", []]);
    expect([articles.at(1500), articles.at(1501)]).toEqual([...LARGE.articles].slice(1500, 1502));
    expect(asked).toEqual([stored.shardDigests[1]]);
  });

  test("tells where what it remembered is gone, or damaged, once that is asked for", async () => {
    for (const lost of [null, "", "{"]) {
      const shards = new RememberedShards();
      await readState(await storeOf(LARGE), { newestEdition: 0, pausesMs: [], shards });
      shards.recall = () => lost;
      const store = await storeOf(LARGE);
      const { stored } = await readState(store, { newestEdition: 0, pausesMs: [], shards });
      expect(store.asked).toEqual(["get ledger"]);
      const lostPart = `what was remembered of the ledger's part ${stored.shardDigests[0]} is gone`;
      expect(() => stored.ledger.articles.at(0)).toThrow(new ShardLostError(lostPart));
      expect(() => new Map(stored.ledger.documents)).toThrow(ShardLostError);
    }
  });

  test("reads at once what no summary can tell: an id that has no bytes in UTF-8", async () => {
    const odd = records(2001, { 1500: { id: "urn:\ud800" as ArticleRecord["id"] } });
    const { stored, asked } = await readAfter(LARGE, await storeOf(ledgerBut({ articles: odd })));
    expect(asked).toEqual(["get ledger", "get ledger/0002"]);
    expect([...stored.ledger.articles]).toEqual(odd);
  });

  test("sums up again what it remembers without a summary", async () => {
    const shards = new RememberedShards();
    await readState(await storeOf(LARGE), { newestEdition: 0, pausesMs: [], shards });
    const summaries = new Map(shards.summaries);
    shards.summaries.clear();
    const store = await storeOf(LARGE);
    await readState(store, { newestEdition: 0, pausesMs: [], shards });
    expect([store.asked, shards.summaries]).toEqual([["get ledger"], summaries]);
  });
});
