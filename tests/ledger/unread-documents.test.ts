import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestOf } from "../../src/article/digest.ts";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import type { DocumentRecord, Ledger } from "../../src/ledger/ledger.ts";
import { withRecords } from "../../src/ledger/records/changed-records.ts";
import { encodeHead, encodeShards } from "../../src/ledger/stored/encode-ledger.ts";
import { SHARD_SIZE } from "../../src/ledger/stored/shard-size.ts";
import type { Shard, StoredLedger } from "../../src/ledger/stored/stored-form.ts";
import { countUnknown, headKeys } from "../../src/ledger/stored/unread-documents.ts";
import { ledgerBut, recordBut, records } from "./records.ts";
import { packed, unread, whole } from "./unread-ledger.ts";

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
        const { documents } = unread(packed(given, 2)).stored.ledger;
        const all = whole(packed(given, 2)).ledger.documents;
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
    const { stored, reads } = unread(packed(ledgerBut({ articles, documents }), 2));
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
      packed(ledgerBut({ articles, documents: new Map([["/a", { digest, edition: 1 }]]) }), 2, ["/a"]);
    const shards = [...of("first").shards.slice(0, 1), ...of("second").shards.slice(1)];
    const head = encodeHead(
      ledgerBut({ documents: new Map([["/a", { digest: "of the head", edition: 1 }]]) }),
      shards.map((shard) => digestOf(JSON.stringify(shard))),
      undefined,
      ["/a"],
    );
    const listed = whole({ shards, head }).ledger.documents;
    const later = unread({ shards, head }).stored.ledger.documents;
    expect([...listed]).toEqual([["/a", { digest: "second", edition: 1 }]]);
    expect([...later]).toEqual([...listed]);
    expect(later.size).toBe(1);
  });

  test("are those of the later shard also where the article of an earlier one stands there by now", () => {
    const articles = [
      recordBut({ ordinal: 0, address: "/b", earlier: ["/a"] }),
      recordBut({ ordinal: 1, address: "/c" }),
      recordBut({ ordinal: 2, address: "/d", earlier: ["/c"] }),
      recordBut({ ordinal: 3, address: "/a" }),
    ];
    const of = (digest: string) => {
      const documents = new Map(["/a", "/c"].map((key) => [key, { digest, edition: 1 }]));
      return packed(ledgerBut({ articles, documents }), 1);
    };
    const shards = [0, 1, 2, 3].flatMap((at) => of(`of ${at}`).shards[at] ?? []);
    const digests = shards.map((shard) => digestOf(JSON.stringify(shard)));
    const given = { shards, head: encodeHead(ledgerBut({}), digests) };
    const found = unread(given).stored.ledger.documents;
    expect([found.get("/a")?.digest, found.get("/c")?.digest, found.size]).toEqual(["of 3", "of 2", 2]);
    expect(new Map(found)).toEqual(whole(given).ledger.documents);
  });

  test("are counted without reading shards of which one alone has an address", () => {
    const articles = records(6, { 1: { address: "/a0", earlier: ["/x", "/a0"] }, 5: { earlier: ["/y"] } });
    const documents = new Map([["/x", { digest: "x", edition: 1 }]]);
    const { stored, reads } = unread(packed(ledgerBut({ articles, documents }), 2));
    expect([stored.ledger.documents.size, countUnknown(stored.ledger), reads]).toEqual([1, 0, []]);
  });

  test("have keys in the head of a ledger, and in a list wherever they are", () => {
    const documents = new Map(["/rss.xml", "/articles/a0"].map((key) => [key, { digest: key, edition: 1 }]));
    const { stored, reads } = unread(packed(ledgerBut({ articles: records(1), documents }), 1));
    expect([[...headKeys(stored.ledger.documents)], reads]).toEqual([["/rss.xml"], []]);
    expect([...headKeys(documents)]).toEqual(["/rss.xml", "/articles/a0"]);
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
    expect([countUnknown(given), countUnknown(unread(packed(given, 2)).stored.ledger)]).toEqual([2, 2]);
    expect(countUnknown(ledgerBut({ articles }))).toBe(0);
  });
});

