import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { ArticleRecord } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { journalEntry, journalOf, readJournal } from "../../src/publish/journal.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";

/** Records as they come out of JSON: what is not told is null or empty. */
const recordOf = (ordinal: number) => ({ ordinal, title: `Lock ${ordinal} “é”` }) as unknown as ArticleRecord;

test.for([0, 1, 999, 1000, 1001, 2500])(
  "a journal of %i records is read as it was written",
  async (count) => {
    const articles = Array.from({ length: count }, (_, ordinal) => recordOf(ordinal));
    const rest = { shards: ["a", "b"], puts: ["/articles/x", "rss"], deletes: ["/articles/y"] };
    const journal = journalOf({ ...EMPTY_LEDGER, edition: 1_767_225_600, articles }, EMPTY_LEDGER, rest);
    const entry = journalEntry(journal);
    const store = new MemoryStore();
    await store.put([entry]);
    expect(await readJournal(store)).toEqual({ ...journal, version: 1 });
    // One JSON text, whoever unpacks it.
    expect(JSON.parse(gunzipSync(entry.value).toString("utf8"))).toEqual({ ...journal, version: 1 });
  },
);
