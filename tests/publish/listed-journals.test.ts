import { expect, test } from "vitest";
import { isJournalKey, listJournals, publishName } from "../../src/publish/listed-journals.ts";
import { journalKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";

const DIGEST = "a".repeat(22);

test("journals are listed by their editions, not by their names", async () => {
  const store = new MemoryStore();
  const keys = [10, 9, 100].map((edition) => journalKey(publishName(edition, DIGEST)));
  await store.put(keys.map((key) => ({ key, value: new Uint8Array(), metadata: null })));
  expect((await listJournals(store)).map(({ edition }) => edition)).toEqual([9, 10, 100]);
});

test.for([
  { name: `9-${DIGEST}`, is: true },
  { name: `9-${DIGEST}.stopped`, is: true },
  { name: `9-${DIGEST}.paused`, is: false },
  { name: `x9-${DIGEST}`, is: false },
  { name: `9-${DIGEST}b`, is: false },
])("a key is a journal's by its whole name: $name, $is", ({ name, is }) => {
  expect(isJournalKey(journalKey(name))).toBe(is);
});
