import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ClockBehindError, EMPTY_LEDGER, type Ledger, nextEdition } from "../../src/ledger/ledger.ts";
import { remembersTheSame } from "../../src/ledger/remembers-the-same.ts";
import { changeBut, ledgerBut, recordBut, records } from "./records.ts";

test("before the first publication nothing is remembered", () => {
  expect(EMPTY_LEDGER).toEqual({
    authority: null,
    windowSize: null,
    permalink: null,
    edition: 0,
    channels: [],
    articles: [],
    documents: new Map(),
  });
});

describe("an edition", () => {
  test.for([
    { name: "is the moment of the publish", now: 1_001, edition: 1_001 },
    { name: "is a second later where one was published at this moment", now: 1_000, edition: 1_001 },
    { name: "lies two seconds ahead of the clock at most", now: 999, edition: 1_001 },
  ])("$name", ({ now, edition }) => {
    expect(nextEdition(ledgerBut({ edition: 1_000 }), now)).toBe(edition);
  });

  test("is refused where the clock stands further behind: the message tells both moments and what fixes it", () => {
    const publish = () => nextEdition(ledgerBut({ edition: 1_751_392_800 }), 1_751_392_798);
    expect(publish).toThrow(ClockBehindError);
    expect(publish).toThrow(
      expect.objectContaining({
        name: "ClockBehindError",
        message:
          "the clock says 2025-07-01T17:59:58Z, but this site was already published at " +
          "2025-07-01T18:00:00Z; set the clock (or --now) to a later moment, or, if that one was a mistake, run: npm run ledger -- --reset-clock (with --remote for a site on Cloudflare)",
      }),
    );
  });

  test("is later than the one before it, never before the clock, and at most two seconds after it", () => {
    const moment = fc.integer({ min: 1, max: 4_000_000_000 });
    fc.assert(
      fc.property(moment, fc.integer({ min: -1, max: 100_000 }), (before, later) => {
        const edition = nextEdition(ledgerBut({ edition: before }), before + later);
        expect(edition).toBeGreaterThan(before);
        expect(edition - (before + later)).toBeGreaterThanOrEqual(0);
        expect(edition - (before + later)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe("two ledgers remember the same", () => {
  const water = { kind: "tag" as const, name: "Water", slug: "water" };
  const ledger = ledgerBut({
    channels: [water],
    articles: records(2),
    leadingSections: ["harbour", "sea"],
    sealed: [changeBut({ at: 2_000, documents: [["/", { digest: "d", edition: 2_000 }]] })],
  });

  test.for<{ name: string; changes: Partial<Ledger> }>([
    { name: "nothing", changes: {} },
    { name: "the lists, which hold the same records", changes: { articles: [...ledger.articles] } },
    { name: "the edition", changes: { edition: 2_000 } },
    {
      name: "what is sealed, which says the same",
      changes: { sealed: structuredClone(ledger.sealed ?? []) },
    },
    { name: "the documents", changes: { documents: new Map([["/", { digest: "d", edition: 1 }]]) } },
  ])("where they differ by $name", ({ changes }) => {
    expect(remembersTheSame(ledger, { ...ledger, ...changes })).toBe(true);
  });

  test.for<{ name: string; changes: Partial<Ledger> }>([
    { name: "authority", changes: { authority: "pier.example,2025" } },
    { name: "window size", changes: { windowSize: 21 } },
    { name: "permalink", changes: { permalink: "/{slug}" } },
    { name: "the order of leading sections", changes: { leadingSections: ["sea", "harbour"] } },
    { name: "a leading section less", changes: { leadingSections: ["harbour"] } },
    { name: "nothing sealed", changes: { sealed: [] } },
    { name: "the instant of what is sealed", changes: { sealed: [changeBut({ at: 2_001 })] } },
    { name: "a channel more", changes: { channels: [water, { ...water, kind: "section" }] } },
    { name: "a channel less", changes: { channels: [] } },
    { name: "an article more", changes: { articles: [...ledger.articles, recordBut({ ordinal: 2 })] } },
    { name: "an article less", changes: { articles: [...ledger.articles].slice(0, 1) } },
    { name: "records that were all renewed", changes: { articles: records(2) } },
    {
      name: "one record that was renewed",
      changes: { articles: [...[...ledger.articles].slice(0, 1), recordBut({ ordinal: 1 })] },
    },
  ])("never where they differ by $name", ({ changes }) => {
    expect(remembersTheSame(ledger, { ...ledger, ...changes })).toBe(false);
    expect(remembersTheSame({ ...ledger, ...changes }, ledger)).toBe(false);
  });

  test("where one has no list of what the other has an empty list of", () => {
    const { leadingSections: _, sealed: __, ...without } = ledger;
    const empty = { ...without, leadingSections: [], sealed: [] };
    expect(remembersTheSame(without, empty)).toBe(true);
    expect(remembersTheSame(empty, without)).toBe(true);
    expect(remembersTheSame(without, { ...without })).toBe(true);
  });
});
