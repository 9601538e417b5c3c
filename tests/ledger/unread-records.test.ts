import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleId } from "../../src/article/values.ts";
import type { ArticleRecord } from "../../src/ledger/records/article-record.ts";
import { isMarked } from "../../src/ledger/records/article-record.ts";
import type { ArticleRecords } from "../../src/ledger/records/article-records.ts";
import { changedOrdinals, changedRecords, withRecords } from "../../src/ledger/records/changed-records.ts";
import {
  countThere,
  markedIn,
  ordinalsOf,
  recordFinder,
  toldOf,
} from "../../src/ledger/records/told-records.ts";
import { ledgerBut, recordBut } from "./records.ts";
import { packed, unread } from "./unread-ledger.ts";

const text = fc.constantFrom("tide", "caf%C3%A9", "a/b/", "x");
const id = fc.constantFrom("urn:tide", "tag:quay.example,2025:é", "https://quay.example/?p=1");
const channel = fc.integer({ min: 0, max: 3 });
const membership = fc.oneof(channel, fc.tuple(channel, fc.nat(9), fc.nat(3000)));
const fields = fc.record(
  {
    id: id.map((one) => articleId(one) ?? ("" as never)),
    address: text.map((one) => `/articles/${one}`),
    earlier: fc.array(
      text.map((one) => `/old/${one}`),
      { maxLength: 2 },
    ),
    published: fc.integer({ min: -4_000_000_000, max: 5_000_000_000 }),
    edition: fc.integer({ min: 0, max: 5_000_000_000 }),
    deleted: fc.option(fc.nat(5000)),
    correction: fc.option(fc.record({ note: text, before: fc.nat(9) })),
    joined: fc.array(membership, { maxLength: 3 }),
    implied: fc.array(channel, { minLength: 1, maxLength: 2 }),
    beside: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
  },
  { requiredKeys: [] },
);
const list = fc
  .array(fields, { minLength: 1, maxLength: 10 })
  .map((all) => all.map((one, ordinal) => recordBut({ ordinal, ...one })));

/** All that is told of records, those of which there is more to say, and where each is found. */
function saidOf(records: ArticleRecords) {
  const told = toldOf(records);
  const ordinals = [...ordinalsOf(records)];
  const found = (by: "id" | "address", text: string) => {
    const finder = recordFinder(records, by);
    return [finder.find(text), [...finder.all(text)].sort((a, b) => a - b)];
  };
  return {
    length: records.length,
    there: countThere(records),
    told: ordinals.map((one) => [
      told.id(one),
      told.address(one),
      told.published(one),
      told.edition(one),
      told.joined(one),
      told.beside(one),
      told.hasBeside(one),
      told.isBesideAll(one, (distance) => distance < 3),
      told.isThere(one),
    ]),
    marked: [...markedIn(records)].filter(isMarked),
    found: ordinals.map((one) => [found("id", told.id(one)), found("address", told.address(one))]),
    missing: [found("id", "urn:none"), found("address", "/articles/none")],
  };
}

const storedOf = (records: readonly ArticleRecord[]) => unread(packed(ledgerBut({ articles: records }), 3));

describe("records that are not read", () => {
  test("tell what they say, and no shard is read for it", () => {
    fc.assert(
      fc.property(list, (records) => {
        const { stored, reads } = storedOf(records);
        expect(saidOf(stored.ledger.articles)).toEqual(saidOf(records));
        expect(reads).toEqual([]);
      }),
    );
  });

  test("are read when they are asked for, each shard once, and are always the same objects", () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(9)), (records, asked) => {
        const { stored, reads } = storedOf(records);
        const { articles } = stored.ledger;
        const first = asked.map((one) => articles.at(one));
        expect(first).toEqual(asked.map((one) => records[one]));
        expect(asked.every((one, at) => articles.at(one) === first[at])).toBe(true);
        const plain = asked.filter(
          (one) => one < records.length && !isMarked(records[one] ?? recordBut({ ordinal: 0 })),
        );
        expect(reads.toSorted()).toEqual([...new Set(plain.map((one) => Math.floor(one / 3)))].sort());
        expect([...articles]).toEqual(records);
        expect([...markedIn(articles)].every((one) => articles.at(one.ordinal) === one)).toBe(true);
      }),
    );
  });

  test("are not there below the first, nor behind the last", () => {
    const { articles } = storedOf([recordBut({ ordinal: 0 })]).stored.ledger;
    expect([-1, 1, 3, 0.5].map((one) => articles.at(one))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([-1, 1, 3].map(toldOf(articles).isThere)).toEqual([false, false, false]);
  });
});

