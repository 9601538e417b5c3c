import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SumSet } from "../../src/article/sum-set.ts";
import { SeenDocuments } from "../../src/bake/seen-documents.ts";
import { StayingDocuments } from "../../src/bake/staying-documents.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { recordBut, records } from "../ledger/records.ts";
import { runOf } from "./kept-runs.ts";
import { articleBut } from "./values.ts";

const recordOf = (digest: string): DocumentRecord => ({ digest, edition: 1000 });
const page = articleBut({ ordinal: 0 });

/** Every fourth key is where an article was. */
const FORMER = [0, 4, 8, 12, 16].map((number) => `/${number}`);
const RECORDS = FORMER.map((address, ordinal) => recordBut({ ordinal, address, deleted: 2000 }));

/** Documents one after the other, some of them runs, none of which has the key of another. */
const documents = fc
  .array(
    fc.record({
      kind: fc.constantFrom("note", "keep", "run"),
      isPage: fc.boolean(),
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 10 },
  )
  .map((all) => {
    let next = 0;
    return all.map(({ kind, isPage, count }) => {
      const numbers = Array.from({ length: kind === "run" ? count : 1 }, (_, at) => next + at);
      next += numbers.length;
      return { kind, isPage, keys: numbers.map((number) => `/${number}`) };
    });
  });

type Given = typeof documents extends fc.Arbitrary<infer All> ? All : never;

/** Notes all of them, with what was known of them before; gives what a look at each would have found. */
function seenOf(all: Given) {
  const staying = all.flatMap(({ kind, keys }) => (kind === "note" ? [] : keys));
  const before = new Map([...staying, "/gone"].map((key) => [key, recordOf(`before ${key}`)]));
  const seen = new SeenDocuments(RECORDS, { known: new SumSet(), documents: before, articles: RECORDS });
  const plain = new Map<string, DocumentRecord>();
  const others: string[] = [];
  for (const { kind, isPage, keys } of all) {
    const [key = ""] = keys;
    const article = isPage ? page : undefined;
    const record = before.get(key) ?? recordOf(`now ${key}`);
    if (kind === "run") expect(seen.keepAll(runOf(keys, isPage))).toBe(true);
    else if (kind === "keep") expect(seen.keep(key, record, article)).toBe(true);
    else expect(seen.note(key, record, article)).toBe(plain.size);
    for (const one of keys) {
      plain.set(one, before.get(one) ?? record);
      if (!isPage && !FORMER.includes(one)) others.push(one);
    }
    expect(seen.size).toBe(plain.size);
  }
  return { seen, plain, others, before };
}

describe("documents of which some stay in runs", () => {
  test("are seen as they are one by one: their number, their records, and those at no article's address", () => {
    fc.assert(
      fc.property(documents, (all) => {
        const { seen, plain, others } = seenOf(all);
        expect([...seen.records]).toEqual([...plain]);
        expect([...seen.others()]).toEqual(others);
        expect([...seen.others()]).toEqual(others);
        for (const key of [...plain.keys(), "/gone", "/never"]) {
          expect([seen.has(key), seen.records.get(key)]).toEqual([plain.has(key), plain.get(key)]);
        }
        const hasRuns = all.some(({ kind }) => kind === "run");
        expect(seen.records instanceof StayingDocuments).toBe(hasRuns);
      }),
    );
  });

  test("do not stay where another has a key of theirs, which changes nothing", () => {
    fc.assert(
      fc.property(documents, fc.nat(30), (all, number) => {
        const { seen, plain, others } = seenOf(all);
        const inRun = new Set(all.flatMap(({ kind, keys }) => (kind === "run" ? keys : [])));
        const single = [...plain.keys()].filter((key) => !inRun.has(key));
        const [taken] = single.slice(number % Math.max(1, single.length));
        const [kept] = [...inRun].slice(number % Math.max(1, inRun.size));
        if (taken !== undefined) expect(seen.keepAll(runOf(["/a", taken, "/b"]))).toBe(false);
        if (kept !== undefined) expect(seen.keep(kept, recordOf("another"))).toBe(false);
        expect([...seen.records]).toEqual([...plain]);
        expect([...seen.others()]).toEqual(others);
        expect(seen.size).toBe(plain.size);
      }),
    );
  });
});

test("the same run is asked for a key only where the key was there before", () => {
  const before = new Map([["/a", recordOf("a")]]);
  const seen = new SeenDocuments([], { known: new SumSet(), documents: before, articles: [] });
  const asked: string[] = [];
  const run = {
    ...runOf(["/a"]),
    has(key: string) {
      asked.push(key);
      return key === "/a";
    },
  };
  seen.keepAll(run);
  expect(["/a", "/b"].map((key) => seen.has(key))).toEqual([true, false]);
  expect(asked).toEqual(["/a"]);
});

test("a run of other documents leaves out the addresses that articles had, wherever it stands", () => {
  const before = new Map(["/old", "/tags/sea", "/was"].map((key) => [key, recordOf(key)]));
  const former = records(2, { 0: { earlier: ["/was"] }, 1: { deleted: 2000, address: "/old" } });
  const othersOf = (all: typeof former) => {
    const seen = new SeenDocuments(all, { known: new SumSet(), documents: before, articles: all });
    seen.note("/", recordOf("index"));
    seen.keepAll(runOf([...before.keys()]));
    seen.note("/robots.txt", recordOf("robots"));
    return [...seen.others()];
  };
  expect(othersOf(former)).toEqual(["/", "/tags/sea", "/robots.txt"]);
  expect(othersOf(former.slice(0, 1))).toEqual(["/", "/old", "/tags/sea", "/robots.txt"]);
  expect(othersOf(records(2))).toEqual(["/", "/old", "/tags/sea", "/was", "/robots.txt"]);
});

test("where no document stays in a run, nobody asks what was there before, and the lists are the very ones", () => {
  const before = {
    has(key: string): boolean {
      throw new RangeError(`asked for ${key}`);
    },
  } as unknown as ReadonlyMap<string, DocumentRecord>;
  const seen = new SeenDocuments([], { known: new SumSet(), documents: before, articles: [] });
  seen.note("/", recordOf("index"));
  seen.keep("/robots.txt", recordOf("robots"));
  expect([seen.has("/"), seen.has("/never")]).toEqual([true, false]);
  expect(seen.others()).toBe(seen.others());
  expect(seen.records).toBe(seen.records);
  expect([...seen.others()]).toEqual(["/", "/robots.txt"]);
});
