import { expect, test } from "vitest";
import { replaceLedger } from "../../src/publish/replace-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { forgetDifferences, isSound, verifyStore, wrongKeys } from "../../src/publish/verify.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { DAY, documentAt, HOUR, NOW, publishFiles, stateOf } from "./publish-files.ts";

const FILES = { "tide.md": "# Tide\n\nIt rises.\n", "lock.md": "# Lock\n\nIt opens.\n" };
const key = (text: string) => text as StorageKey;

async function verified(store: MemoryStore) {
  return verifyStore(await surveyStore(store), (await stateOf(store)).stored.ledger);
}

/** What a race between two publishers can leave, and what somebody else keeps in the namespace. */
async function damaged(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  const lock = await store.get(key("/articles/lock"));
  if (lock === null) throw new Error("no page");
  await store.put([
    { key: key("/articles/orphan"), ...lock },
    { key: key("/articles/tide"), ...lock },
    { key: key("/theirs"), value: new Uint8Array([1]), metadata: { owner: "somebody" } },
    { key: key("counter"), value: new Uint8Array([2]), metadata: null },
  ]);
  await store.delete([key("/rss.xml")]);
  return store;
}

test("an untouched store is as its ledger says", async () => {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  const found = await verified(store);
  expect(isSound(found)).toBe(true);
  expect(found.sound).toBe((await stateOf(store)).stored.ledger.documents.size);
});

test("what is missing, different and orphaned is told from metadata alone", async () => {
  expect(await verified(await damaged())).toMatchObject({
    missing: ["/rss.xml"],
    different: ["/articles/tide"],
    orphans: ["/articles/orphan"],
    foreign: ["/theirs", "counter"],
  });
});

test("a repaired store is as it should be, and keys of others are as they were", async () => {
  const store = await damaged();
  const { ledger } = (await stateOf(store)).stored;
  await replaceLedger(forgetDifferences(ledger, wrongKeys(await verified(store))), store);
  const { plan } = await publishFiles(FILES, store, NOW + HOUR);
  expect(plan.delete).toEqual(["/articles/orphan"]);
  expect(isSound(await verified(store))).toBe(true);
  expect((await documentAt(store, "/articles/tide"))?.body).toContain("It rises.");
  expect(await store.get(key("/theirs"))).toEqual({
    value: new Uint8Array([1]),
    metadata: { owner: "somebody" },
  });
  expect(await store.get(key("counter"))).not.toBeNull();
  expect((await publishFiles(FILES, store, NOW + DAY)).plan.put).toBe(0);
});

test("a document of an earlier contract counts as different, and is written again", async () => {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  const page = await store.get(key("/articles/tide"));
  if (page === null) throw new Error("no page");
  await store.put([
    { key: key("/articles/tide"), value: page.value, metadata: { ...Object(page.metadata), v: 1 } },
  ]);
  expect(await verified(store)).toMatchObject({ missing: [], different: ["/articles/tide"], orphans: [] });
});
