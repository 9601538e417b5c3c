import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { withRecords } from "../../src/ledger/changed-records.ts";
import { decodeHead, decodeLedger } from "../../src/ledger/decode-ledger.ts";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import { encodeHead, encodeLedger, encodeShards } from "../../src/ledger/encode-ledger.ts";
import type { DocumentRecord, Ledger } from "../../src/ledger/ledger.ts";
import { NOTHING_STORED } from "../../src/ledger/stored-form.ts";
import { countUnknown } from "../../src/ledger/unread-documents.ts";
import { ledgerBut, recordBut } from "./records.ts";
import { unread } from "./unread-ledger.ts";

vi.mock("../../src/ledger/shard-size.ts", () => ({ SHARD_SIZE: 2 }));

/** Addresses of which few are there, so that articles share them; and names that every object has. */
const address = fc.constantFrom("/a", "/b", "/c", "/d", "/e", "__proto__", "constructor", "/7", "/rss.xml");
const document = fc.record(
  {
    digest: fc.constantFrom("one", "two", UNKNOWN_DIGEST),
    edition: fc.nat(5000),
    sizeBytes: fc.integer({ min: 1, max: 9 }),
    inBucket: fc.constant(true as const),
  },
  { requiredKeys: ["digest", "edition"] },
);
const ledger = fc
  .record({
    articles: fc.array(fc.record({ address, earlier: fc.array(address, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 7,
    }),
    documents: fc.array(fc.tuple(address, document), { maxLength: 9 }),
  })
  .map(({ articles, documents }) =>
    ledgerBut({
      articles: articles.map((one, ordinal) => recordBut({ ordinal, ...one })),
      documents: new Map(documents),
    }),
  );

/** The same ledger, read as a whole. */
function whole(given: Ledger): Ledger {
  const { head, shards } = encodeLedger(given, NOTHING_STORED);
  return decodeLedger(
    decodeHead(head),
    shards.map(({ text }) => text),
  ).ledger;
}

const KEYS = [
  "/a",
  "/b",
  "/c",
  "/d",
  "/e",
  "__proto__",
  "constructor",
  "/7",
  "/rss.xml",
  "toString",
  "/none",
];

describe("documents that are not read", () => {
  test("are those of a ledger that is read as a whole", () => {
    fc.assert(
      fc.property(ledger, (given) => {
        const { documents } = unread(given).stored.ledger;
        const all = whole(given).documents;
        expect(documents.size).toBe(all.size);
        expect(KEYS.map((key) => [documents.has(key), documents.get(key)])).toEqual(
          KEYS.map((key) => [all.has(key), all.get(key)]),
        );
        expect([...documents]).toEqual([...all]);
        expect([...documents.keys()]).toEqual([...all.keys()]);
        expect([...documents.values()]).toEqual([...all.values()]);
        const told: [string, DocumentRecord][] = [];
        documents.forEach((record, key, all) => {
          expect(all).toBe(documents);
          told.push([key, record]);
        });
        expect(told).toEqual([...all]);
        const first = KEYS.map((key) => documents.get(key));
        expect(KEYS.every((key, at) => documents.get(key) === first[at])).toBe(true);
      }),
    );
  });

  test("are read in the shards that may have them, and nowhere else", () => {
    const articles = ["/a", "/b", "/c", "/d", "/e", "/f"].map((one, ordinal) =>
      recordBut({ ordinal, address: one, ...(ordinal === 5 && { earlier: ["/a", "/old"] }) }),
    );
    const keys = ["/rss.xml", "/a", "/b", "/c", "/d", "/e", "/f"];
    const documents = new Map(keys.map((key) => [key, { digest: key, edition: 1 }]));
    const { stored, reads } = unread(ledgerBut({ articles, documents }));
    const found = stored.ledger.documents;
    expect([found.get("/rss.xml"), found.get("/none")]).toEqual([
      { digest: "/rss.xml", edition: 1 },
      undefined,
    ]);
    // Two shards have it, and which is counted once.
    expect([found.size, reads]).toEqual([7, [0, 2]]);
    expect([found.get("/old"), found.get("/a")?.digest, found.get("/d")?.digest]).toEqual([
      undefined,
      "/a",
      "/d",
    ]);
    expect(reads).toEqual([0, 2, 1]);
  });

  test("of two shards that have one the later counts, and of a shard and the head the shard", () => {
    const articles = ["/a", "/b", "/c", "/a"].map((one, ordinal) => recordBut({ ordinal, address: one }));
    const of = (digest: string) =>
      ledgerBut({ articles, documents: new Map([["/a", { digest, edition: 1 }]]) });
    const first = encodeShards(of("first"), NOTHING_STORED);
    const second = encodeShards(of("second"), NOTHING_STORED);
    const shards = [first.shards[0]?.text ?? "", second.shards[1]?.text ?? ""];
    const digests = [first.shardDigests[0] ?? "", second.shardDigests[1] ?? ""];
    const head = decodeHead(encodeHead(of("of the head"), digests, undefined, ["/a"]));
    const listed = decodeLedger(head, shards).ledger.documents;
    const later = unread({ ...of("second") }, { head, shards }).stored.ledger.documents;
    expect([...listed]).toEqual([["/a", { digest: "second", edition: 1 }]]);
    expect([...later]).toEqual([...listed]);
    expect(later.size).toBe(1);
  });

  test("are counted where nothing is known of them and articles stand there, or did", () => {
    const digest = UNKNOWN_DIGEST;
    const articles = [
      recordBut({ ordinal: 0, address: "/a", earlier: ["/b"] }),
      recordBut({ ordinal: 1, address: "/c" }),
    ];
    const documents = new Map(["/a", "/b", "/rss.xml"].map((key) => [key, { digest, edition: 1 }]));
    documents.set("/c", { digest: "known", edition: 1 });
    const given = ledgerBut({ articles, documents });
    expect([countUnknown(given), countUnknown(unread(given).stored.ledger)]).toEqual([2, 2]);
  });
});

describe("a ledger that is not read", () => {
  test("is packed to the same bytes", () => {
    const other = fc.array(fc.tuple(address, document), { maxLength: 2 });
    fc.assert(
      fc.property(ledger, other, fc.option(fc.nat(6)), (given, changes, edited) => {
        const { stored } = unread(given);
        const before = whole(given);
        const next = (base: Ledger): Ledger => ({
          ...base,
          articles: Array.from(base.articles, (one) =>
            one.ordinal === edited ? { ...one, edition: 7000 } : one,
          ),
          documents: new Map([...base.documents, ...changes]),
        });
        const touched = new Set(changes.map(([key]) => key));
        const { shardDigests } = encodeShards(before, NOTHING_STORED);
        const expected = encodeShards(next(before), { ledger: before, shardDigests });
        expect(encodeShards(next(stored.ledger), stored)).toEqual(expected);
        expect(encodeShards(next(stored.ledger), stored, touched)).toEqual(expected);
        expect(encodeHead(stored.ledger, shardDigests)).toEqual(encodeHead(before, shardDigests));
      }),
    );
  });

  test("is packed without reading a shard that nobody touches", () => {
    const articles = Array.from({ length: 9 }, (_, ordinal) => recordBut({ ordinal }));
    const documents = new Map(articles.map((one) => [one.address, { digest: one.slug, edition: 1 }]));
    const given = ledgerBut({ articles, documents });
    const { stored, reads } = unread(given);
    const edited = new Map([[2, recordBut({ ordinal: 2, edition: 7000 })]]);
    const next = { ...stored.ledger, articles: withRecords(stored.ledger.articles, edited) };
    const { shards } = encodeShards(next, stored, new Set(["/articles/a7", "/rss.xml"]));
    expect(shards.map(({ number }) => number)).toEqual([2]);
    expect(reads.sort()).toEqual([1, 3]);
    const { shardDigests } = encodeShards(given, NOTHING_STORED);
    const listed = { ...given, articles: withRecords(articles, edited) };
    expect(encodeShards(listed, { ledger: given, shardDigests }).shards).toEqual(shards);
  });
});
