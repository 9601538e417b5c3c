import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { DocumentRecord, Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { decodeHead, decodeLedger, hasTextShards } from "../../src/ledger/stored/decode-ledger.ts";
import type { EncodedLedger } from "../../src/ledger/stored/encode-ledger.ts";
import { encodeHead, encodeLedger, encodeShards, otherKeys } from "../../src/ledger/stored/encode-ledger.ts";
import { LedgerFormatError } from "../../src/ledger/stored/format-error.ts";
import { SHARD_SIZE } from "../../src/ledger/stored/shard-size.ts";
import { summaryOf } from "../../src/ledger/stored/shard-summary.ts";
import { NO_ORIGIN, NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import { readShard, unpackShard } from "../../src/ledger/stored/unpack-shard.ts";
import { changeBut, ledgerBut, recordBut, records } from "./records.ts";

const DAMAGED = "the ledger in the store is damaged; rebuild it with: npm run ledger -- --rebuild";
const VERSION_7 = "the ledger has version 7, but this Feedwright reads 4; update Feedwright";
const PART_1 =
  "part 1 of the ledger does not match its head; try again in a minute, " +
  "or rebuild it with: npm run ledger -- --rebuild";

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

  test.for([
    { count: 0, shards: [] },
    { count: 1, shards: [1] },
    { count: SHARD_SIZE, shards: [1] },
    { count: SHARD_SIZE + 1, shards: [1, 2] },
    { count: 3 * SHARD_SIZE, shards: [1, 2, 3] },
  ])("of $count articles has the shards $shards", ({ count, shards }) => {
    const encoded = encodeLedger(ledgerOf(count), NOTHING_STORED);
    expect(encoded.shards.map(({ number }) => number)).toEqual(shards);
    expect(encoded.shardDigests).toHaveLength(shards.length);
  });

  test("reads back to the last field: what documents hold, and all that opens later", () => {
    const documents = new Map<string, DocumentRecord>([
      ["/articles/a0", { digest: "page", edition: 1000 }],
      ["media/a.png", { digest: "picture", edition: 1000, sizeBytes: 7 }],
      ["media/b.png", { digest: "picture in the bucket", edition: 1000, sizeBytes: 8, inBucket: true }],
    ]);
    const sealed = [
      changeBut({
        at: 2000,
        named: 1900,
        articles: records(2).slice(1),
        channels: [{ kind: "tag", name: "Air", slug: "air", gap: 2 }],
        documents: [
          ["/rss.xml", { digest: "feed", edition: 2000 }],
          ["media/c.png", { digest: "picture", edition: 2000, sizeBytes: 9, inBucket: true }],
          ["/old", null],
        ],
      }),
    ];
    const ledger = ledgerBut({ articles: records(1), documents, sealed });
    const { ledger: read } = decode(encodeLedger(ledger, NOTHING_STORED));
    expect(read).toStrictEqual(ledger);
    for (const [key, record] of documents) expect(read.documents.get(key)).toStrictEqual(record);
  });

  const sealing = (fields: Partial<ArticleRecord>) => ({
    sealed: [changeBut({ at: 2000, articles: [recordBut({ ordinal: 2, ...fields })] })],
  });
  test.for<{ name: string; version: number; changes: Partial<Ledger> }>([
    { name: "nothing of channels", version: 2, changes: sealing({}) },
    {
      name: "an article in a channel",
      version: 3,
      changes: { articles: records(2, { 1: { joined: [0] } }) },
    },
    { name: "an implied channel", version: 3, changes: { articles: records(2, { 1: { implied: [0] } }) } },
    { name: "a channel of a sealed article", version: 3, changes: sealing({ joined: [0] }) },
    { name: "what stands beside", version: 4, changes: { articles: records(2, { 1: { beside: [1] } }) } },
    { name: "what stands beside a sealed article", version: 4, changes: sealing({ beside: [1] }) },
  ])("has the lowest version that can tell it: $name", ({ version, changes }) => {
    const ledger = { ...ledgerOf(2), ...changes };
    const { head, shards } = encodeLedger(ledger, NOTHING_STORED);
    expect(decodeHead(head).version).toBe(version);
    expect(decode({ head, shards, shardDigests: [] }).ledger).toEqual(ledger);
  });

  test("is empty before the first publication", () => {
    expect(NOTHING_STORED).toEqual({ ledger: EMPTY_LEDGER, shardDigests: [], publish: null, settled: [] });
  });

  test("is compressed JSON with names that people know", () => {
    const { head, shards, shardDigests } = encodeLedger(ledgerOf(1), NOTHING_STORED);
    expect(JSON.parse(gunzipSync(head).toString())).toEqual({
      version: 2,
      authority: "quay.example,2025",
      windowSize: 20,
      permalink: "/articles/{slug}",
      edition: 1000,
      channels: [{ kind: "tag", name: "Water", slug: "water" }],
      shards: shardDigests,
      documents: { "/rss.xml": ["of another", 999], "error/404": ["of another", 999] },
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
        articles: [...ledger.articles].map((record) =>
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
      change: (ledger: Ledger) => ({ ...ledger, articles: [...ledger.articles].slice(0, 2499) }),
      shards: [3],
    },
  ])("writes only the shards that differ: $name", ({ change, shards }) => {
    const stored = decode(encodeLedger(ledgerOf(2500), NOTHING_STORED));
    const next = encodeLedger(change(stored.ledger), stored);
    expect(next.shards.map(({ number }) => number)).toEqual(shards);
  });
});

describe("which publishes a ledger accounts for", () => {
  const { shards } = encodeLedger(ledgerOf(1), NOTHING_STORED);
  const texts = shards.map(({ text }) => text);

  test.for([
    { name: "the one that wrote it", origin: { publish: "p3", settled: [] } },
    { name: "settled ones", origin: { publish: "p3", settled: ["p1", "p2"] } },
    { name: "watched ones", origin: { publish: "p3", settled: [], watched: ["p2"] } },
    { name: "settled ones without one that wrote it", origin: { publish: null, settled: ["p1"] } },
  ])("is remembered: $name", ({ origin }) => {
    const { head } = encodeLedger(ledgerOf(1), NOTHING_STORED, origin);
    const { ledger: _, shardDigests: __, ...told } = decodeLedger(decodeHead(head), texts);
    expect(told).toStrictEqual(origin);
  });

  test("takes no place in a head that has nothing to tell", () => {
    const { head } = encodeLedger(ledgerOf(0), NOTHING_STORED, { publish: null, settled: [], watched: [] });
    expect(Object.keys(JSON.parse(gunzipSync(head).toString()))).toEqual([
      "version",
      "authority",
      "windowSize",
      "permalink",
      "edition",
      "channels",
      "shards",
      "documents",
    ]);
  });

  test.for([{ publish: 3 }, { settled: "p1" }, { settled: [3] }, { watched: "p2" }, { watched: [null] }])(
    "is believed as names alone: %o",
    (wrong) => {
      const { head } = encodeLedger(ledgerOf(1), NOTHING_STORED);
      const stored = { ...JSON.parse(gunzipSync(head).toString()), ...wrong };
      expect(() => decodeHead(gzipSync(JSON.stringify(stored)))).toThrow(DAMAGED);
    },
  );
});

describe("a shard of which nothing changed", () => {
  const ledger = ledgerOf(SHARD_SIZE + 2, { 1001: { earlier: ["/old"] } });
  const stored = { ledger, shardDigests: ["the first, as stored", "the second, as stored"] };
  const packedAnew = expect.stringMatching(/^[\w-]{22}$/);
  const documentsWith = (key: string) =>
    new Map(ledger.documents).set(key, { digest: "anew", edition: 2000 });

  test("keeps its digest and is not packed: its records and documents are the very objects of the store", () => {
    const next = { ...ledger, articles: [...ledger.articles], documents: documentsWith("/rss.xml") };
    expect(encodeLedger(next, stored)).toMatchObject({ shards: [], shardDigests: stored.shardDigests });
  });

  test.for<{ name: string; changes: Partial<Ledger> }>([
    {
      name: "a record is another object",
      changes: { articles: [...ledger.articles].map((one) => (one.ordinal === 1001 ? { ...one } : one)) },
    },
    { name: "a page is another one", changes: { documents: documentsWith("/articles/a1001") } },
    {
      name: "the document at an earlier address is another one",
      changes: { documents: documentsWith("/old") },
    },
    { name: "an article was lost", changes: { articles: [...ledger.articles].slice(0, -1) } },
    {
      name: "an article came",
      changes: { articles: [...ledger.articles, ...records(SHARD_SIZE + 3).slice(-1)] },
    },
  ])("is told from one where $name", ({ changes }) => {
    const { shardDigests } = encodeLedger({ ...ledger, ...changes }, stored);
    expect(shardDigests).toEqual(["the first, as stored", packedAnew]);
  });

  test("is not written again where other objects say the same", () => {
    const { shardDigests } = encodeLedger(ledger, NOTHING_STORED);
    const same = ledgerOf(SHARD_SIZE + 2, { 1001: { earlier: ["/old"] } });
    expect(encodeLedger(same, { ledger, shardDigests })).toMatchObject({ shards: [], shardDigests });
  });
});

test("a shard that says nothing is damage, and so is one beside others that are not read yet", () => {
  const ledger = ledgerOf(SHARD_SIZE + 1);
  const { head, shards } = encodeLedger(ledger, NOTHING_STORED);
  const [first, second] = shards.map(({ text }) => readShard(unpackShard(text) ?? { digest: "", text: "" }));
  if (!first?.shard || !second) throw new TypeError("two shards");
  const { digest, shard } = first;
  const summary = summaryOf(shard);
  if (summary === null) throw new TypeError("no summary");
  const later = { digest, summary, read: () => shard };
  expect(decodeLedger(decodeHead(head), [later, second]).ledger).toEqual(ledger);
  for (const one of [first, later]) {
    expect(() => decodeLedger(decodeHead(head), [one, { ...second, shard: null }])).toThrow(DAMAGED);
  }
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
    { name: "bytes that are not compressed", bytes: Buffer.from("{}"), says: DAMAGED },
    { name: "compressed text that is not JSON", bytes: gzipSync("{"), says: DAMAGED },
    ...[null, 7, [], {}, { version: 2 }, { version: 2, shards: "none" }].map((json) => ({
      name: `JSON that says no more than ${JSON.stringify(json)}`,
      bytes: zipped(json),
      says: DAMAGED,
    })),
    { name: "a later version", bytes: zipped({ version: 7 }), says: VERSION_7 },
  ])("$name is refused, with what fixes it", ({ bytes, says }) => {
    expect(() => decodeHead(bytes)).toThrow(LedgerFormatError);
    expect(() => decodeHead(bytes)).toThrow(
      expect.objectContaining({ name: "LedgerFormatError", message: says }),
    );
  });

  test.for([
    { name: "no row", row: { 0: "digest", 1: 1000, length: 2 } },
    { name: "an empty row", row: [] },
    { name: "a digest alone", row: ["digest"] },
    { name: "a digest that is a number", row: [7, 1000] },
    { name: "an edition that is a text", row: ["digest", "1000"] },
    { name: "a length that is a text", row: ["digest", 1000, "7"] },
    { name: "nothing", row: null },
    { name: "a text", row: "digest" },
  ])("a document that is $name is refused", ({ row }) => {
    const stored = { ...JSON.parse(gunzipSync(head).toString()), documents: { "/rss.xml": row } };
    expect(() => decodeHead(zipped(stored))).toThrow(DAMAGED);
  });

  test("a shard that the head does not name is refused", () => {
    const other = encodeLedger(ledgerOf(1), NOTHING_STORED).shards.map(({ text }) => text);
    expect(() => decodeLedger(decodeHead(head), other)).toThrow(PART_1);
    expect(() => decodeLedger(decodeHead(head), [new Uint8Array()])).toThrow(LedgerFormatError);
  });

  test("a shard that an interrupted publish had written is taken", () => {
    const next = encodeLedger(ledgerOf(2, { 1: { updated: 3000 } }), NOTHING_STORED);
    const { ledger } = decodeLedger(
      decodeHead(head),
      next.shards.map(({ text }) => text),
      [[], next.shardDigests],
    );
    expect(ledger.articles.at(1)?.updated).toBe(3000);
    expect(shards).toHaveLength(1);
  });
});

describe("who knows what changed", () => {
  test("gets the same shards and head as who does not", () => {
    const stored = decode(encodeLedger(ledgerOf(2500), NOTHING_STORED));
    const { ledger } = stored;
    const key = ledger.articles.at(1200)?.address ?? "";
    const documents = new Map(ledger.documents).set(key, { digest: "another", edition: 9 });
    const next = { ...ledger, documents };
    const touched = encodeShards(next, stored, new Set([key, "/rss.xml"]));
    expect(touched).toEqual(encodeShards(next, stored));
    expect(touched.shards.map(({ number }) => number)).toEqual([2]);
    expect(encodeShards(next, stored, new Set()).shards).toEqual([]);
    const others = otherKeys(next);
    expect(others.length).toBeGreaterThan(0);
    const head = (known?: readonly string[]) => encodeHead(next, touched.shardDigests, NO_ORIGIN, known);
    expect(head(others)).toEqual(head());
  });
});
