import { expect, test } from "vitest";
import { recordsBut } from "../../src/ledger/records/records-but.ts";
import { countThere, ordinalsOf, recordFinder, toldOf } from "../../src/ledger/records/told-records.ts";
import { recordsOfShard, shardOf } from "../../src/ledger/stored/shard-of.ts";
import { SHARD_SIZE } from "../../src/ledger/stored/shard-size.ts";
import { summaryOf } from "../../src/ledger/stored/shard-summary.ts";
import { ledgerBut, recordBut, records } from "./records.ts";
import { packed, unread } from "./unread-ledger.ts";

test("of a list nothing is told where no record is", () => {
  const told = toldOf([recordBut({ ordinal: 0 })]);
  expect([told.id(1), told.address(1), told.published(1), told.edition(1)]).toEqual(["", "", 0, 0]);
  expect([told.joined(1), told.beside(1), told.hasBeside(1), told.isThere(1)]).toEqual([
    undefined,
    undefined,
    false,
    false,
  ]);
  expect(told.isBesideAll(1, () => false)).toBe(true);
});

test("articles that went are not counted", () => {
  const all = records(5, { 1: { deleted: 9 }, 3: { deleted: 0 }, 4: { earlier: ["/old"] } });
  const { articles } = unread(packed(ledgerBut({ articles: all }), 2)).stored.ledger;
  expect([countThere([]), countThere(all), countThere(articles)]).toEqual([0, 3, 3]);
  expect([...ordinalsOf(articles)]).toEqual([0, 1, 2, 3, 4]);
});

test("of several records with one address the first is found, and all of them", () => {
  const all = records(5, { 1: { address: "/a" }, 3: { address: "/a" } });
  const finder = recordFinder(all, "address");
  expect([finder.find("/a"), [...finder.all("/a")], finder.find("/b")]).toEqual([1, [1, 3], -1]);
});

test("all records but those that stay are read, and no others", () => {
  const { stored, reads } = unread(packed(ledgerBut({ articles: records(7) }), 2));
  const others = recordsBut(stored.ledger.articles, (ordinal) => ordinal < 2 || ordinal > 3);
  expect([others.map(({ ordinal }) => ordinal), reads]).toEqual([[2, 3], [1]]);
});

test("a shard has the records with so many ordinals", () => {
  const all = records(SHARD_SIZE + 2);
  expect([0, SHARD_SIZE - 1, SHARD_SIZE].map(shardOf)).toEqual([0, 0, 1]);
  expect(recordsOfShard(all, 0)).toEqual(all.slice(0, SHARD_SIZE));
  expect(recordsOfShard(all, 1)).toEqual(all.slice(SHARD_SIZE));
  expect(recordsOfShard(all, 2)).toEqual([]);
});

test("no summary is made where an id or an address has no bytes in UTF-8", () => {
  const id = "urn:\ud800" as ReturnType<typeof recordBut>["id"];
  const of = (fields: object) => summaryOf({ articles: records(2, { 1: fields }), documents: {} });
  expect([of({ id }), of({ address: "/\udfff" })]).toEqual([null, null]);
  expect(of({ path: "\ud800" })).not.toBeNull();
});
