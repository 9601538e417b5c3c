import { describe, expect, test } from "vitest";
import { MOST_BYTES, MOST_WRITES, withinBounds } from "../../../src/bake/within-bounds.ts";
import { sealedStates } from "../../../src/ledger/sealed.ts";
import { laterAt, stateOf } from "./states-ahead.ts";

const NOTHING = stateOf({});
const NEVER = new Map();

/** So many documents, from a number on. */
const many = (count: number, from = 0) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`/a${from + at}`, {}]));

const half = { sizeBytes: MOST_BYTES / 2 };

describe("of the states ahead", () => {
  test("none is within bounds where there is none, and none waits", () => {
    expect(withinBounds([], NOTHING, NEVER)).toEqual({ states: [], bound: null });
  });

  test("all are within bounds that take as many writes as a publish may spend, and none waits", () => {
    const later = [laterAt(2000, many(MOST_WRITES - 1)), laterAt(3000, many(1, MOST_WRITES - 1))];
    expect(withinBounds(later, NOTHING, NEVER)).toEqual({ states: later, bound: null });
  });

  test("the first ones are, where the next takes a write too many, and that is told", () => {
    const later = [
      laterAt(2000, many(MOST_WRITES)),
      laterAt(3000, many(1, MOST_WRITES)),
      laterAt(4000, many(7, MOST_WRITES + 1)),
    ];
    expect(withinBounds(later, NOTHING, NEVER)).toEqual({
      states: later.slice(0, 1),
      bound: { kind: "writes", writes: MOST_WRITES + 1 },
    });
  });

  test("none is, where the first alone takes too many", () => {
    expect(withinBounds([laterAt(2000, many(MOST_WRITES + 1))], NOTHING, NEVER)).toEqual({
      states: [],
      bound: { kind: "writes", writes: MOST_WRITES + 1 },
    });
  });
});

describe("a write is spent on what is ahead", () => {
  const later = [laterAt(2000, many(MOST_WRITES + 1)), laterAt(3000, { "/a0": {} })];
  const wanted = sealedStates({ sealed: later.map(({ change }) => change) });

  test("once for all states of a document", () => {
    expect(
      withinBounds([laterAt(2000, many(MOST_WRITES)), laterAt(3000, many(7))], NOTHING, NEVER).bound,
    ).toBeNull();
  });

  test("not for a document that is written for its present state anyway", () => {
    expect(withinBounds(later, stateOf({ "/a7": {} }), NEVER).bound).toBeNull();
    expect(withinBounds(later, stateOf({ "/a7": null }), NEVER).states).toEqual([]);
  });

  test("not for what is sealed already, but for what is sealed otherwise", () => {
    const one = (key: string) => new Map([[key, wanted.get(key) ?? []]]);
    expect(withinBounds(later, NOTHING, one("/a7")).bound).toBeNull();
    expect(withinBounds(later, NOTHING, one("/a0")).bound).toBeNull();
    const other = new Map([["/a0", (wanted.get("/a0") ?? []).slice(1)]]);
    expect(withinBounds(later, NOTHING, other).bound).not.toBeNull();
  });
});

describe("the later states of one document", () => {
  const present = stateOf({ "/rss.xml": null, "/a": null });

  test("fill its room to the last byte", () => {
    const later = [laterAt(2000, { "/rss.xml": half }), laterAt(3000, { "/rss.xml": half })];
    expect(withinBounds(later, present, NEVER)).toEqual({ states: later, bound: null });
  });

  test("wait where they are a byte too long, and the document is told with the length of all", () => {
    const later = [
      laterAt(2000, { "/a": half, "/rss.xml": half }),
      laterAt(3000, { "/rss.xml": { sizeBytes: MOST_BYTES / 2 + 1 } }),
    ];
    expect(withinBounds(later, present, NEVER)).toEqual({
      states: later.slice(0, 1),
      bound: { kind: "size", key: "/rss.xml", sizeBytes: MOST_BYTES + 1 },
    });
  });

  test("of the first of two that are as long are told", () => {
    const long = { sizeBytes: MOST_BYTES + 1 };
    expect(
      withinBounds([laterAt(2000, { "/a": long, "/rss.xml": long })], present, NEVER).bound,
    ).toMatchObject({
      key: "/a",
    });
  });

  test("do not count the first one of a document that is not there yet: it lies behind nothing", () => {
    const large = { "/new": { sizeBytes: MOST_BYTES + 1 } };
    expect(withinBounds([laterAt(2000, large)], present, NEVER).bound).toBeNull();
    expect(
      withinBounds([laterAt(2000, large), laterAt(3000, { "/new": {} })], present, NEVER).bound,
    ).toBeNull();
    expect(withinBounds([laterAt(2000, { "/new": {} }), laterAt(3000, large)], present, NEVER).bound).toEqual(
      {
        kind: "size",
        key: "/new",
        sizeBytes: MOST_BYTES + 1,
      },
    );
  });

  test("do not count where it is a file, which has but one", () => {
    const file = laterAt(2000, { "/a": { sizeBytes: MOST_BYTES + 1, kind: "media" } });
    expect(withinBounds([file], present, NEVER).bound).toBeNull();
  });

  test("do not count where they stay as they are", () => {
    const same = laterAt(2000, { "/a": half }, { told: new Map() });
    expect(withinBounds([same, same, same], present, NEVER).bound).toBeNull();
  });
});