describe("records of which some are others", () => {
  const change = fc.record({ ordinal: fc.nat(12), fields });
  const twoChanges = fc.tuple(fc.array(change), fc.array(change));

  /** The records that come of changes; new ones follow the last. */
  function changedBy(
    records: ArticleRecords,
    changes: readonly { ordinal: number; fields: object }[],
  ): ArticleRecords {
    const changed = new Map<number, ArticleRecord>();
    let next = records.length;
    for (const { ordinal: asked, fields } of changes) {
      const ordinal = Math.min(asked, next);
      if (ordinal === next) next += 1;
      changed.set(ordinal, recordBut({ ordinal, ...fields }));
    }
    return withRecords(records, changed);
  }

  test("say what a list of them says", () => {
    fc.assert(
      fc.property(list, twoChanges, (records, [first, second]) => {
        const { articles } = storedOf(records).stored.ledger;
        const [once, onceListed] = [changedBy(articles, first), changedBy(records, first)];
        const [twice, twiceListed] = [changedBy(once, second), changedBy(onceListed, second)];
        expect(saidOf(twice)).toEqual(saidOf(twiceListed));
        expect([...twice]).toEqual([...twiceListed]);
        for (const [next, before] of [
          [once, articles],
          [twice, articles],
          [twice, once],
          [articles, twice],
        ] as const) {
          const all = ordinalsOf(next.length > before.length ? next : before);
          const others = [...all].filter((one) => next.at(one) !== before.at(one));
          expect([...changedOrdinals(next, before)]).toEqual(others);
          expect(changedRecords(next, before)).toEqual(others.flatMap((one) => next.at(one) ?? []));
        }
      }),
    );
  });

  test("are told from a list, and from those of another store, by reading them", () => {
    const records = Array.from({ length: 7 }, (_, ordinal) => recordBut({ ordinal }));
    const [one, other] = [storedOf(records).stored.ledger.articles, storedOf(records).stored.ledger.articles];
    const listed = [...one];
    expect([...changedOrdinals(one, listed)]).toEqual([]);
    expect([...changedOrdinals(listed, one)]).toEqual([]);
    expect([...changedOrdinals(one, other)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test("are the same object where none is another", () => {
    const records = [recordBut({ ordinal: 0 }), recordBut({ ordinal: 1 })];
    const { articles } = storedOf(records).stored.ledger;
    for (const all of [records, articles]) {
      expect(withRecords(all, new Map())).toBe(all);
      const [first] = all;
      expect(withRecords(all, new Map(first ? [[0, first]] : []))).toBe(all);
      expect([...changedOrdinals(all, all)]).toEqual([]);
    }
  });

  test("that are as they were again are none", () => {
    const { stored, reads } = storedOf(Array.from({ length: 7 }, (_, ordinal) => recordBut({ ordinal })));
    const { articles } = stored.ledger;
    const other = withRecords(articles, new Map([[4, recordBut({ ordinal: 4, published: 5 })]]));
    const record = articles.at(4);
    const back = withRecords(other, new Map(record ? [[4, record]] : []));
    expect([...changedOrdinals(back, articles)]).toEqual([]);
    expect([...changedOrdinals(other, articles)]).toEqual([4]);
    expect(reads).toEqual([1]);
  });
});
