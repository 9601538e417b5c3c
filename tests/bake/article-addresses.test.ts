import { expect, test } from "vitest";
import { articlesOf } from "../../src/article/articles.ts";
import { articleAddresses } from "../../src/bake/redirects/article-addresses.ts";
import { takenBy } from "../../src/bake/redirects/taken-among.ts";
import { recordBut } from "../ledger/records.ts";
import { articleBut } from "./values.ts";

test("an address is known for ever, and live while an article stands there, whichever came first", () => {
  const { isLive, isKnown } = articleAddresses([
    recordBut({ ordinal: 0, address: "/gone", deleted: 2000 }),
    recordBut({ ordinal: 1, address: "/both", deleted: 2000 }),
    recordBut({ ordinal: 2, address: "/both" }),
    recordBut({ ordinal: 3, address: "/live" }),
    recordBut({ ordinal: 4, address: "/live", deleted: 2000 }),
  ]);
  const all = ["/gone", "/both", "/live", "/never"];
  expect(all.map(isKnown)).toEqual([true, true, true, false]);
  expect(all.map(isLive)).toEqual([false, true, true, false]);
});

test("of some addresses those are taken at which an article stands, or a page by itself", () => {
  const articles = articlesOf(
    ["/tea", "/sea", "/harbour"].map((address, ordinal) => articleBut({ ordinal, address })),
  );
  const taken = takenBy(articles, [{ address: "/about" }]);
  expect([...taken(["/sea", "/pea", "/seas"])]).toEqual(["/sea"]);
  expect([...taken(["/about", "/tea", "/abou"])]).toEqual(["/about", "/tea"]);
  expect([...taken(new Set(["/tea"]).keys())]).toEqual(["/tea"]);
  expect([...taken([])]).toEqual([]);
  expect([...takenBy(articles, [])(["/about", "/harbour"])]).toEqual(["/harbour"]);
});
