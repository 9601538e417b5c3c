import { describe, expect, test } from "vitest";
import { ADDRESS, channelAlias } from "../../src/representation/addresses.ts";
import { isOwnAddress, mayBecomeOwn } from "../../src/representation/own-addresses.ts";
import { archiveAddresses } from "../../src/representation/part-addresses.ts";

describe("an address is the site's own", () => {
  test.for([...Object.values(ADDRESS), "/feed", "/feed/", "/rss", "/atom", "/index.xml", "/feed/json"])(
    "%s, which every site has",
    (address) => {
      expect(isOwnAddress(address)).toBe(true);
    },
  );

  test.for([
    "/archive/1/rss.xml",
    "/archive/2018/feed.json",
    "/sections/sea",
    "/sections/sea/atom.xml",
    "/tags/tea/",
    "/authors/ada-marsh/feed.json",
    "/languages/fr",
    "/dates/2025",
    "/dates/2025/",
    "/dates/2025/07",
    "/dates/2025/07/",
    "/dates/2025/07/11",
    "/dates/2025/07/11/",
    "/dates/2025/07/11/2",
    "/media/0123456789abcdef0123.png",
    "/sitemap/1.xml",
    "/sitemap/lists.xml",
    "/cdn-cgi/trace",
  ])("%s, which it may come to have", (address) => {
    expect([isOwnAddress(address), mayBecomeOwn(address)]).toEqual([true, true]);
  });

  test.for([
    "/articles/tea",
    "/archive/",
    "/archive/spring/rss.xml",
    "/archive/2018",
    "/archive/2018/12/11/tea/",
    "/dates/2025/07/11/tea",
    "/dates/2025/tea",
    "/tags/",
    "/sections",
    "/dates/soon",
    "/media/tea.png",
    "/feed/tea",
    "/rss.xml/",
    "/index.html",
    "/favicon.ico",
    "/feed.rss",
    "/sitemap/",
  ])("%s is an article's to ask for", (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });
});

test("the feeds of an archive window stand in a folder of its number", () => {
  expect(archiveAddresses(7)).toEqual({
    rss: "/archive/7/rss.xml",
    atom: "/archive/7/atom.xml",
    json: "/archive/7/feed.json",
  });
});

test.for([
  ["/tags/tea/feed/", "/tags/tea/rss.xml"],
  ["/tags/tea/feed", "/tags/tea/rss.xml"],
  ["/authors/ada/feed/atom", "/authors/ada/atom.xml"],
  ["/sections/sea/index.html", "/sections/sea"],
  ["/sections/sea/favicon.ico", null],
  ["/sections/sea", null],
  ["/articles/tea/feed/", null],
  ["/tags//feed/", null],
] as const)("below a channel %s means %s", ([path, meant]) => {
  expect(channelAlias(path)).toBe(meant);
});
