import { describe, expect, test } from "vitest";
import type { AdoptedFeed } from "../../src/article/adopted.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { siteAnswers } from "../../src/bake/site-answers.ts";
import { bodyOf } from "./baked-folder.ts";
import { inputOf, siteWith } from "./small-site.ts";

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
  return {
    address: "/feed/",
    format: "rss",
    channel: null,
    id: null,
    oldest: null,
    lastModified: null,
    line: 7,
    ...fields,
  };
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
