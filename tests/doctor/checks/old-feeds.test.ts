import { describe, expect, test } from "vitest";
import type { AdoptedFeed } from "../../../src/article/adopted.ts";
import { OLD_FEED_CHECKS } from "../../../src/doctor/checks/old-feeds.ts";
import { examine } from "../../../src/doctor/examine.ts";
import { meet } from "../../../src/doctor/visit/meet.ts";
import type { MetOldFeed } from "../../../src/doctor/visit/visit.ts";
import { adoptedFeed } from "../../adopted-feed.ts";
import { answered, atom, FIELDS, item, rss, visit } from "../met.ts";
import { FEED, HTML, PAGE, redirect, rssText, siteOf } from "../site-in-memory.ts";
import { found } from "./found.ts";

/** 2025-07-01T12:00:00Z, when the item of the feed came. */
const PUBLISHED = Date.UTC(2025, 6, 1, 12) / 1000;
/** Its `Last-Modified`. */
const CHANGED = Date.UTC(2025, 6, 1, 17) / 1000;

function knownBut(but: Partial<AdoptedFeed> = {}): AdoptedFeed {
  return adoptedFeed({ oldest: PUBLISHED, lastModified: CHANGED - 1, ...but });
}

function metBut(but: Partial<MetOldFeed> = {}): MetOldFeed {
  const url = "https://quay.example/feed/";
  const plain = answered({ url, headers: FIELDS, body: "<rss/>" });
  return { known: knownBut(), url, redirects: [], plain, feed: rss(), ...but };
}

describe("an old feed that goes on has no finding", () => {
  test.for<{ readonly name: string; readonly but: Partial<MetOldFeed> }>([
    {
      name: "under its id",
      but: { known: knownBut({ format: "atom", id: "urn:old" }), feed: atom({ id: "urn:old" }) },
    },
    {
      name: "under any id, where it had none",
      but: { known: knownBut({ format: "atom" }), feed: atom({ id: "urn:new" }) },
    },
    { name: "as RSS, which has no id of its own", but: { known: knownBut({ id: "urn:old" }) } },
    { name: "without a Last-Modified", but: { plain: answered({ headers: {} }) } },
    {
      name: "at any time, where it said none",
      but: {
        known: knownBut({ lastModified: null }),
        plain: answered({ headers: { "Last-Modified": "Thu, 01 Jan 1970 00:00:00 GMT" } }),
      },
    },
    {
      name: "with items of any time, where it had no oldest",
      but: {
        known: knownBut({ oldest: null }),
        feed: rss({ items: [item({ published: "Wed, 31 Dec 1969 23:59:59 GMT" })] }),
      },
    },
    { name: "with an item without a date", but: { feed: rss({ items: [item({ published: null })] }) } },
  ])("$name", ({ but }) => {
    expect(found(OLD_FEED_CHECKS, metBut(but))).toEqual([]);
  });
});

test("an old feed that goes on otherwise has no finding either", () => {
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
      finds: "old-feed-lost: the feed of the old site is not there: it answers with 404",
    },
    {
      name: "one that is not there, whatever its id was",
      met: metBut({
        known: knownBut({ format: "atom", id: "urn:old" }),
        feed: { reason: "it answers with 404" },
      }),
      finds: "old-feed-lost: the feed of the old site is not there: it answers with 404",
    },
    {
      name: "one that leads on",
      met: metBut({ redirects: [answered({ status: 301 })] }),
      finds: "old-feed-moved: the feed of the old site leads on to https://quay.example/feed/",
    },
    {
      name: "one in another format",
      met: metBut({ feed: atom() }),
      finds: "old-feed-format: it was rss, and is atom",
    },
    {
      name: "one that is as old as it was",
      met: metBut({ known: knownBut({ lastModified: CHANGED }) }),
      finds:
        "old-feed-not-newer: its Last-Modified Tue, 01 Jul 2025 17:00:00 GMT is not later than that of the old site, 2025-07-01T17:00:00Z: newsboat drops what it answers",
    },
    {
      name: "one under another id",
      met: metBut({ known: knownBut({ format: "atom", id: "urn:old" }), feed: atom({ id: "urn:new" }) }),
      finds: "old-feed-id: its id was urn:old, and is urn:new",
    },
    {
      name: "one with an item that its readers never had, whatever space is around its date",
      met: metBut({
        feed: rss({ items: [item(), item({ published: "\n  Tue, 01 Jul 2025 11:59:59 GMT " })] }),
      }),
      finds:
        "old-feed-older-items: it holds 1 older than 2025-07-01T12:00:00Z, the oldest that its readers had: they show as news",
    },
  ])("$name", ({ met, finds }) => {
    expect(found(OLD_FEED_CHECKS, met)).toEqual([finds]);
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

test("an old feed that readers lose is an error, one that they meet otherwise a warning, each with what helps", () => {
  expect(OLD_FEED_CHECKS.map(({ name, severity }) => `${name}: ${severity}`)).toEqual([
    "old-feed-lost: error",
    "old-feed-moved: warning",
    "old-feed-format: warning",
    "old-feed-not-newer: error",
    "old-feed-id: warning",
    "old-feed-older-items: error",
  ]);
  for (const { fix } of OLD_FEED_CHECKS) expect(fix).toMatch(/^[A-Z].*\.$/);
});
