import { expect, test } from "vitest";
import type { SealedChange } from "../../src/ledger/ledger.ts";
import { sealedWithout } from "../../src/ledger/sealed.ts";
import { changeBut, records } from "./records.ts";

const OLD = { digest: "old", edition: 500 };
const NEW = { digest: "new", edition: 1000 };
const WATER = { kind: "tag", name: "Water", slug: "water" } as const;
const LEFT = new Set(["/left", "/left-too"]);

/** What a store holds of later states, after a publish that left two keys as they were. */
const heldAfter = (wanted: readonly SealedChange[] | undefined, before?: readonly SealedChange[]) =>
  sealedWithout({ ...(wanted && { sealed: wanted }) }, { ...(before && { sealed: before }) }, LEFT);

test("a store that had nothing sealed, and for which nothing is wanted, has nothing sealed", () => {
  expect(heldAfter(undefined)).toStrictEqual({});
  expect(heldAfter([], [])).toStrictEqual({});
});

test("what is wanted is sealed but for the keys that were left; its articles and channels keep their places", () => {
  const wanted = changeBut({
    at: 2000,
    named: 1900,
    articles: records(1),
    channels: [WATER],
    documents: [
      ["/left", NEW],
      ["/written", NEW],
      ["/taken-away", null],
    ],
  });
  expect(heldAfter([wanted])).toStrictEqual({
    sealed: [
      {
        ...wanted,
        documents: [
          ["/written", NEW],
          ["/taken-away", null],
        ],
      },
    ],
  });
});

test("a key that was left opens as it did before, at its own instant, beside what is wanted then", () => {
  const wanted = changeBut({
    at: 2000,
    articles: records(1),
    documents: [
      ["/left", NEW],
      ["/written", NEW],
    ],
  });
  const before = changeBut({
    at: 2000,
    named: 1700,
    articles: records(2),
    channels: [WATER],
    documents: [
      ["/left", OLD],
      ["/left-too", null],
      ["/written", OLD],
    ],
  });
  expect(heldAfter([wanted], [before])).toStrictEqual({
    sealed: [
      {
        ...wanted,
        documents: [
          ["/written", NEW],
          ["/left", OLD],
          ["/left-too", null],
        ],
      },
    ],
  });
});

test("of an instant that is no longer wanted the keys that were left remain, with no article and no channel", () => {
  const before = changeBut({
    at: 2000,
    named: 1900,
    articles: records(1),
    channels: [WATER],
    documents: [
      ["/left", OLD],
      ["/written", OLD],
    ],
  });
  expect(heldAfter([], [before])).toStrictEqual({
    sealed: [{ at: 2000, named: 1900, articles: [], channels: [], documents: [["/left", OLD]] }],
  });
});

test("an instant of before at which no key that was left opens is forgotten", () => {
  expect(heldAfter([], [changeBut({ at: 2000, documents: [["/written", OLD]] })])).toStrictEqual({});
});

test("instants follow each other, whether they were wanted now or before", () => {
  const wanted = [changeBut({ at: 2000 }), changeBut({ at: 4000 })];
  const before = [5000, 1000, 3000].map((at) => changeBut({ at, documents: [["/left", OLD]] }));
  expect(heldAfter(wanted, before).sealed?.map(({ at }) => at)).toEqual([1000, 2000, 3000, 4000, 5000]);
});
