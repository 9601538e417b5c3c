import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { goneKeys } from "../../src/publish/gone-keys.ts";
import { changeBut, ledgerBut, recordBut } from "../ledger/records.ts";
import { packed, unread } from "../ledger/unread-ledger.ts";
import { changed } from "./wanted-site.ts";

const KEYS = ["/a", "/b", "/c", "/d", "/e"];
const record = { digest: "some", edition: 1000 };
const ledgerOf = (keys: readonly string[], ahead: readonly string[]): Ledger =>
  ledgerBut({
    documents: new Map(keys.map((key) => [key, record])),
    ...(ahead.length > 0 && {
      sealed: [changeBut({ at: 3000, documents: ahead.map((key) => [key, record]) })],
    }),
  });

test("what is gone was there, or was to come, and neither is any more", () => {
  const keys = fc.subarray(KEYS);
  fc.assert(
    fc.property(keys, keys, keys, keys, keys, (before, next, aheadBefore, ahead, others) => {
      const isNew = (key: string) => next.includes(key) && !before.includes(key);
      const written = [...new Set([...next.filter(isNew), ...others])].map((key) => changed("other", key));
      const gone = goneKeys(ledgerOf(next, ahead), ledgerOf(before, aheadBefore), written);
      const there = new Set([...before, ...aheadBefore]);
      const isLeft = (key: string) => next.includes(key) || ahead.includes(key);
      expect(gone).toEqual([...there].filter((key) => !isLeft(key)));
    }),
  );
});

test("nor are documents read that stand with articles, where none of those is gone", () => {
  const articles = ["/c", "/d"].map((address, ordinal) => recordBut({ ordinal, address }));
  const keys = fc.subarray(KEYS);
  fc.assert(
    fc.property(keys, keys, (before, next) => {
      const { stored, reads } = unread(packed({ ...ledgerOf(before, []), articles }, 1));
      const fresh = next.filter((key) => !before.includes(key));
      const written = fresh.map((key) => changed("other", key));
      const gone = goneKeys(ledgerOf(next, []), stored.ledger, written);
      const inOrder = [...before.filter((key) => key < "/c" || key > "/d"), ...before].filter(
        (key, at, all) => all.indexOf(key) === at,
      );
      expect(gone).toEqual(inOrder.filter((key) => !next.includes(key)));
      const asked = gone.some((key) => key === "/c" || key === "/d") ? ["/c", "/d"] : fresh;
      expect(reads.toSorted()).toEqual(
        ["/c", "/d"].flatMap((key, shard) => (asked.includes(key) ? shard : [])),
      );
    }),
  );
});
