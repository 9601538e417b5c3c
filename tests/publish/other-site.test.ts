import { describe, expect, test } from "vitest";
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
  {
    name: "the host that its ids have, and two of three that are gone",
    count: 3,
    found: 1,
    settings: UNPINNED,
    other: null,
  },
  { name: "another host, and half found", count: 4, found: 2, settings: MOVED, other: null },
  { name: "another host, and fewer than half found", count: 4, found: 1, settings: MOVED, other: of(4)(1) },
  { name: "another host, and the one article gone", count: 1, found: 0, settings: MOVED, other: of(1)(0) },
  {
    name: "another host, and files of the same names with other texts",
    count: 4,
    found: 4,
    isEdited: true,
    settings: MOVED,
    other: of(4)(0),
  },
  {
    name: "the host that its ids have, and all edited",
    count: 4,
    found: 4,
    isEdited: true,
    settings: UNPINNED,
    other: null,
  },
  {
    name: "no name, served at the host that the ids have",
    count: 2,
    found: 0,
    settings: HOMELESS,
    host: "quay.example",
    other: null,
  },
  {
    name: "no name, under another host, whatever was found",
    count: 2,
    found: 2,
    settings: HOMELESS,
    host: "site-1.invalid",
    other: { kind: "nameless", held: HELD },
  },
])("a folder with $name: $other", ({ count, found, isEdited = false, settings, host = null, other }) => {
  expect(
    otherSite(ledgerBut({ articles: records(count) }), nextOf(count, found, isEdited), settings, host),
  ).toEqual(other);
});

/** What a bake makes of so many articles of which some are found again. */
function nextOf(count: number, found: number, isEdited: boolean) {
  const changes = Array.from({ length: count }, (_, n) => {
    if (n < count - found) return [n, { deleted: 2000 }];
    return [n, isEdited ? { digest: "of another text" } : {}];
  });
  return ledgerBut({ articles: records(count, Object.fromEntries(changes)) });
}

describe("a store of a site that had no address yet", () => {
  const before = (held: string) => ledgerBut({ authority: held, articles: records(2) });
  const NEVER = "site-12345678.invalid,2026";
  const OWN_HOST = "site-12345678.invalid";

  test.for([
    {
      name: "takes the authority of its own folder",
      held: NEVER,
      settings: OTHER,
      host: OWN_HOST,
      found: 2,
      isEdited: true,
      isOther: false,
    },
    {
      name: "takes that of a folder with the same texts",
      held: NEVER,
      settings: OTHER,
      host: "site-2.invalid",
      found: 2,
      isEdited: false,
      isOther: false,
    },
    {
      name: "is no site of the same file names",
      held: NEVER,
      settings: OTHER,
      host: "site-2.invalid",
      found: 2,
      isEdited: true,
      isOther: true,
    },
    {
      name: "is no site of the same file names, though that one names no host",
      held: NEVER,
      settings: { authority: "harbour.example,2025", homeHost: null },
      host: "site-2.invalid",
      found: 2,
      isEdited: true,
      isOther: true,
    },
    {
      name: "moves with its folder, and is edited there",
      held: NEVER,
      settings: HOMELESS,
      host: "site-2.invalid",
      found: 2,
      isEdited: true,
      isOther: false,
    },
    {
      name: "is no site of other articles",
      held: NEVER,
      settings: HOMELESS,
      host: "site-2.invalid",
      found: 0,
      isEdited: false,
      isOther: true,
    },
    {
      name: "has one name with others, from an earlier version, and is edited",
      held: "site.invalid,2025",
      settings: HOMELESS,
      host: "site-2.invalid",
      found: 2,
      isEdited: true,
      isOther: false,
    },
  ])("$name", ({ held, settings, host, found, isEdited, isOther }) => {
    expect(otherSite(before(held), nextOf(2, found, isEdited), settings, host) !== null).toBe(isOther);
  });
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

test("an article that a folder's ledger does not have at all is not found", () => {
  const before = ledgerBut({ articles: records(4) });
  expect(otherSite(before, ledgerBut({ articles: records(1) }), MOVED, null)).toEqual(of(4)(1));
});

test("an empty store holds no site", () => {
  expect(otherSite(EMPTY_LEDGER, ledgerBut({ articles: records(2) }), OTHER, null)).toBeNull();
});
