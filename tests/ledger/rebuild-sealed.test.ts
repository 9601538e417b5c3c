import { describe, expect, test } from "vitest";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { articleMemory, channelMemory, siteMemory } from "../../src/ledger/memory.ts";
import type { RememberedDocument } from "../../src/ledger/rebuild.ts";
import { rebuildLedger, rebuildSealedLedger } from "../../src/ledger/rebuild.ts";
import { ledgerBut, recordBut } from "./records.ts";

const WATER = { kind: "tag", name: "Water", slug: "water" } as const;

const documentAt = (key: string, edition: number, memory: RememberedDocument["memory"] = null) => ({
  key,
  record: { digest: `digest of ${key} at ${edition}`, edition },
  memory,
});

const [first, second] = [recordBut({ ordinal: 0 }), recordBut({ ordinal: 1 })];
const renewed = recordBut({ ordinal: 0, updated: 3000, edition: 3000 });
const SITE = documentAt("error/404", 900, siteMemory(ledgerBut({})));
const FEED = documentAt("/rss.xml", 1000);
const PAGE = documentAt(first.address, 1000, articleMemory(first));
const SHOWN = [SITE, FEED, PAGE];

const SECOND_PAGE = documentAt(second.address, 2000, articleMemory(second));
const TAG = documentAt("/tags/water", 2000, channelMemory(WATER, 0));
const FEED_OF_TWO = documentAt("/rss.xml", 2000);
const RENEWED_PAGE = documentAt(first.address, 3000, articleMemory(renewed));

describe("a lost ledger with later states", () => {
  test("is the one of the documents alone where there are none", () => {
    expect(rebuildSealedLedger(SHOWN, [])).toStrictEqual(rebuildLedger(SHOWN));
    expect(rebuildSealedLedger([], [])).toStrictEqual({ ...EMPTY_LEDGER });
  });

  test("tells of each instant what opens then, and nothing that stays as it is", () => {
    const ledger = rebuildSealedLedger(SHOWN, [
      { key: RENEWED_PAGE.key, at: 3000, document: RENEWED_PAGE },
      { key: SECOND_PAGE.key, at: 2000, document: SECOND_PAGE },
      { key: TAG.key, at: 2000, document: TAG },
      { key: FEED.key, at: 2000, document: FEED_OF_TWO },
      { key: FEED.key, at: 4000, document: null },
    ]);
    expect(ledger).toStrictEqual({
      ...rebuildLedger(SHOWN),
      sealed: [
        {
          at: 2000,
          named: 2000,
          articles: [second],
          channels: [WATER],
          documents: [
            [FEED.key, FEED_OF_TWO.record],
            [SECOND_PAGE.key, SECOND_PAGE.record],
            [TAG.key, TAG.record],
          ],
        },
        {
          at: 3000,
          named: 3000,
          articles: [renewed],
          channels: [],
          documents: [[RENEWED_PAGE.key, RENEWED_PAGE.record]],
        },
        { at: 4000, named: 4000, articles: [], channels: [], documents: [[FEED.key, null]] },
      ],
    });
  });

  test("knows a sealed article in a store where nothing is to be seen yet", () => {
    const { articles, sealed } = rebuildSealedLedger([], [{ key: PAGE.key, at: 2000, document: PAGE }]);
    expect(articles).toEqual([]);
    expect(sealed?.map((change) => [change.at, change.articles])).toEqual([[2000, [first]]]);
  });
});
