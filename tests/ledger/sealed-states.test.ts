import { describe, expect, test } from "vitest";
import type { SealedStates } from "../../src/ledger/sealed.ts";
import { sealedArticles, sealedDigest, sealedStates, withUnknown } from "../../src/ledger/sealed.ts";
import { changeBut, ledgerBut, recordBut, records } from "./records.ts";

const A = { digest: "a", edition: 2000 };
const B = { digest: "b", edition: 3000 };

describe("the later states of documents", () => {
  test("are none where nothing is sealed", () => {
    expect(sealedStates({})).toEqual(new Map());
  });

  test("stand under each key in the order in which they open", () => {
    const sealed = [
      changeBut({
        at: 2000,
        documents: [
          ["/rss.xml", A],
          ["/a", A],
        ],
      }),
      changeBut({ at: 3000, documents: [["/rss.xml", B]] }),
      changeBut({ at: 4000, documents: [["/rss.xml", null]] }),
    ];
    expect(sealedStates({ sealed })).toStrictEqual(
      new Map([
        [
          "/rss.xml",
          [
            { at: 2000, record: A },
            { at: 3000, record: B },
            { at: 4000, record: null },
          ],
        ],
        ["/a", [{ at: 2000, record: A }]],
      ]),
    );
  });
});

describe("the digest of later states", () => {
  const STATES: SealedStates = [
    { at: 2000, record: A },
    { at: 3000, record: B },
  ];

  test("is the same text for the same states, whatever edition last changed them", () => {
    const [first, second] = [
      { ...A, edition: 1 },
      { ...B, edition: 2, sizeBytes: 3 },
    ];
    expect(sealedDigest(STATES)).toMatch(/^[\w-]{10}$/);
    expect(
      sealedDigest([
        { at: 2000, record: first },
        { at: 3000, record: second },
      ]),
    ).toBe(sealedDigest(STATES));
  });

  test.for<{ name: string; states: SealedStates }>([
    { name: "one opens a second later", states: [{ at: 2001, record: A }, ...STATES.slice(1)] },
    { name: "one is another document", states: [{ at: 2000, record: B }, ...STATES.slice(1)] },
    { name: "one is gone by then", states: [{ at: 2000, record: null }, ...STATES.slice(1)] },
    { name: "one is missing", states: STATES.slice(1) },
    { name: "they come in another order", states: [...STATES].reverse() },
  ])("is another one where $name", ({ states }) => {
    expect(sealedDigest(states)).not.toBe(sealedDigest(STATES));
  });
});

describe("articles that are sealed", () => {
  test("are none where nothing is", () => {
    expect(sealedArticles(ledgerBut({ articles: records(2) }))).toEqual([]);
  });

  test("are those that are not published yet, as they are when they first open", () => {
    const later = recordBut({ ordinal: 2, updated: 3000 });
    const [third, fourth] = records(4).slice(2);
    if (third === undefined || fourth === undefined) throw new TypeError("no records");
    const sealed = [
      changeBut({ at: 2000, articles: [recordBut({ ordinal: 1, updated: 2000 }), third] }),
      changeBut({ at: 3000, articles: [later, fourth] }),
    ];
    expect(sealedArticles(ledgerBut({ articles: records(2), sealed }))).toStrictEqual([third, fourth]);
  });
});

describe("a sealed document that may or may not be in the store", () => {
  test("has the digest that equals nothing; all else that is sealed stays", () => {
    const change = changeBut({
      at: 2000,
      articles: records(1),
      channels: [{ kind: "tag", name: "Water", slug: "water" }],
      documents: [
        ["/a", A],
        ["/b", B],
        ["/c", null],
      ],
    });
    expect(withUnknown(ledgerBut({ sealed: [change] }), new Set(["/a", "/c", "/d"]))).toStrictEqual({
      sealed: [
        {
          ...change,
          documents: [
            ["/a", { ...A, digest: "" }],
            ["/b", B],
            ["/c", null],
          ],
        },
      ],
    });
  });

  test("changes nothing of a ledger that has nothing sealed", () => {
    expect(withUnknown(ledgerBut({}), new Set(["/a"]))).toStrictEqual({});
  });
});
