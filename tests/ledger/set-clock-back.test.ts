import { expect, test } from "vitest";
import { nextEdition } from "../../src/ledger/ledger.ts";
import { setClockBack } from "../../src/ledger/set-clock-back.ts";
import { changeBut, ledgerBut, recordBut } from "./records.ts";

const NOW = 5000;
const AHEAD = 900_000;
const old = recordBut({ ordinal: 0 });
const wrong = { first: AHEAD, published: AHEAD, updated: AHEAD, edition: AHEAD };
const locked = ledgerBut({
  edition: AHEAD,
  articles: [
    old,
    recordBut({ ordinal: 1, ...wrong }),
    recordBut({ ordinal: 2, deleted: AHEAD, edition: AHEAD }),
  ],
  documents: new Map([
    ["/articles/a0", { digest: "a", edition: 1000 }],
    ["/articles/a1", { digest: "b", edition: AHEAD }],
    ["/rss.xml", { digest: "c", edition: AHEAD }],
  ]),
});

test("nothing that is remembered lies ahead of the clock any more, and the past stays as it was", () => {
  const { ledger } = setClockBack(locked, NOW);
  const right = { first: NOW, published: NOW, updated: NOW, edition: NOW };
  expect(ledger).toEqual({
    ...locked,
    edition: NOW,
    articles: [
      old,
      recordBut({ ordinal: 1, ...right }),
      recordBut({ ordinal: 2, deleted: NOW, edition: NOW }),
    ],
    documents: new Map([
      ["/articles/a0", { digest: "a", edition: 1000 }],
      ["/articles/a1", { digest: "b", edition: NOW }],
      ["/rss.xml", { digest: "c", edition: NOW }],
    ]),
  });
});

test("documents that name a moment ahead are to be written anew", () => {
  expect(setClockBack(locked, NOW).stale).toEqual(["/articles/a1", "/rss.xml"]);
});

test("a document of this very moment is as good as those before it", () => {
  const documents = new Map([["/rss.xml", { digest: "a", edition: NOW }]]);
  expect(setClockBack({ ...locked, documents }, NOW).stale).toEqual([]);
});

test("what is sealed is forgotten, and its documents are to be written anew", () => {
  const sealed = [
    changeBut({ at: AHEAD, documents: [["/articles/a3", { digest: "d", edition: AHEAD }]] }),
    changeBut({ at: AHEAD + 1, documents: [["/old", null]] }),
  ];
  const { ledger, stale } = setClockBack({ ...locked, sealed }, NOW);
  expect(ledger).toStrictEqual(setClockBack(locked, NOW).ledger);
  expect(stale).toEqual(["/articles/a1", "/rss.xml", "/articles/a3", "/old"]);
});

test("a bake goes on at once", () => {
  expect(() => nextEdition(locked, NOW)).toThrow("--reset-clock");
  expect(nextEdition(setClockBack(locked, NOW).ledger, NOW)).toBe(NOW + 1);
});
