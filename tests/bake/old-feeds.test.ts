import { describe, expect, test } from "vitest";
import type { AdoptedFeed } from "../../src/article/adopted.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { siteAnswers } from "../../src/bake/site-answers.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { adoptedFeed } from "../adopted-feed.ts";
import { pathOf } from "../ledger/source-at.ts";
import { bodyOf } from "./baked-folder.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { NOW } from "./values.ts";

const DAY = 24 * 60 * 60;
/** 2025-06-01T00:00:00Z */
const JUNE = 1_748_736_000;

const FILES = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [
    `tide-${at + 1}.md`,
    `---\ndate: 2025-06-0${at + 1}\ntags: [${at % 2 ? "ebb" : "flood"}]\n---\nWater.\n`,
  ]),
);

function feedBut(fields: Partial<AdoptedFeed> = {}): AdoptedFeed {
  return adoptedFeed({ line: 7, ...fields });
}

function inputWith(feeds: readonly Partial<AdoptedFeed>[], settings = "") {
  return inputOf(FILES, { site: siteWith(settings), adopted: { articles: [], feeds: feeds.map(feedBut) } });
}

function bake(...feeds: readonly Partial<AdoptedFeed>[]) {
  return bakeSite(inputWith(feeds));
}

const titlesIn = (text: string) =>
  [...text.matchAll(/(?:<title>|"title": ?")Tide (\d)/gi)].map(([, number]) => Number(number));

describe("an old feed goes on", () => {
  test.for([
    { format: "rss", address: "/feed/", own: "/rss.xml" },
    { format: "atom", address: "/feed/atom/", own: "/atom.xml" },
    { format: "json", address: "/feed/json/", own: "/feed.json" },
  ] as const)(
    "as $format, with the items of the site's feed, under its own address",
    ({ format, address, own }) => {
      const site = bake({ format, address });
      expect(bodyOf(site, address)).toBe(
        bodyOf(site, own).replaceAll(`https://quay.example${own}`, `https://quay.example${address}`),
      );
    },
  );

  test("under its own id, at its own address and at ours", () => {
    const site = bake(
      { format: "atom", address: "/feed/atom/", id: "urn:one" },
      { format: "atom", address: "/atom.xml", id: "urn:two" },
    );
    expect(bodyOf(site, "/feed/atom/")).toContain("<id>urn:one</id>");
    expect(bodyOf(site, "/atom.xml")).toContain("<id>urn:two</id>");
  });

  test("without the articles that are older than what its subscribers have", () => {
    const site = bake({ oldest: JUNE + 5 * DAY });
    expect(titlesIn(bodyOf(site, "/feed/"))).toEqual([9, 8, 7, 6]);
    expect(titlesIn(bodyOf(site, "/rss.xml"))).toHaveLength(9);
  });

  test("and does not claim to be all, or part of an archive, while some are left out", () => {
    const atom = { format: "atom", address: "/a/", oldest: JUNE + 5 * DAY } as const;
    expect(bodyOf(bake(atom), "/a/")).not.toMatch(/fh:complete|prev-archive/);
    expect(bodyOf(bake({ ...atom, oldest: JUNE }), "/a/")).toContain("<fh:complete/>");
  });

  test("behind its query, with the articles that its subscribers have", () => {
    const site = bake({ address: "/?feed=rss2", oldest: JUNE + 5 * DAY }, { address: "/?feed=rss" });
    expect(titlesIn(bodyOf(site, "/feed/"))).toEqual([9, 8, 7, 6]);
  });

  test("as the feed of a channel", () => {
    const site = bake({ address: "/category/ebb/feed/", channel: "/tags/ebb" });
    expect(titlesIn(bodyOf(site, "/category/ebb/feed/"))).toEqual([8, 6, 4, 2]);
  });
});

describe("an item that had no id", () => {
  const written = { link: "http://quay.example/?p=8&x=1", pubDate: "\n  Sun, 08 Jun 2025 00:00:00 +0000" };
  const articles = [
    { path: pathOf("tide-8.md"), id: "urn:8", address: null, published: null, item: written, line: 1 },
  ];
  const feeds = [feedBut({ guids: false }), feedBut({ address: "/blog.xml" })];
  const bakeIt = () => bakeSite(inputOf(FILES, { site: siteWith(), adopted: { articles, feeds } }));
  const itemOf = (address: string, number: number, site = bakeIt()) =>
    bodyOf(site, address)
      .split("<item>")
      .find((item) => item.includes(`<title>Tide ${number}</title>`)) ?? "";

  test("goes on without one, under its old link and date, letter for letter", () => {
    const site = bakeIt();
    const item = itemOf("/feed/", 8, site);
    expect(item).toContain("<link>http://quay.example/?p=8&amp;x=1</link>");
    expect(item).toContain("<pubDate>\n  Sun, 08 Jun 2025 00:00:00 +0000</pubDate>");
    expect(item).not.toContain("<guid");
    expect(site.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  });

  test("has one in every other feed", () => {
    for (const address of ["/rss.xml", "/blog.xml"])
      expect(itemOf(address, 8)).toContain('<guid isPermaLink="false">urn:8</guid>');
  });

  test("is followed by new ones that have theirs", () => {
    expect(itemOf("/feed/", 9)).toContain('<guid isPermaLink="false">tag:quay.example,2025:tide-9</guid>');
  });
});

test("a show keeps the podcast:guid of its old feed, unless site.toml names one", () => {
  const guid = "917393e3-1b1e-5cef-ace4-edaa54e1f810";
  const show = (settings: string) =>
    bodyOf(bakeSite(inputWith([{ podcastGuid: guid }], `[podcast]\n${settings}`)), "/rss.xml");
  expect(show("")).toContain(`<podcast:guid>${guid}</podcast:guid>`);
  const own = "11111111-2222-5333-8444-555555555555";
  expect(show(`guid = "${own}"\n`)).toContain(`<podcast:guid>${own}</podcast:guid>`);
});

describe("[feeds] of site.toml", () => {
  const SETTINGS = `[feeds]
"/index.xml" = "rss"
"/?feed=atom" = "atom"
"/category/{tag}/feed/" = "tag.rss"
"/?cat={tag}&feed=rss2" = "tag.rss"
[feeds.slugs]
low-water = "ebb"
`;
  const input = () => inputOf(FILES, { site: siteWith(SETTINGS) });

  test("serves the site's feed at an old address, before our alias", () => {
    expect(titlesIn(bodyOf(bakeSite(input()), "/index.xml"))).toHaveLength(9);
  });

  test("serves the feed of each tag, under its old name where that was another", () => {
    const site = bakeSite(input());
    expect(titlesIn(bodyOf(site, "/category/flood/feed/"))).toEqual([9, 7, 5, 3, 1]);
    expect(titlesIn(bodyOf(site, "/category/low-water/feed/"))).toEqual([8, 6, 4, 2]);
    expect(site.problems).toEqual([]);
  });

  test("leads queries to what they stand for", () => {
    const answer = siteAnswers(openBake(input()));
    expect(answer("/", "?feed=atom")).toEqual({ kind: "moved", to: "/feed/atom" });
    expect(answer("/", "?feed=rss2&cat=low-water")).toEqual({
      kind: "moved",
      to: "/category/low-water/feed/",
    });
  });

  test("says what an address of adopted.toml stands for, which keeps what its readers know", () => {
    const adopted = {
      articles: [],
      feeds: [feedBut({ address: "/index.xml", format: "atom", id: "urn:x" })],
    };
    const site = siteWith('[feeds]\n"/index.xml" = "json"\n');
    expect(bodyOf(bakeSite(inputOf(FILES, { site, adopted })), "/index.xml")).toMatch(/^\{/);
  });

  test("tells a slug that no channel has", () => {
    const site = siteWith('[feeds]\n"/tag/{tag}/" = "tag.rss"\n[feeds.slugs]\na = "none"\n');
    expect(bakeSite(inputOf(FILES, { site })).problems.map(({ message }) => message)).toEqual([
      '"feeds.slugs" leads "a" to "none", which no feed of [feeds] has; write the last part of a channel\'s address, such as tides of /tags/tides',
    ]);
  });
});

describe("the edge answers", () => {
  const feeds = [
    { address: "/feed/" },
    { address: "/?feed=rss2" },
    { address: "/?feed=atom", format: "atom" as const },
  ];
  test.for([
    { target: "/feed/", is: { kind: "here", address: "/feed/" } },
    { target: "/feed", is: { kind: "moved", to: "/feed/" } },
    { target: "/feed/atom/", is: { kind: "moved", to: "/feed/atom" } },
    { target: "/rss/", is: { kind: "moved", to: "/rss.xml" } },
    { target: "/?feed=rss2", is: { kind: "moved", to: "/feed/" } },
    { target: "/?feed=atom", is: { kind: "moved", to: "/feed/atom" } },
    { target: "/comments/feed/", is: { kind: "gone" } },
    { target: "/?feed=comments-rss2", is: { kind: "gone" } },
    { target: "/2025/06/tide-3/feed/", is: { kind: "gone" } },
    { target: "/articles/tide-3/feed", is: { kind: "gone" } },
    { target: "/about/feed/atom/", is: { kind: "gone" } },
    { target: "/category/ebb/feed/", is: { kind: "moved", to: "/tags/ebb/rss.xml" } },
    { target: "/tag/flood/feed/", is: { kind: "moved", to: "/tags/flood/rss.xml" } },
  ])("$target", ({ target, is }) => {
    const url = new URL(target, "https://quay.example");
    expect(siteAnswers(openBake(inputWith(feeds)))(url.pathname, url.search)).toEqual(is);
  });

  test("as site.toml says, where that says it", () => {
    const input = inputWith(
      feeds,
      '[redirects]\n"/?feed=rss2" = "/feed.json"\n"/comments/feed/" = "/subscribe"\n',
    );
    const answer = siteAnswers(openBake(input));
    expect(answer("/", "?feed=rss2")).toEqual({ kind: "moved", to: "/feed.json" });
    expect(answer("/comments/feed/", "")).toEqual({ kind: "moved", to: "/subscribe" });
  });
});

test("feeds of comments end with 410 where the old site was Blogger's too", () => {
  const answer = siteAnswers(openBake(inputWith([{ address: "/feeds/posts/default", format: "atom" }])));
  for (const path of ["/feeds/comments/default", "/feeds/123/comments/default"])
    expect(answer(path, "")).toEqual({ kind: "gone" });
  expect(answer("/2025/tide/feed/", "")).toEqual({ kind: "lost" });
});

describe("a feed has a new edition", () => {
  const recordOf = ({ ledger }: { readonly ledger: Ledger }, key: string) =>
    ledger.documents.get(key)?.edition;
  const again = (ledger: Ledger, lastModified: number | null, fields: Partial<BakeInput> = {}) =>
    bakeSite({ ...inputWith([{ lastModified }]), ledger, now: NOW + 500, ...fields });

  test("later than the last change that the old one told, though it is of the same second", () => {
    expect(recordOf(bake({ lastModified: NOW }), "/feed/")).toBe(NOW + 1);
    expect(recordOf(bake({ lastModified: NOW - 1 }), "/feed/")).toBe(NOW);
  });

  test("where the old one changed after it was published here, and no other document has", () => {
    const first = bake({});
    const { ledger, problems } = again(first.ledger, NOW + 100);
    expect(problems).toEqual(first.problems);
    const renewed = [...ledger.documents].filter(([, { edition }]) => edition > NOW).map(([key]) => key);
    expect(renewed).toEqual(["/feed/"]);
    expect(again(ledger, NOW + 100, { now: NOW + 900 }).ledger.documents).toEqual(ledger.documents);
  });

  test("where the publisher asks for it: every feed, and no other document", () => {
    const { ledger } = bake({});
    const changed = [...again(ledger, null, { renewFeeds: true }).ledger.documents]
      .filter(([, { edition }]) => edition > NOW)
      .map(([key]) => key);
    const isFeed = (key: string) => /^\/(?:tags\/\w+\/)?(?:rss\.xml|atom\.xml|feed\.json|feed\/)$/.test(key);
    expect(changed.toSorted()).toEqual([...ledger.documents.keys()].filter(isFeed).toSorted());
  });

  test("now, and not once more when something is released", () => {
    const files = { ...FILES, "later.md": "---\ndate: 2025-12-01T00:00:00Z\ntags: [ebb]\n---\nWater.\n" };
    const input = { ...inputOf(files, { site: siteWith() }), renewFeeds: true };
    const first = bakeSite({ ...input, renewFeeds: false });
    const renewed = bakeSite({ ...input, ledger: first.ledger, now: NOW + 500 });
    const released = ({ ledger }: typeof first) =>
      ledger.sealed?.map(({ documents }) => documents.map(([key]) => key).toSorted());
    expect(recordOf(renewed, "/rss.xml")).toBe(NOW + 500);
    expect(released(first)?.[0]).toContain("/tags/ebb/rss.xml");
    expect(released(first)?.[0]).not.toContain("/tags/flood/rss.xml");
    expect(released(renewed)).toEqual(released(first));
  });

  test("never before its time: a change that lies ahead is told", () => {
    const { ledger, problems } = bake({ lastModified: NOW + 3600 });
    expect(recordOf({ ledger }, "/feed/")).toBe(NOW);
    expect(problems).toMatchObject([
      { file: "adopted.toml", line: 7, message: expect.stringContaining("a moment that is yet to come") },
    ]);
    expect(again(ledger, NOW + 3600).ledger.documents).toEqual(ledger.documents);
  });
});

test("a site without old feeds leads nothing away", () => {
  expect(openBake(inputWith([])).past.packed.rows.size).toBe(0);
});

describe("told is", () => {
  test.for([
    {
      name: "a feed where another document stands",
      feed: { address: "/sitemap.xml" },
      says: "names the feed /sitemap.xml, where the site has another document",
    },
    {
      name: "a feed of another format at ours",
      feed: { address: "/atom.xml" },
      says: "names the feed /atom.xml, where the site has another document",
    },
    {
      name: "a channel that is none",
      feed: { channel: "/tags/none" },
      says: "names the channel /tags/none, which this site does not have",
    },
  ])("$name", ({ feed, says }) => {
    const site = bake(feed);
    const [told, ...others] = site.problems.filter(({ file }) => file === "adopted.toml");
    expect(told).toMatchObject({ line: 7, severity: "warning", message: expect.stringContaining(says) });
    expect(others).toEqual([]);
  });

  test("nothing of a feed that stands where ours does", () => {
    const site = bake({ address: "/rss.xml" }, { address: "/tags/ebb/rss.xml", channel: "/tags/ebb" });
    expect(site.problems.filter(({ file }) => file === "adopted.toml")).toEqual([]);
  });
});

test("an old feed of a channel that a query named leads to the channel's", () => {
  const answer = siteAnswers(openBake(inputWith([{ address: "/?feed=rss2&cat=7", channel: "/tags/ebb" }])));
  expect(answer("/", "?feed=rss2&cat=7")).toEqual({ kind: "moved", to: "/tags/ebb/rss.xml" });
});
