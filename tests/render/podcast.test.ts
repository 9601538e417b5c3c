import { parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { podcastGuid } from "../../src/render/channels/podcast-guid.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { rssFaults } from "./schemas/rss-profile.ts";

const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n";
const SUBTITLES = "1\r\n00:00:00,000 --> 00:00:01,000\r\nHi\r\n";

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

  test("has the guid of its feed's address, under the namespace of podcasts (version 5, RFC 9562 §5.5)", () => {
    expect(podcastGuid("quay.example,2025")).toBe("d3733857-a122-5cfa-a4b2-c0f80dceef76");
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

/** An episode whose front matter says this of it, in a show or in another site. */
function bakeEpisode(fields: string, files: Readonly<Record<string, string>> = {}, isShow = true) {
  const settings = isShow ? SHOW["site.toml"] : SITE_TOML;
  const episode = SHOW["episode.md"].replace("---\n", `---\n${fields}\n`);
  return bakeFolder(contentFolder({ ...SHOW, "site.toml": settings, "episode.md": episode, ...files }));
}

function episodesOf(site: ReturnType<typeof bakeFolder>) {
  const text = bodyOf(site, "/rss.xml");
  expect(rssFaults(text)).toEqual([]);
  return parseRssFeed(text).items ?? [];
}

describe("the front matter of an episode", () => {
  test.for([
    { fields: "season: 2\nepisode: 5\nexplicit: true", itunes: { season: 2, episode: 5, explicit: true } },
    { fields: 'season: "2"\nepisodeNumber: "05"', itunes: { season: 2, episode: 5, explicit: undefined } },
    { fields: "episode_number: 7", itunes: { season: undefined, episode: 7, explicit: undefined } },
    { fields: "explicit: clean", itunes: { season: undefined, episode: undefined, explicit: false } },
    { fields: "draft: false", itunes: { season: undefined, episode: undefined, explicit: undefined } },
  ])("$fields reaches the show's feed", ({ fields, itunes }) => {
    const [episode] = episodesOf(bakeEpisode(fields));
    const { season, episode: number, explicit } = episode?.itunes ?? {};
    expect({ season, episode: number, explicit }).toEqual(itunes);
    expect(episode?.itunes?.duration).toBe(3067);
  });

  test("names transcripts, here and elsewhere, each with its type and language (Podcasting 2.0)", () => {
    const fields = `transcripts:
  - words/1.vtt
  - words/1.srt
  - { url: "https://audio.example/1?fr", type: text/html, language: fr }
  - https://audio.example/1.json?v=2`;
    const site = bakeEpisode(fields, { "words/1.vtt": CAPTIONS, "words/1.srt": SUBTITLES });
    expect(site.problems).toEqual([]);
    const [episode] = episodesOf(site);
    expect(episode?.podcast?.transcripts).toEqual([
      {
        url: expect.stringMatching(/^https:\/\/quay.example\/media\/\w+\.vtt$/),
        type: "text/vtt",
        language: "en",
      },
      {
        url: expect.stringMatching(/^https:\/\/quay.example\/media\/\w+\.srt$/),
        type: "application/x-subrip",
        language: "en",
      },
      { url: "https://audio.example/1?fr", type: "text/html", language: "fr" },
      { url: "https://audio.example/1.json?v=2", type: "application/json", language: "en" },
      { url: "https://audio.example/1.vtt", type: "text/vtt", language: "en" },
    ]);
    const served = site.documents.filter(({ key }) => /\.(vtt|srt)$/.test(key));
    expect(served.map(({ representation }) => representation?.metadata.type).sort()).toEqual([
      "application/x-subrip",
      "text/vtt; charset=utf-8",
    ]);
  });

  test("reaches JSON Feed as an extension of ours, which says the same (JSON Feed 1.1, Extensions)", () => {
    const site = bakeEpisode("season: 2\nepisode: 5\nexplicit: false");
    const { items } = JSON.parse(bodyOf(site, "/feed.json"));
    expect(items[0]._feedwright.episode).toEqual({
      season: 2,
      number: 5,
      explicit: false,
      transcripts: [{ url: "https://audio.example/1.vtt", mime_type: "text/vtt", language: "en" }],
    });
    const plain = bakeEpisode("", { "two.md": "---\ndate: 2025-07-01\n---\n# Two\n\nText.\n" });
    expect(JSON.parse(bodyOf(plain, "/feed.json")).items[0]._feedwright).toEqual({ edition: NOW });
  });

  test("a transcript that is an enclosure too is named once", () => {
    const [episode] = episodesOf(bakeEpisode("transcript: https://audio.example/1.vtt"));
    expect(episode?.podcast?.transcripts).toHaveLength(1);
  });

  test("a transcript beside the source is one without a word about its type", () => {
    const text = "---\nenclosures: [words.vtt]\n---\n# Two\n\nText.\n";
    const [, episode] = episodesOf(bakeEpisode("", { "two.md": text, "words.vtt": CAPTIONS })).toReversed();
    expect(episode?.podcast?.transcripts).toMatchObject([{ type: "text/vtt", language: "en" }]);
  });

  test("a transcript that is not there is a warning with its line, and is left out", () => {
    const site = bakeEpisode("transcript: gone.vtt");
    expect(site.problems).toEqual([
      {
        file: "episode.md",
        line: 2,
        severity: "warning",
        message: expect.stringContaining("names gone.vtt, which is neither a file that can be published"),
      },
    ]);
    expect(bodyOf(site, "/rss.xml")).not.toContain("gone.vtt");
  });

  const WRONG = [
    { line: "season: autumn", says: '"season" is "autumn"; write a whole number from 1 on' },
    { line: "episode: 0", says: '"episode" is 0; write a whole number from 1 on' },
    { line: "episode: 1.5", says: '"episode" is 1.5; write a whole number from 1 on' },
    { line: "explicit: maybe", says: '"explicit" is "maybe"; write true or false' },
    { line: "transcript: Good evening.", says: '"transcript" is "Good evening."; write the path of a file' },
    { line: "transcript: https://audio.example/1", says: '"transcript" is "https://audio.example/1"; write' },
  ];

  test.for(WRONG)("$line is an error with its line in a show", ({ line, says }) => {
    const { problems } = readWith(line, SHOW["site.toml"]);
    expect(problems).toEqual([
      { file: "episode.md", line: 2, severity: "error", message: expect.stringContaining(says) },
    ]);
  });

  test.for(WRONG)("$line may mean anything in another site, and nothing here", ({ line }) => {
    const { problems, articles } = readWith(line, SITE_TOML);
    expect(problems).toEqual([]);
    expect(articles[0]?.episode).toBeNull();
  });

  test("says in the feed of a site that is no show how long it lasts, and no more", () => {
    const text = bodyOf(bakeEpisode("season: 2\nexplicit: true", {}, false), "/rss.xml");
    expect(text.match(/<(?:itunes|podcast):\w+/g)).toEqual(["<itunes:duration"]);
  });
});

/** Reads the episode with this line in its front matter. */
function readWith(line: string, settings: string) {
  const folder = contentFolder({
    ...SHOW,
    "site.toml": settings,
    "episode.md": SHOW["episode.md"].replace("---\n", `---\n${line}\n`),
  });
  return readFolder(folder, { drafts: false });
}

test("podcast:guid is UUID version 5 of the feed's address in the namespace of podcasts, whatever the year", () => {
  // Python: uuid.uuid5(UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6"), "quay.example/rss.xml")
  expect(podcastGuid("quay.example,2025")).toBe("d3733857-a122-5cfa-a4b2-c0f80dceef76");
  expect(podcastGuid("quay.example,2026")).toBe("d3733857-a122-5cfa-a4b2-c0f80dceef76");
});
