import { expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import { firstArticles } from "../../src/publish/first-articles.ts";
import { changeBut, ledgerBut, records } from "../ledger/records.ts";
import { BEFORE, changed, kept, NEXT, siteOf } from "./wanted-site.ts";

const articles = records(3, { 2: { earlier: ["/articles/old"] } });
const DOCUMENTS = [
  changed("media", "/media/a.png"),
  changed("article", "/articles/a2"),
  changed("article", "/articles/a1"),
  changed("article", "/articles/a0"),
  changed("article", "/articles/old"),
  changed("archive", "/archive/1/rss.xml"),
  kept("other", "/kept"),
  changed("other", "/rss.xml"),
];
const site = siteOf(DOCUMENTS, { articles });

/** A store with such a ledger. */
function stateBut(fields: Partial<Ledger>, adopted: Partial<Ledger> = fields) {
  const stored = { ...NOTHING_STORED, ledger: ledgerBut(fields) };
  return { stored, ledger: ledgerBut(adopted) };
}

test.for([{ mostNew: 3 }, { mostNew: 4 }])(
  "a site with at most $mostNew new articles goes whole",
  ({ mostNew }) => {
    expect(firstArticles(site, stateBut({}), mostNew)).toEqual({ site, left: 0 });
  },
);

test("of more, the first go with their pages and the media", () => {
  const { site: part, left } = firstArticles(site, stateBut({ articles: articles.slice(0, 1) }), 1);
  expect(part.documents.map(({ key }) => key)).toEqual(["/media/a.png", "/articles/a1", "/articles/a0"]);
  expect(part.ledger.articles).toEqual(articles.slice(0, 2));
  expect([...part.ledger.documents.keys()].sort()).toEqual(["/articles/a0", "/articles/a1", "/media/a.png"]);
  expect(part.ledger.edition).toBe(NEXT);
  // What stays as it was is neither written nor left.
  expect({ left, count: part.count }).toEqual({ left: 4, count: 3 });
  expect(part.others).toBeUndefined();
});

test("articles that an interrupted publish gave an id are not left out", () => {
  const state = stateBut({}, { articles: articles.slice(0, 2) });
  expect(firstArticles(site, state, 1).site.ledger.articles).toEqual(articles.slice(0, 2));
});

test("what was there and is not written yet stays known as it was", () => {
  const documents = new Map([["/rss.xml", { digest: "old", edition: BEFORE }]]);
  const { site: part } = firstArticles(site, stateBut({ documents }), 1);
  expect(part.ledger.documents.get("/rss.xml")).toEqual({ digest: "old", edition: BEFORE });
});

test("what comes by itself stays as it was sealed", () => {
  const wanted = siteOf(DOCUMENTS, { articles, sealed: [changeBut({ at: NEXT + 9 })] });
  expect(firstArticles(wanted, stateBut({}), 1).site.ledger.sealed).toBeUndefined();
  const sealed = [changeBut({ at: NEXT + 5 })];
  expect(firstArticles(wanted, stateBut({ sealed }), 1).site.ledger.sealed).toEqual(sealed);
});
