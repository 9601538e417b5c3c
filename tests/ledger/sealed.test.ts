import { describe, expect, test } from "vitest";
import type { DocumentRecord, Ledger } from "../../src/ledger/ledger.ts";
import { ledgerAsOf, sealedChange } from "../../src/ledger/sealed.ts";
import { changeBut, ledgerBut, recordBut, records } from "./records.ts";

const WATER = { kind: "tag", name: "Water", slug: "water" } as const;
const HARBOUR = { kind: "section", name: "Harbour", slug: "harbour" } as const;
const TIDES = { kind: "tag", name: "Tides", slug: "tides" } as const;

const document = (digest: string, edition: number): DocumentRecord => ({ digest, edition });

const [first, second] = [recordBut({ ordinal: 0 }), recordBut({ ordinal: 1 })];
const third = recordBut({ ordinal: 2, first: 2000, published: 2000, updated: 2000, edition: 2000 });
const renewed = recordBut({ ordinal: 0, updated: 3000, edition: 3000 });

const AT_2000 = changeBut({
  at: 2000,
  articles: [third],
  channels: [TIDES],
  documents: [
    ["/rss.xml", document("feed of three", 2000)],
    ["/articles/a2", document("page of a2", 2000)],
  ],
});
const AT_3000 = changeBut({
  at: 3000,
  articles: [renewed],
  documents: [
    ["/rss.xml", document("feed of three, one renewed", 3000)],
    ["/old", null],
  ],
});

const LEDGER = ledgerBut({
  articles: [first, second],
  channels: [WATER, HARBOUR],
  documents: new Map([
    ["/rss.xml", document("feed of two", 1000)],
    ["/old", document("a page", 1000)],
  ]),
  sealed: [AT_2000, AT_3000],
});

describe("a ledger as of an instant", () => {
  test("is the very ledger where nothing has opened by then", () => {
    expect(ledgerAsOf(LEDGER, 1999)).toBe(LEDGER);
    const { sealed: _, ...unsealed } = LEDGER;
    expect(ledgerAsOf(unsealed, 9000)).toBe(unsealed);
  });

  test("holds what opens at that very second, and keeps the rest sealed", () => {
    expect(ledgerAsOf(LEDGER, 2000)).toStrictEqual({
      ...LEDGER,
      edition: 2000,
      articles: [first, second, third],
      channels: [WATER, HARBOUR, TIDES],
      documents: new Map([
        ["/rss.xml", document("feed of three", 2000)],
        ["/old", document("a page", 1000)],
        ["/articles/a2", document("page of a2", 2000)],
      ]),
      sealed: [AT_3000],
    });
  });

  test("holds one change after the other, and has nothing sealed once all have opened", () => {
    const { sealed: _, ...rest } = LEDGER;
    expect(ledgerAsOf(LEDGER, 3000)).toStrictEqual({
      ...rest,
      edition: 3000,
      articles: [renewed, second, third],
      channels: [WATER, HARBOUR, TIDES],
      documents: new Map([
        ["/rss.xml", document("feed of three, one renewed", 3000)],
        ["/articles/a2", document("page of a2", 2000)],
      ]),
    });
  });

  test("leaves the stored ledger as it was", () => {
    const before = structuredClone(LEDGER);
    ledgerAsOf(LEDGER, 3000);
    expect(LEDGER).toEqual(before);
  });

  test("has an edition that never goes back, though the change was to open before it", () => {
    expect(ledgerAsOf({ ...LEDGER, edition: 2500 }, 2600).edition).toBe(2500);
  });
});

describe("the change from one ledger to the next", () => {
  const { sealed: _, ...before } = LEDGER;
  const next = ledgerAsOf(LEDGER, 3000);

  test("names what is new or another object, and what is gone, and nothing else", () => {
    expect(sealedChange(before, next, 2900)).toStrictEqual({
      at: 3000,
      named: 2900,
      articles: [renewed, third],
      channels: [TIDES],
      documents: [
        ["/rss.xml", document("feed of three, one renewed", 3000)],
        ["/articles/a2", document("page of a2", 2000)],
        ["/old", null],
      ],
    });
  });

  test("is empty between a ledger and itself", () => {
    expect(sealedChange(before, before, 1000)).toStrictEqual(changeBut({ at: 1000 }));
  });

  test.for<{ name: string; changes: Partial<Ledger> }>([
    { name: "an article renewed", changes: { articles: [first, recordBut({ ordinal: 1, edition: 2000 })] } },
    { name: "two articles more", changes: { articles: [first, second, ...records(4).slice(2)] } },
    { name: "a channel more", changes: { channels: [WATER, HARBOUR, TIDES] } },
    { name: "no documents any more", changes: { documents: new Map() } },
    {
      name: "a document more",
      changes: { documents: new Map(before.documents).set("/a", document("a", 2000)) },
    },
  ])("brings the one to the other once it opens: $name", ({ changes }) => {
    const later = { ...before, ...changes, edition: 2000 };
    const sealed = [sealedChange(before, later, 2000)];
    expect(ledgerAsOf({ ...before, sealed }, 2000)).toStrictEqual(later);
  });
});
