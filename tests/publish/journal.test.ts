import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { LedgerFormatError } from "../../src/ledger/stored/format-error.ts";
import { journalEntry, journalOf, readJournal } from "../../src/publish/journal.ts";
import { JOURNAL_KEY, journalKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { ledgerBut, recordBut, records } from "../ledger/records.ts";

const recordOf = (ordinal: number) => recordBut({ ordinal, slug: `lock-${ordinal}-“é”` });

test.for([0, 1, 999, 1000, 1001, 2500])(
  "a journal of %i records is read as it was written",
  async (count) => {
    const articles = Array.from({ length: count }, (_, ordinal) => recordOf(ordinal));
    const rest = { shards: ["a", "b"], puts: ["/articles/x", "rss"], deletes: ["/articles/y"] };
    const journal = journalOf({ ...EMPTY_LEDGER, edition: 1_767_225_600, articles }, EMPTY_LEDGER, rest);
    const entry = journalEntry(journal, "one");
    const store = new MemoryStore();
    await store.put([entry]);
    expect(await readJournal(store, journalKey("one"))).toEqual({ ...journal, version: 1 });
    // One JSON text, whoever unpacks it.
    expect(JSON.parse(gunzipSync(entry.value).toString("utf8"))).toEqual({ ...journal, version: 1 });
  },
);

test.for([
  { name: "nothing more", deletes: [], metadata: { edition: 2000 } },
  { name: "that it deletes something", deletes: ["/a"], metadata: { edition: 2000, deletes: true } },
])(
  "a journal shows its edition beside it and $name, so that others need not unpack it",
  ({ deletes, metadata }) => {
    const journal = journalOf(ledgerBut({ edition: 2000 }), EMPTY_LEDGER, { ...NO_KEYS, deletes });
    const entry = journalEntry(journal, "one");
    expect([entry.key, entry.metadata]).toEqual(["journal/one", metadata]);
  },
);

test("a journal of a thousand records is one member of gzip, of one more two (RFC 1952 §2.2)", () => {
  const sizes = [1000, 1001].map((count) => {
    const articles = records(count);
    return journalEntry(journalOf(ledgerBut({ articles }), EMPTY_LEDGER, NO_KEYS), "one").value;
  });
  // The head and the end are members of their own.
  expect(
    sizes.map((value) => Buffer.from(value).toString("latin1").split("\x1f\x8b\x08").length - 1),
  ).toEqual([3, 4]);
});

const NO_KEYS = { shards: [], puts: [], deletes: [] };

test("a journal has the records that differ from the ledger, and none of its documents", () => {
  const [kept = recordBut({ ordinal: 0 }), edited = recordBut({ ordinal: 1 })] = records(2);
  const before = ledgerBut({ articles: [kept, edited] });
  const documents = new Map([["/a", { digest: "a", edition: 1 }]]);
  const articles = [kept, { ...edited, digest: "another" }, recordBut({ ordinal: 2 })];
  const next = ledgerBut({ edition: 2000, articles, documents, permalink: "/{slug}" });
  const journal = journalOf(next, before, { shards: ["s"], puts: ["/p"], deletes: ["/d"] });
  const { documents: _, ...site } = next;
  expect(journal).toEqual({
    ...site,
    articles: articles.slice(1),
    shards: ["s"],
    puts: ["/p"],
    deletes: ["/d"],
  });
});

describe("a journal that is read", () => {
  const storeWith = async (value: Uint8Array) => {
    const store = new MemoryStore();
    await store.put([{ key: JOURNAL_KEY, value, metadata: null }]);
    return store;
  };

  test("is none where there is none", async () => {
    expect(await readJournal(new MemoryStore(), JOURNAL_KEY)).toBeNull();
  });

  test.for([
    { name: "is no gzip", value: Buffer.from("{}") },
    { name: "is not JSON", value: gzipSync("{") },
    { name: "breaks off", value: gzipSync("{}").subarray(0, 12) },
  ])("and $name is damaged, with the way out and the cause", async ({ value }) => {
    const reading = readJournal(await storeWith(value), JOURNAL_KEY);
    await expect(reading).rejects.toThrow(LedgerFormatError);
    await expect(reading).rejects.toThrow(
      "the journal in the store is damaged, and the ledger may be; rebuild it with: npm run ledger -- --rebuild",
    );
    await expect(reading).rejects.toHaveProperty("cause", expect.any(Error));
  });

  test.for(["null", "7", "[]", "{}", '{"version":1}', '{"version":1,"articles":7}'])(
    "and says no more than %s is damaged, with the way out",
    async (json) => {
      const reading = readJournal(await storeWith(gzipSync(json)), JOURNAL_KEY);
      await expect(reading).rejects.toThrow(
        new LedgerFormatError(
          "the journal in the store is damaged, and the ledger may be; rebuild it with: npm run ledger -- --rebuild",
        ),
      );
    },
  );

  test("and is of a newer Feedwright asks for that one", async () => {
    const reading = readJournal(await storeWith(gzipSync(JSON.stringify({ version: 2 }))), JOURNAL_KEY);
    await expect(reading).rejects.toThrow(LedgerFormatError);
    await expect(reading).rejects.toThrow(
      "the journal has version 2, but this Feedwright reads 1; update Feedwright",
    );
  });
});
