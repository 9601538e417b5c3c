import { describe, expect, test } from "vitest";
import { ledgerTable } from "../../../src/command/ledger/ledger-table.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import { ledgerBut, recordBut } from "../../ledger/records.ts";

const AT = 1_751_392_800;

describe("a ledger as people read it", () => {
  test("says so where nothing was published", () => {
    expect(ledgerTable(EMPTY_LEDGER)).toEqual(["Nothing has been published yet."]);
  });

  test("tells of the site, then an article a line, each column as wide as its longest cell", () => {
    const dates = { published: AT, updated: AT + 60 };
    const articles = [
      recordBut({ ordinal: 0, ...dates, earlier: ["/tide", "/articles/old"] }),
      recordBut({ ordinal: 1, ...dates, deleted: AT + 3600 }),
      recordBut({ ordinal: 10, ...dates }),
    ];
    const documents = new Map([["/rss.xml", { digest: "d", edition: AT }]]);
    const ledger = ledgerBut({ edition: AT, articles, documents, channels: [], windowSize: 1 });
    expect(ledgerTable(ledger)).toEqual([
      "Last published 2025-07-01T18:00:00Z. Ids begin with tag:quay.example,2025:, windows hold 1 article.",
      "2 articles in the site, 1 gone; 0 channels, 1 document.",
      "",
      "no.  published             updated                    address                                      source  id",
      "0    2025-07-01T18:00:00Z  2025-07-01T18:01:00Z       /articles/a0 (before: /tide, /articles/old)  a0.md   tag:quay.example,2025:a0",
      "1    2025-07-01T18:00:00Z  gone 2025-07-01T19:00:00Z  /articles/a1                                 a1.md   tag:quay.example,2025:a1",
      "10   2025-07-01T18:00:00Z  2025-07-01T18:01:00Z       /articles/a10                                a10.md  tag:quay.example,2025:a10",
    ]);
  });

  test("has the titles alone where there is no article", () => {
    expect(ledgerTable(ledgerBut({ edition: AT })).slice(1)).toEqual([
      "0 articles in the site, 0 gone; 0 channels, 0 documents.",
      "",
      "no.  published  updated  address  source  id",
    ]);
  });

  test("counts windows as none where no publication fixed them", () => {
    expect(ledgerTable(ledgerBut({ windowSize: null }))[0]).toContain("windows hold 0 articles.");
  });
});

test("what is sealed stands below, with the instant at which it opens or goes", () => {
  const dates = { published: AT, updated: AT };
  const there = recordBut({ ordinal: 0, ...dates });
  const next = recordBut({ ordinal: 1, published: AT + 7200, updated: AT + 7200 });
  const change = {
    at: AT + 3600,
    named: AT + 3600,
    articles: [{ ...there, deleted: AT + 3600 }, next],
    channels: [],
    documents: [],
  };
  const lines = ledgerTable(ledgerBut({ edition: AT, articles: [there], sealed: [change] }));
  expect(lines.slice(4)).toEqual([
    "0    2025-07-01T18:00:00Z  2025-07-01T18:00:00Z        /articles/a0  a0.md   tag:quay.example,2025:a0",
    "-    2025-07-01T18:00:00Z  goes 2025-07-01T19:00:00Z   /articles/a0  a0.md   tag:quay.example,2025:a0",
    "-    2025-07-01T20:00:00Z  opens 2025-07-01T19:00:00Z  /articles/a1  a1.md   tag:quay.example,2025:a1",
  ]);
});

test("what changes an article by itself, and neither opens nor ends it, is not told", () => {
  const there = recordBut({ ordinal: 0, published: AT, updated: AT });
  const changed = { ...there, beside: [0] as const };
  const change = { at: AT + 3600, named: AT + 3600, articles: [changed], channels: [], documents: [] };
  const lines = ledgerTable(ledgerBut({ edition: AT, articles: [there], sealed: [change] }));
  expect(lines.slice(4)).toHaveLength(1);
});
