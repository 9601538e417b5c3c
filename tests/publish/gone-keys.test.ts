import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { goneKeys } from "../../src/publish/gone-keys.ts";
import { changeBut, ledgerBut } from "../ledger/records.ts";
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
