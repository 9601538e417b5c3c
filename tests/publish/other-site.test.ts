import { expect, test } from "vitest";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { otherSite } from "../../src/publish/other-site.ts";
import { ledgerBut, records } from "../ledger/records.ts";

const HELD = "quay.example,2025";
const OWN = { authority: HELD, homeHost: "quay.example" };
const UNPINNED = { authority: null, homeHost: "quay.example" };
const MOVED = { authority: null, homeHost: "harbour.example" };
const HOMELESS = { authority: null, homeHost: null };
const OTHER = { authority: "harbour.example,2025", homeHost: "quay.example" };

const of = (count: number) => (found: number) => ({ kind: "articles", held: HELD, found, of: count });

test.for([
  { name: "every article found again", count: 4, found: 4, settings: UNPINNED, other: null },
  {
    name: "another authority",
    count: 4,
    found: 4,
    settings: OTHER,
    other: { kind: "authority", held: HELD, asked: "harbour.example,2025" },
  },
  { name: "the same authority, whatever was found", count: 9, found: 0, settings: OWN, other: null },
  {
    name: "the host that its ids have, and two that are gone",
    count: 2,
    found: 0,
    settings: UNPINNED,
    other: null,
  },
  {
    name: "the host that its ids have, and three that are gone",
    count: 3,
    found: 0,
    settings: UNPINNED,
    other: of(3)(0),
  },
  { name: "another host, and most found", count: 4, found: 2, settings: MOVED, other: null },
  { name: "another host, and fewer than half found", count: 4, found: 1, settings: MOVED, other: of(4)(1) },
  { name: "another host, and the one article gone", count: 1, found: 0, settings: MOVED, other: of(1)(0) },
  {
    name: "no host of its own, served at that of the store",
    count: 2,
    found: 0,
    settings: HOMELESS,
    host: "quay.example",
    other: null,
  },
  {
    name: "no host of its own, served elsewhere",
    count: 2,
    found: 0,
    settings: HOMELESS,
    host: "site-1.invalid",
    other: of(2)(0),
  },
])("a folder with $name: $other", ({ count, found, settings, host = null, other }) => {
  const before = ledgerBut({ articles: records(count) });
  const gone = Object.fromEntries(Array.from({ length: count - found }, (_, n) => [n, { deleted: 2000 }]));
  const next = ledgerBut({ articles: records(count, gone) });
  expect(otherSite(before, next, settings, host)).toEqual(other);
});

test("what was gone before is not missed", () => {
  const before = ledgerBut({
    articles: records(9, {
      0: { deleted: 900 },
      1: { deleted: 900 },
      2: { deleted: 900 },
      3: { deleted: 900 },
      4: { deleted: 900 },
    }),
  });
  expect(otherSite(before, before, MOVED, null)).toBeNull();
});

test("an empty store holds no site", () => {
  expect(otherSite(EMPTY_LEDGER, ledgerBut({ articles: records(2) }), OTHER, null)).toBeNull();
});

test("a site that had no address yet may take an authority", () => {
  const before = ledgerBut({ authority: "site-12345678.invalid,2026", articles: records(2) });
  expect(otherSite(before, before, OTHER, null)).toBeNull();
});
