import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder, StayingDocuments } from "../../src/bake/staying-documents.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { placedRuns, runOf } from "./kept-runs.ts";

const recordOf = (digest: string): DocumentRecord => ({ digest, edition: 1000 });

/** A document, and whether it was there before: one that stays was, one that is gone will be there no more. */
const document = fc.constantFrom("stays", "changed", "new", "gone");

/** Documents in the order of publishing, those that stay next to each other in runs, or in several ones. */
const sites = fc
  .tuple(fc.array(document, { maxLength: 20 }), fc.func(fc.boolean()), fc.boolean())
  .map(([kinds, isApart, areAllThere]) => {
    const before = new Map<string, DocumentRecord>();
    const others = new Map<string, DocumentRecord>();
    const all = new Map<string, DocumentRecord>();
    const runs: { keys: string[]; at: number }[] = [];
    for (const [number, kind] of kinds.entries()) {
      const key = `/${number}`;
      if (kind === "gone" && areAllThere) continue;
      if (kind !== "new") before.set(key, recordOf(`before ${number}`));
      if (kind === "gone") continue;
      const last = runs.at(-1);
      if (kind !== "stays") others.set(key, recordOf(`now ${number}`));
      else if (last?.at === others.size && !isApart(number)) last.keys.push(key);
      else runs.push({ keys: [key], at: others.size });
      const record = others.get(key) ?? before.get(key);
      if (record !== undefined) all.set(key, record);
    }
    const placed = runs.map(({ keys, at }) => ({ run: runOf(keys), at }));
    return {
      all,
      before,
      others,
      placed,
      documents: new StayingDocuments(others, placedRuns(placed), before),
    };
  });

describe("documents of which most stayed", () => {
  test("are what a map of all of them is, in its order", () => {
    fc.assert(
      fc.property(sites, ({ all, documents }) => {
        expect(documents.size).toBe(all.size);
        expect([...documents]).toEqual([...all]);
        expect([...documents.entries()]).toEqual([...all]);
        expect([...documents.keys()]).toEqual([...all.keys()]);
        expect([...documents.values()]).toEqual([...all.values()]);
        const told: unknown[] = [];
        documents.forEach((...given) => {
          told.push(given);
        });
        expect(told).toEqual([...all].map(([key, record]) => [record, key, documents]));
      }),
    );
  });

  test("are found by their keys, and nothing else is, also of what was there before", () => {
    fc.assert(
      fc.property(sites, ({ all, before, documents }) => {
        for (const key of [...all.keys(), ...before.keys(), "/never"]) {
          expect([documents.has(key), documents.get(key)]).toEqual([all.has(key), all.get(key)]);
        }
      }),
    );
  });

  test("have the very records that they had", () => {
    fc.assert(
      fc.property(sites, ({ all, documents }) => {
        for (const [key, record] of documents) expect(record).toBe(all.get(key));
      }),
    );
  });
});

test("nobody asks a run whose one is where all is there that was", () => {
  const before = new Map(["/a", "/b", "/c"].map((key) => [key, recordOf(key)]));
  const silent = {
    ...runOf(["/b", "/c"]),
    has(key: string): boolean {
      throw new RangeError(`asked for ${key}`);
    },
  };
  const changed = new Map([["/a", recordOf("changed")]]);
  const documents = new StayingDocuments(changed, placedRuns([{ run: silent, at: 1 }]), before);
  expect(["/a", "/b", "/c", "/d"].map((key) => documents.get(key)?.digest)).toEqual([
    "changed",
    "/b",
    "/c",
    undefined,
  ]);
  const fresh = new Map([["/d", recordOf("new")]]);
  const fewer = new StayingDocuments(fresh, placedRuns([{ run: silent, at: 1 }]), before);
  expect(() => fewer.get("/b")).toThrow("asked for /b");
});

test("keys of runs stand where the runs are placed: before the first, one after the other, and after the last", () => {
  const placed = [
    { run: runOf(["/a", "/b"]), at: 0 },
    { run: runOf(["/c"]), at: 0 },
    { run: runOf(["/d"]), at: 2 },
    { run: runOf(["/e"]), at: 3 },
    { run: runOf(["/f"]), at: 3 },
  ];
  expect([...inOrder(["/1", "/2", "/3"], placed)]).toEqual([
    ...["/a", "/b", "/c", "/1", "/2", "/d", "/3", "/e", "/f"],
  ]);
  expect([...inOrder(["/1"], [])]).toEqual(["/1"]);
  expect([...inOrder([], placed.slice(0, 1))]).toEqual(["/a", "/b"]);
});