test.for([
  { counts: [3], reads: [] },
  { counts: [3, 3, 3], reads: [] },
  { counts: [3, 3, 1], reads: [] },
  { counts: [3, 2, 1], reads: [0, 1, 2] },
  { counts: [2, 3], reads: [0, 1] },
  { counts: [3, 0], reads: [] },
  { counts: [0, 3], reads: [0, 1] },
])(
  "of shards of $counts articles $reads are read at once, and all say the same",
  ({ counts, reads: expected }) => {
    let at = 0;
    const shards = counts.map((count): Shard => {
      at += count;
      return { articles: records(at).slice(at - count), documents: { [`/articles/a${at - 1}`]: ["x", 1] } };
    });
    const digests = shards.map((shard) => digestOf(JSON.stringify(shard)));
    const given = { shards, head: encodeHead(ledgerBut({}), digests) };
    const { stored, reads } = unread(given);
    expect(reads).toEqual(expected);
    expect([[...stored.ledger.articles], [...stored.ledger.documents]]).toEqual([
      [...whole(given).ledger.articles],
      [...whole(given).ledger.documents],
    ]);
  },
);

describe("a ledger that is not read", () => {
  const end = 2 * SHARD_SIZE + 2;
  const change = fc.record({ ordinal: fc.nat(end), address, earlier: fc.array(address, { maxLength: 2 }) });

  test("is packed to the same bytes", () => {
    const keys = fc.array(fc.tuple(address, document), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        keys,
        keys,
        fc.option(fc.nat(end)),
        (all, first, later, edited) => {
          const articles = records(
            end + 1,
            Object.fromEntries(all.map(({ ordinal, ...one }) => [ordinal, one])),
          );
          const given = packed(ledgerBut({ articles, documents: new Map(first) }), SHARD_SIZE);
          const [one, other] = [whole(given), unread(given).stored];
          const next = (base: Ledger): Ledger => {
            const record = edited === null ? undefined : base.articles.at(edited);
            const changed = new Map(record ? [[record.ordinal, { ...record, edition: 7000 }]] : []);
            return {
              ...base,
              articles: withRecords(base.articles, changed),
              documents: new Map([...base.documents, ...later]),
            };
          };
          const expected = encodeShards(next(one.ledger), one);
          expect(encodeShards(next(other.ledger), other)).toEqual(expected);
          expect(encodeShards(next(other.ledger), other, new Set(later.map(([key]) => key)))).toEqual(
            expected,
          );
          expect(encodeHead(other.ledger, [])).toEqual(encodeHead(one.ledger, []));
        },
      ),
      { numRuns: 20 },
    );
  });

  test("is packed without reading a shard that nobody touches", () => {
    const articles = records(4 * SHARD_SIZE + 1);
    const documents = new Map(articles.map((one) => [one.address, { digest: one.slug, edition: 1 }]));
    const given = packed(ledgerBut({ articles, documents }), SHARD_SIZE);
    const { stored, reads } = unread(given);
    const edited = new Map([[SHARD_SIZE, recordBut({ ordinal: SHARD_SIZE, edition: 7000 })]]);
    const changed = ({ ledger }: StoredLedger) => ({
      ...ledger,
      articles: withRecords(ledger.articles, edited),
    });
    const touched = new Set(["/articles/a3001", "/rss.xml"]);
    const { shards } = encodeShards(changed(stored), stored, touched);
    expect(shards.map(({ number }) => number)).toEqual([2]);
    expect(reads.sort()).toEqual([1, 3]);
    const listed = whole(given);
    expect(encodeShards(changed(listed), listed).shards).toEqual(shards);
  });
});
