import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { EncodedLedger } from "../../src/ledger/codec.ts";
import {
  decodeHead,
  decodeLedger,
  encodeLedger,
  hasTextShards,
  LedgerFormatError,
  NOTHING_STORED,
  SHARD_SIZE,
} from "../../src/ledger/codec.ts";
import type { DocumentRecord, Ledger } from "../../src/ledger/ledger.ts";
import { ledgerBut, records } from "./records.ts";

/** So many articles, each with a page, and two documents beside them. */
function ledgerOf(count: number, changes: Parameters<typeof records>[1] = {}): Ledger {
  const articles = records(count, changes);
  const documents = new Map<string, DocumentRecord>();
  for (const { address } of articles) documents.set(address, { digest: "of a page", edition: 1000 });
  for (const key of ["/rss.xml", "error/404"]) documents.set(key, { digest: "of another", edition: 999 });
  const channels = [{ kind: "tag" as const, name: "Water", slug: "water" }];
  return ledgerBut({ articles, channels, documents });
}

function decode({ head, shards }: EncodedLedger) {
  return decodeLedger(
    decodeHead(head),
    shards.map(({ text }) => text),
  );
}

/** As version 1 stored it: every part gzip itself. */
function inOldForm({ head, shards }: EncodedLedger) {
  const site = JSON.parse(gunzipSync(head).toString());
  return {
    head: gzipSync(JSON.stringify({ ...site, version: 1 })),
    shards: shards.map(({ text }) => new Uint8Array(Buffer.from(text, "base64"))),
  };
}

describe("a ledger that is packed", () => {
  test.for([0, 1, SHARD_SIZE, SHARD_SIZE + 1, 3 * SHARD_SIZE])(
    "of %i articles reads back the same",
    (count) => {
      const ledger = ledgerOf(count);
      expect(decode(encodeLedger(ledger, NOTHING_STORED)).ledger).toEqual(ledger);
    },
  );

  test("is compressed JSON with names that people know", () => {
    const { head, shards } = encodeLedger(ledgerOf(1), NOTHING_STORED);
    expect(JSON.parse(gunzipSync(head).toString())).toMatchObject({
      version: 2,
      authority: "quay.example,2025",
      windowSize: 20,
      documents: { "/rss.xml": ["of another", 999] },
    });
    const [shard] = shards.map(({ text }) => JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString()));
    expect(shard).toMatchObject({
      articles: [{ id: "tag:quay.example,2025:a0" }],
      documents: { "/articles/a0": ["of a page", 1000] },
    });
  });

  test.for([
    { name: "an unchanged one", change: (ledger: Ledger) => ledger, shards: [] },
    {
      name: "another edition of a feed",
      change: (ledger: Ledger) => ({
        ...ledger,
        documents: new Map(ledger.documents).set("/rss.xml", { digest: "x", edition: 2000 }),
      }),
      shards: [],
    },
    {
      name: "one changed article",
      change: (ledger: Ledger) => ({
        ...ledger,
        articles: ledger.articles.map((record) =>
          record.ordinal === 1500 ? { ...record, updated: 2000 } : record,
        ),
      }),
      shards: [2],
    },
    {
      name: "one changed page",
      change: (ledger: Ledger) => ({
        ...ledger,
        documents: new Map(ledger.documents).set("/articles/a7", { digest: "x", edition: 2000 }),
      }),
      shards: [1],
    },
    {
      name: "one new article",
      change: (ledger: Ledger) => ({
        ...ledger,
        articles: [...ledger.articles, ...records(2501).slice(2500)],
      }),
      shards: [3],
    },
    {
      name: "an article that was lost again",
      change: (ledger: Ledger) => ({ ...ledger, articles: ledger.articles.slice(0, 2499) }),
      shards: [3],
    },
  ])("writes only the shards that differ: $name", ({ change, shards }) => {
    const stored = decode(encodeLedger(ledgerOf(2500), NOTHING_STORED));
    const next = encodeLedger(change(stored.ledger), stored);
    expect(next.shards.map(({ number }) => number)).toEqual(shards);
  });
});

describe("a ledger in the form of version 1, whose shards are bytes", () => {
  const ledger = ledgerOf(SHARD_SIZE + 1);
  const encoded = encodeLedger(ledger, NOTHING_STORED);
  const old = inOldForm(encoded);

  test("reads back the same, and is written anew by the next publish", () => {
    const head = decodeHead(old.head);
    expect(hasTextShards(head)).toBe(false);
    const stored = decodeLedger(head, old.shards);
    expect(stored.ledger).toEqual(ledger);
    expect(encodeLedger(stored.ledger, stored).shards).toEqual(encoded.shards);
  });

  test("reads back the same where a publish was interrupted on its way to text", () => {
    const [first, second] = encoded.shards.map(({ text }) => Buffer.from(text));
    for (const shards of [
      [first, old.shards[1]],
      [first, second],
    ]) {
      expect(
        decodeLedger(
          decodeHead(old.head),
          shards.map((shard) => shard ?? ""),
        ).ledger,
      ).toEqual(ledger);
    }
  });
});

describe("what is no ledger of ours", () => {
  const { head, shards } = encodeLedger(ledgerOf(2), NOTHING_STORED);
  const zipped = (value: unknown) => gzipSync(JSON.stringify(value));

  test.for([
    { name: "bytes that are not compressed", bytes: Buffer.from("{}"), says: "damaged" },
    { name: "compressed text that is no JSON", bytes: gzipSync("{"), says: "damaged" },
    { name: "another version", bytes: zipped({ version: 7 }), says: "version 7" },
  ])("$name is refused", ({ bytes, says }) => {
    expect(() => decodeHead(bytes)).toThrow(LedgerFormatError);
    expect(() => decodeHead(bytes)).toThrow(says);
  });

  test("a shard that the head does not name is refused", () => {
    const other = encodeLedger(ledgerOf(1), NOTHING_STORED).shards.map(({ text }) => text);
    expect(() => decodeLedger(decodeHead(head), other)).toThrow("part 1 of the ledger is not the one");
    expect(() => decodeLedger(decodeHead(head), [new Uint8Array()])).toThrow(LedgerFormatError);
  });

  test("a shard that an interrupted publish had written is taken", () => {
    const next = encodeLedger(ledgerOf(2, { 1: { updated: 3000 } }), NOTHING_STORED);
    const { ledger } = decodeLedger(
      decodeHead(head),
      next.shards.map(({ text }) => text),
      next.shardDigests,
    );
    expect(ledger.articles[1]?.updated).toBe(3000);
    expect(shards).toHaveLength(1);
  });
});
