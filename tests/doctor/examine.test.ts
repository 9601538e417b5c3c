import { describe, expect, test } from "vitest";
import { ALL_CHECKS, examine } from "../../src/doctor/examine.ts";
import type { ParsedFeed } from "../../src/doctor/feeds/parsed-feed.ts";
import type { MetFeed, Visit } from "../../src/doctor/visit/visit.ts";
import { answered, archive, atom, FIELDS, item, json, met, rss, visit } from "./met.ts";

const names = (found: Visit) => examine(found).map(({ check, url }) => `${check} ${url}`);

const PAGE = "https://quay.example/";
const ATOM_URL = "https://quay.example/atom.xml";

/** A feed of another format or address, served as well as the first. */
function other(url: string, feed: ParsedFeed, but: Partial<MetFeed> = {}): MetFeed {
  const headers = {
    ...FIELDS,
    "Content-Type": {
      rss: "application/rss+xml",
      atom: "application/atom+xml",
      json: "application/feed+json",
    }[feed.format],
  };
  return met({
    url,
    declaredType: null,
    plain: answered({ url, headers }),
    head: answered({ url, headers }),
    feed: { ...feed, self: url },
    ...but,
  });
}

describe("a visit is judged", () => {
  test("without a finding where there is no fault", () => {
    const feeds = [met(), other(ATOM_URL, atom()), other("https://quay.example/feed.json", json())];
    expect(examine(visit({ feeds }))).toEqual([]);
  });

  test("with the worst first, and those of one weight in the order of the visit", () => {
    const start = answered({ url: "http://quay.example/", headers: { "Content-Type": "text/html" } });
    const feed = rss({ version: "0.91", title: null, items: [item({ published: null })] });
    expect(names(visit({ start, feeds: [met({ feed })] }))).toEqual([
      "no-title https://quay.example/rss.xml",
      `no-tls ${PAGE}`,
      "no-dates https://quay.example/rss.xml",
      "old-version https://quay.example/rss.xml",
    ]);
  });

  test.for([
    {
      name: "reaching it",
      but: { redirects: [answered({ url: "https://quay.example/feed", status: 302 })] },
      check: "temporary-redirect",
    },
    {
      name: "its delivery",
      but: { plain: answered({ headers: { ...FIELDS, "Set-Cookie": "a=b" } }) },
      check: "cookies",
    },
    { name: "its validators", but: { byTag: answered({ headers: FIELDS }) }, check: "ignores-if-none-match" },
    {
      name: "its archive",
      but: { archives: [archive("https://quay.example/1.xml", { reason: "gone" })] },
      check: "broken-archive",
    },
    { name: "its content", but: { feed: rss({ title: null }) }, check: "no-title" },
  ])("by each feed: $name", ({ but, check }) => {
    expect(names(visit({ feeds: [met(but)] }))).toEqual([`${check} https://quay.example/rss.xml`]);
  });

  test("by each hub that feeds name, at its address", () => {
    const url = "https://hub.example/";
    expect(names(visit({ hubs: [{ url, refusal: answered({ url, status: 404 }) }] }))).toEqual([
      `no-hub-there ${url}`,
    ]);
  });

  test("but nothing else of a feed that cannot be read", () => {
    const gone = met({ plain: answered({ status: 404 }), feed: { reason: "it answers with 404" } });
    expect(names(visit({ feeds: [gone] }))).toEqual(["feed-unreachable https://quay.example/rss.xml"]);
  });

  test("by the address that a feed was found at in the end", () => {
    const url = "https://quay.example/moved.xml";
    const plain = answered({ url, headers: FIELDS });
    expect(names(visit({ feeds: [met({ plain, feed: rss({ self: url }) })] }))).toEqual([]);
  });
});

describe("formats are held against each other", () => {
  const retitled = (feed: ParsedFeed) => ({
    ...feed,
    items: feed.items.map((one) => ({ ...one, title: "Other" })),
  });

  test("the first feed of each against the first of all, at whose address it is told", () => {
    const feeds = [
      met(),
      other(ATOM_URL, retitled(atom())),
      other("https://quay.example/feed.json", retitled(json())),
    ];
    const finds = examine(visit({ feeds }));
    expect(finds.map(({ check, url }) => `${check} ${url}`)).toEqual([
      "titles-differ https://quay.example/rss.xml",
      "titles-differ https://quay.example/rss.xml",
    ]);
    expect(finds.map(({ what }) => what)).toEqual([
      expect.stringContaining("“Other” in atom"),
      expect.stringContaining("“Other” in json"),
    ]);
  });

  test("but no second feed of a format, which may be of other articles", () => {
    const section = other("https://quay.example/sea/rss.xml", retitled(rss()));
    expect(names(visit({ feeds: [met(), section] }))).toEqual([]);
  });

  test("and none that cannot be read", () => {
    const broken = met({ feed: { reason: "it is a web page" } });
    expect(names(visit({ feeds: [broken, other(ATOM_URL, atom())] }))).toEqual([
      "not-a-feed https://quay.example/rss.xml",
    ]);
  });
});

test("every check has a name of its own", () => {
  const all = ALL_CHECKS.map(({ name }) => name);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(
    expect.arrayContaining([
      "no-tls",
      "not-a-feed",
      "cookies",
      "bare-304",
      "archive-loop",
      "no-dates",
      "ids-differ",
    ]),
  );
});
