import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { podcastGuid } from "../../src/render/podcast-guid.ts";
import { bakeFolder, bodyOf } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { rssFaults } from "./schemas/rss-profile.ts";

/** The smallest picture that is one. */
const GIF = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAA=", "base64");

const SHOW = {
  "site.toml": `${SITE_TOML}icon = "logo.gif"
[podcast]
author = "Sea Desk"
owner = { name = "Sea Desk", email = "desk@quay.example" }
image = "cover.gif"
categories = ["News > Daily News", "Science"]
`,
  "logo.gif": GIF,
  "cover.gif": Buffer.concat([GIF, Buffer.from(" ")]),
  "episode.md": `---
date: 2025-06-30T08:30:00Z
enclosures:
  - { url: https://audio.example/1.mp3, length: 48210333, type: audio/mpeg, duration: 3067 }
  - { url: https://audio.example/1.vtt, length: 20333, type: text/vtt }
---
# Tides, read aloud

An hour of tide tables.
`,
};

describe("a site that is a show", () => {
  test("tells directories all that they ask for, in valid RSS", () => {
    const text = bodyOf(bakeFolder(contentFolder(SHOW)), "/rss.xml");
    expect(rssFaults(text)).toEqual([]);
    const feed = parseRssFeed(text);
    expect(feed.itunes).toMatchObject({
      author: "Sea Desk",
      owner: { name: "Sea Desk", email: "desk@quay.example" },
      explicit: false,
      type: "episodic",
      image: expect.stringMatching(/^https:\/\/quay\.example\/media\/[0-9a-f]{20}\.gif$/),
      categories: [{ text: "News", categories: [{ text: "Daily News" }] }, { text: "Science" }],
    });
    expect(feed.podcast?.guid).toBe(podcastGuid("quay.example,2025"));
    expect(feed.image?.url).toMatch(/^https:\/\/quay\.example\/media\/[0-9a-f]{20}\.gif$/);
    const [episode] = feed.items ?? [];
    expect(episode?.itunes).toMatchObject({ duration: 3067 });
    expect(episode?.enclosures).toEqual([
      { url: "https://audio.example/1.mp3", length: 48210333, type: "audio/mpeg" },
    ]);
    expect(episode?.podcast?.transcripts).toEqual([
      { url: "https://audio.example/1.vtt", type: "text/vtt", language: "en" },
    ]);
  });

  test("has its words in the site's feed alone", () => {
    const site = bakeFolder(contentFolder({ ...SHOW, "sea/b.md": "# Two\n\nText.\n" }));
    expect(bodyOf(site, "/sections/sea/rss.xml")).not.toContain("<itunes:author>");
  });

  test("keeps its guid through every change of domain, and may name one of its own", () => {
    const guid = "6d0f3b0e-3c1a-5a6e-9a55-5f8f3a4c2b10";
    const own = { ...SHOW, "site.toml": `${SHOW["site.toml"]}guid = "${guid}"\n` };
    expect(bodyOf(bakeFolder(contentFolder(own)), "/rss.xml")).toContain(
      `<podcast:guid>${guid}</podcast:guid>`,
    );
    const moved = {
      ...SHOW,
      "site.toml": SHOW["site.toml"].replace("https://quay.example", "https://mole.example"),
    };
    expect(bodyOf(bakeFolder(contentFolder(moved)), "/rss.xml")).toContain(podcastGuid("quay.example,2025"));
  });

  test("whose picture is not there says so", () => {
    const { "cover.gif": _, ...files } = SHOW;
    expect(bakeFolder(contentFolder(files)).problems).toEqual([
      expect.objectContaining({
        file: "site.toml",
        message: expect.stringContaining('cover.gif as "podcast.image"'),
      }),
    ]);
  });
});

test("podcast:guid is UUID version 5 of the feed's address in the namespace of podcasts, whatever the year", () => {
  // Python: uuid.uuid5(UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6"), "quay.example/rss.xml")
  expect(podcastGuid("quay.example,2025")).toBe("d3733857-a122-5cfa-a4b2-c0f80dceef76");
  expect(podcastGuid("quay.example,2026")).toBe("d3733857-a122-5cfa-a4b2-c0f80dceef76");
});
