import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { joinFeed } from "../../src/render/feeds/feed-text.ts";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder } from "../content-folder.ts";
import { BARE_ITEM, feedOf, RICH_ITEM, TOMBSTONE } from "./rich-feed.ts";
import { SMALL_SITE, SMALL_SITE_LATER } from "./small-site.ts";

/** Byte by byte what is published. Read a changed file before you accept it (`vitest -u`). */
function golden(name: string): string {
  return fileURLToPath(new URL(`golden/${name}`, import.meta.url));
}

const FILE = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

test.for(FORMAT_NAMES)(
  "an article with everything, one with nothing, and one that is gone, in %s",
  async (format) => {
    const text = joinFeed(feedOf(format, [RICH_ITEM, BARE_ITEM], undefined, [TOMBSTONE]));
    await expect(text).toMatchFileSnapshot(golden(`rich/${FILE[format]}`));
  },
);

describe("a small site of two languages, after a correction and a deletion", () => {
  test.for([
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/archive/1/rss.xml",
    "/archive/1/atom.xml",
    "/archive/1/feed.json",
    "/sitemap.xml",
    "/sitemap-news.xml",
  ])("%s", async (path) => {
    const first = bakeFolder(contentFolder(SMALL_SITE));
    const second = bakeFolder(contentFolder(SMALL_SITE_LATER), first.ledger, NOW + 86_400);
    await expect(bodyOf(second, path)).toMatchFileSnapshot(golden(`site${path}`));
  });

  test.for(["/tags/tea-rain/atom.xml", "/feeds.opml", "/robots.txt"])("%s, as at first", async (path) => {
    const site = bakeFolder(contentFolder(SMALL_SITE));
    await expect(bodyOf(site, path)).toMatchFileSnapshot(golden(`site${path}`));
  });
});
