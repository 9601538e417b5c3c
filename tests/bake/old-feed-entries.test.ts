import { describe, expect, test } from "vitest";
import { feedSlugProblems, oldFeedEntries } from "../../src/bake/old-feeds/old-feed-entries.ts";
import { adoptedFeed } from "../adopted-feed.ts";
import { siteWith } from "./small-site.ts";

const CHANNELS = [
  { kind: "tag", name: "Sea", slug: "sea" },
  { kind: "section", name: "Town", slug: "town" },
  { kind: "tag", name: "Ebb", slug: "ebb" },
] as const;
const site = siteWith(
  '[feeds]\n"/index.xml" = "rss"\n"/category/{tag}/feed/" = "tag.atom"\n[feeds.slugs]\nlow-water = "ebb"\n',
);

describe("an old feed that site.toml names", () => {
  const bare = {
    id: null,
    podcastGuid: null,
    guids: true,
    oldest: null,
    lastModified: null,
    line: null,
    file: "site.toml",
  };

  test("is the site's, or that of each channel of its kind, under its old name where that was another", () => {
    expect(oldFeedEntries({ articles: [], feeds: [] }, site, CHANNELS)).toEqual([
      { ...bare, address: "/index.xml", format: "rss", channel: null },
      { ...bare, address: "/category/sea/feed/", format: "atom", channel: "/tags/sea" },
      { ...bare, address: "/category/low-water/feed/", format: "atom", channel: "/tags/ebb" },
    ]);
  });

  test("stands for that, and adopted.toml tells what its readers know", () => {
    const feeds = [
      adoptedFeed({ address: "/index.xml", format: "json", channel: "/tags/sea", id: "urn:x", line: 7 }),
      adoptedFeed({ address: "/more", format: "json", line: 9 }),
    ];
    const [first, , , last] = oldFeedEntries({ articles: [], feeds }, site, CHANNELS);
    expect(first).toEqual({ ...feeds[0], format: "rss", channel: null, file: "adopted.toml" });
    expect(last).toEqual({ ...feeds[1], file: "adopted.toml" });
  });
});

test("a slug of [feeds.slugs] that no feed of [feeds] has is told, also where a channel of another kind has it", () => {
  const towns = siteWith('[feeds]\n"/c/{tag}" = "tag.rss"\n[feeds.slugs]\na = "ebb"\nb = "town"\n');
  expect(feedSlugProblems(towns, CHANNELS)).toEqual([
    {
      file: "site.toml",
      line: null,
      severity: "warning",
      message: expect.stringContaining('"feeds.slugs" leads "b" to "town"'),
    },
  ]);
});
