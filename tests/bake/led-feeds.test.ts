import { describe, expect, test } from "vitest";
import type { OldFeedEntry } from "../../src/bake/old-feeds/old-feed-entries.ts";
import { oldFeedProblems, servedFeeds, withOldFeeds } from "../../src/bake/old-feeds/old-feeds.ts";
import { entriesOf } from "./old-entries.ts";
import { siteWith } from "./small-site.ts";

type Feeds = readonly Partial<OldFeedEntry>[];

/** Where a site leads on from old feeds, with the file and line that say so. */
function led(feeds: Feeds, site = siteWith()) {
  const { redirects } = withOldFeeds(site, entriesOf(...feeds), []);
  return Object.fromEntries(
    [...redirects].map(([from, { to, status, file, line }]) => [from, `${status} ${to} ${file}:${line}`]),
  );
}

const served = (...feeds: Feeds) =>
  servedFeeds(entriesOf(...feeds)).map(({ address, line }) => [address, line]);

const RSS = { format: "rss" } as const;
const ATOM = { format: "atom" } as const;

describe("an old feed goes on", () => {
  test.for<{ name: string; feeds: Feeds; at: readonly (readonly [string, number])[] }>([
    { name: "where it was", feeds: [{ ...RSS, address: "/old.xml" }], at: [["/old.xml", 1]] },
    {
      name: "at a path of its own before one with a query takes that",
      feeds: [
        { ...RSS, address: "/?feed=rss2" },
        { ...RSS, address: "/old.xml" },
      ],
      at: [["/old.xml", 2]],
    },
    {
      name: "behind a query at our alias, where no path was known",
      feeds: [{ ...RSS, address: "/?feed=rss2" }],
      at: [["/feed/", 1]],
    },
    {
      name: "of several behind a query the first",
      feeds: [
        { ...RSS, address: "/?feed=rss2" },
        { ...RSS, address: "/?feed=rss" },
      ],
      at: [["/feed/", 1]],
    },
    {
      name: "behind a query not where one of another format has our alias",
      feeds: [
        { ...ATOM, address: "/feed/" },
        { ...RSS, address: "/?feed=rss2" },
      ],
      at: [
        ["/feed/", 1],
        ["/rss.xml", 2],
      ],
    },
    {
      name: "as the site's own at ours",
      feeds: [{ ...RSS, address: "/rss.xml" }],
      at: [["/rss.xml", 1]],
    },
    {
      name: "not as one of a channel at the site's own",
      feeds: [{ ...RSS, address: "/rss.xml", channel: "/tags/ebb" }],
      at: [],
    },
    { name: "not where another document is", feeds: [{ ...ATOM, address: "/sitemap.xml" }], at: [] },
    {
      name: "by itself where the channel's own is",
      feeds: [{ ...RSS, address: "/tags/ebb/rss.xml", channel: "/tags/ebb" }],
      at: [],
    },
  ])("$name", ({ feeds, at }) => {
    expect(served(...feeds)).toEqual(at);
  });
});

describe("a site leads on", () => {
  test("from nothing where there were no feeds", () => {
    const site = siteWith();
    expect(withOldFeeds(site, [], [])).toBe(site);
  });

  test("from each query to where its feed goes on, and from our alias of another spelling", () => {
    expect(
      led([
        { ...RSS, address: "/feed/", line: 3 },
        { ...RSS, address: "/?f=rss", line: 4 },
      ]),
    ).toMatchObject({ "/?f=rss": "301 /feed/ adopted.toml:4", "/feed": "301 /feed/ adopted.toml:3" });
    const bare = led([{ ...RSS, address: "/feed" }]);
    expect(bare).not.toHaveProperty("/feed");
    expect(bare["/feed/"]).toBe("301 /feed adopted.toml:1");
  });

  test("from the query of a channel's feed to the feed of the channel", () => {
    expect(led([{ ...RSS, address: "/?feed=rss2&cat=7", channel: "/tags/ebb" }])).toMatchObject({
      "/?feed=rss2&cat=7": "301 /tags/ebb/rss.xml adopted.toml:1",
    });
  });

  test("from the query of a channel's feed not to a feed of the whole site", () => {
    const found = led([
      { ...RSS, address: "/old.xml" },
      { ...RSS, address: "/?feed=rss2&cat=7", channel: "/tags/ebb" },
    ]);
    expect(found["/?feed=rss2&cat=7"]).toBe("301 /tags/ebb/rss.xml adopted.toml:2");
  });

  test("from no address at which an old feed goes on, though others of its kind are gone", () => {
    const found = led([
      { ...RSS, address: "/feed/" },
      { ...RSS, address: "/comments/feed/" },
    ]);
    expect(found).not.toHaveProperty("/comments/feed/");
    expect(found["/comments/feed"]).toBe("410 / adopted.toml:null");
  });

  test("not from our alias where another old feed goes on there", () => {
    const both = led([
      { ...RSS, address: "/feed/" },
      { ...ATOM, address: "/feed" },
    ]);
    expect(both).not.toHaveProperty("/feed");
  });

  test("not from another spelling that is no alias of ours", () => {
    expect(Object.keys(led([{ ...RSS, address: "/old" }]))).toEqual([]);
    expect(Object.keys(led([{ ...RSS, address: "/old/" }]))).toEqual([]);
  });

  test("from other feeds of WordPress, but from none to itself", () => {
    const found = led([
      { ...ATOM, address: "/feed/atom/" },
      { ...RSS, address: "/feed/" },
    ]);
    expect(found["/feed/rss2/"]).toBe("301 /feed/ adopted.toml:null");
    expect(found).not.toHaveProperty("/feed/atom/");
    expect(found["/feed/atom"]).toBe("301 /feed/atom/ adopted.toml:1");
    expect(found["/comments/feed/"]).toBe("410 / adopted.toml:null");
  });

  test("as site.toml says, where that says it", () => {
    const site = siteWith('[redirects]\n"/feed" = "/x"\n');
    expect(led([{ ...RSS, address: "/feed/" }], site)["/feed"]).toBe("301 /x site.toml:null");
  });
});

test("an old feed of the site's own that stands where a channel's would is told", () => {
  const channels = [{ kind: "tag", name: "Ebb", slug: "ebb" }] as const;
  const told = (fields: Partial<OldFeedEntry>) =>
    oldFeedProblems(entriesOf({ ...RSS, ...fields }), channels).map(({ file, line, severity, message }) => {
      expect([file, line, severity]).toEqual(["adopted.toml", 1, "warning"]);
      return message.split(",")[0];
    });
  expect(told({ address: "/tags/ebb/rss.xml" })).toEqual(["names the feed /tags/ebb/rss.xml"]);
  expect(told({ address: "/tags/ebb/rss.xml", channel: "/tags/ebb" })).toEqual([]);
  expect(told({ address: "/rss.xml", channel: "/tags/ebb" })).toEqual(["names the feed /rss.xml"]);
  expect(told({ address: "/rss.xml" })).toEqual([]);
  expect(told({ channel: "/tags/none" })).toEqual(["names the channel /tags/none"]);
});
