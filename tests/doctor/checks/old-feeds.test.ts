import { describe, expect, test } from "vitest";
import type { AdoptedFeed } from "../../../src/article/adopted.ts";
import { OLD_FEED_CHECKS } from "../../../src/doctor/checks/old-feeds.ts";
import { examine } from "../../../src/doctor/examine.ts";
import { meet } from "../../../src/doctor/visit/meet.ts";
import type { MetOldFeed } from "../../../src/doctor/visit/visit.ts";
import { answered, atom, FIELDS, item, rss, visit } from "../met.ts";
import { FEED, HTML, PAGE, redirect, rssText, siteOf } from "../site-in-memory.ts";
import { found } from "./found.ts";

/** 2025-07-01T12:00:00Z, when the item of the feed came. */
const PUBLISHED = Date.UTC(2025, 6, 1, 12) / 1000;
/** Its `Last-Modified`. */
const CHANGED = Date.UTC(2025, 6, 1, 17) / 1000;

function knownBut(but: Partial<AdoptedFeed> = {}): AdoptedFeed {
  return {
    address: "/feed/",
    format: "rss",
    channel: null,
    id: null,
    podcastGuid: null,
    guids: true,
    oldest: PUBLISHED,
    lastModified: CHANGED - 1,
    line: null,
    ...but,
  };
}

function metBut(but: Partial<MetOldFeed> = {}): MetOldFeed {
  const url = "https://quay.example/feed/";
  const plain = answered({ url, headers: FIELDS, body: "<rss/>" });
  return { known: knownBut(), url, redirects: [], plain, feed: rss(), ...but };
}

test("an old feed that goes on has no finding", () => {
  expect(examine(visit({ oldFeeds: [metBut()] }))).toEqual([]);
  const query = metBut({
    known: knownBut({ address: "/?feed=rss2" }),
    redirects: [answered({ status: 301 })],
  });
  expect(found(OLD_FEED_CHECKS, query)).toEqual([]);
  const bare = knownBut({ oldest: null, lastModified: null });
  expect(found(OLD_FEED_CHECKS, metBut({ known: bare, plain: answered() }))).toEqual([]);
});

describe("found is", () => {
  test.for([
    {
      name: "one that is not there",
      met: metBut({ feed: { reason: "it answers with 404" } }),
      check: "old-feed-lost",
    },
    {
      name: "one that leads on",
      met: metBut({ redirects: [answered({ status: 301 })] }),
      check: "old-feed-moved",
    },
    {
      name: "one in another format",
      met: metBut({ feed: atom() }),
      check: "old-feed-format",
    },
    {
      name: "one that is as old as it was",
      met: metBut({ known: knownBut({ lastModified: CHANGED }) }),
      check: "old-feed-not-newer",
    },
    {
      name: "one under another id",
      met: metBut({ known: knownBut({ format: "atom", id: "urn:old" }), feed: atom({ id: "urn:new" }) }),
      check: "old-feed-id",
    },
    {
      name: "one with an item that its readers never had",
      met: metBut({ feed: rss({ items: [item(), item({ published: "Tue, 01 Jul 2025 11:59:59 GMT" })] }) }),
      check: "old-feed-older-items",
    },
  ])("$name", ({ met, check }) => {
    expect(found(OLD_FEED_CHECKS, met).map((line) => line.replace(/:.*/, ""))).toEqual([check]);
  });
});

test("they are asked for behind the others, once each, on the host that the visit ends at", async () => {
  const { ask, asked } = siteOf({
    "http://quay.example/": redirect(PAGE),
    [PAGE]: { headers: HTML, body: "" },
    "https://quay.example/feed/": redirect("/rss.xml"),
    [FEED]: { headers: FIELDS, body: rssText() },
  });
  const known = [knownBut(), knownBut({ address: "/?feed=atom" })];
  const { oldFeeds } = await meet("http://quay.example/", ask, known);
  expect(asked.map(({ url }) => url).slice(-3)).toEqual([
    "https://quay.example/feed/",
    FEED,
    "https://quay.example/?feed=atom",
  ]);
  expect(oldFeeds.map(({ url, redirects, feed }) => [url, redirects.length, "items" in feed])).toEqual([
    ["https://quay.example/feed/", 1, true],
    ["https://quay.example/?feed=atom", 0, false],
  ]);
});
