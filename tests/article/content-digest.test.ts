import { describe, expect, test } from "vitest";
import { contentDigest } from "../../src/article/content-digest.ts";
import type { ParsedSource } from "../../src/article/source.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { absoluteUrl, contentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { sourceBut } from "./sources.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

function digestOf(text: string): string {
  const { article } = parseArticle({ path: "a.md" as ContentPath, bytes: Buffer.from(text) }, site);
  if (article === null) throw new TypeError("no article");
  return contentDigest(article);
}

const RICH = `---
title: Lock
author: A. Marsh
agency: QN
tags: [locks]
image: { src: lock.png, alt: The lock }
enclosure: { url: "https://audio.example/1.mp3", length: 1000, type: audio/mpeg, duration: 60 }
correction: It was noon.
---
See [the tide](tide.md).
`;

const EPISODE = RICH.replace(
  "---\n",
  "---\nseason: 2\nepisode: 5\ntranscript: words.vtt\nchapters: parts.json\n",
);

describe("the digest of what a source says", () => {
  // An article whose digest changes looks edited to every subscriber.
  test.for([
    { name: "a bare article", text: "# Tide\n\nAbout the tide.\n", digest: "RGwZUB5GuhbwmZ868_6bs1" },
    { name: "a rich article", text: RICH, digest: "OXuco6m0pjfONIRat43U-h" },
    { name: "an episode", text: EPISODE, digest: "unZunbCq2wv6xAIqGLFScH" },
  ])("$name has the digest that it had before there were further fields", ({ text, digest }) => {
    expect(digestOf(text)).toBe(digest);
  });

  test.for([
    { name: "where its original stands", line: "canonical: https://mole.example/lock" },
    { name: "the number of an episode", line: "episode: 5" },
    { name: "a transcript", line: "transcript: words.vtt" },
  ])("$name counts", ({ line }) => {
    expect(digestOf(RICH.replace("---\n", `---\n${line}\n`))).not.toBe(digestOf(RICH));
  });
});

describe("what counts for a digest", () => {
  const author = { name: "A. Marsh", url: null, email: null };
  const image = { target: "lock.png", alt: "The lock", line: 3 };
  const enclosure = { target: "1.mp3", line: 5, sizeBytes: 1000, type: "audio/mpeg", durationSeconds: 60 };
  const transcript = { target: "1.vtt", line: 6, type: "text/vtt", language: "en" };
  const chapters = { target: "1.json", line: 7 };
  const episode = { season: 1, number: 2, explicit: false, transcripts: [transcript], chapters };
  const source = sourceBut({ authors: [author], image, enclosures: [enclosure], episode });
  const link = (target: string, line: number, words: string) => [
    '<a href="',
    { target, line },
    `">${words}</a>`,
  ];

  interface Row {
    readonly name: string;
    readonly fields: Partial<ParsedSource>;
  }

  test.for<Row>([
    { name: "the title", fields: { title: "Locks" } },
    { name: "the summary", fields: { summary: "See it." } },
    { name: "the name of an author", fields: { authors: [{ ...author, name: "B. Marsh" }] } },
    { name: "the agency", fields: { agency: "QN" } },
    { name: "the place", fields: { place: "Oslo" } },
    { name: "a tag", fields: { tags: ["locks"] } },
    { name: "the home of a copy", fields: { canonical: absoluteUrl("https://mole.example/") } },
    { name: "a correction", fields: { correction: "It was noon." } },
    { name: "which image it is", fields: { image: { ...image, target: "b.png" } } },
    { name: "the words for an image", fields: { image: { ...image, alt: "A lock" } } },
    { name: "an image that is gone", fields: { image: null } },
    { name: "which enclosure it is", fields: { enclosures: [{ ...enclosure, target: "2.mp3" }] } },
    { name: "how long an enclosure is", fields: { enclosures: [{ ...enclosure, durationSeconds: 61 }] } },
    { name: "an enclosure that is gone", fields: { enclosures: [] } },
    { name: "the season of an episode", fields: { episode: { ...episode, season: 2 } } },
    {
      name: "which transcript it is",
      fields: { episode: { ...episode, transcripts: [{ ...transcript, target: "2.vtt" }] } },
    },
    {
      name: "which chapters it has",
      fields: { episode: { ...episode, chapters: { target: "2.json", line: 7 } } },
    },
    { name: "an episode that is gone", fields: { episode: null } },
    { name: "the text", fields: { body: ["<p>See it.</p>"] } },
    { name: "the words of a link", fields: { body: link("tide.md", 4, "it") } },
  ])("$name counts", ({ fields }) => {
    expect(contentDigest({ ...source, ...fields })).not.toBe(contentDigest(source));
  });

  test("where a link leads counts, and that it is one", () => {
    const bodies = [link("tide.md", 4, "it"), link("ebb.md", 4, "it"), ['<a href="', "tide.md", '">it</a>']];
    const digests = [...bodies, ['<a href="tide.md">it</a>']].map((body) =>
      contentDigest(sourceBut({ body })),
    );
    expect(new Set(digests).size).toBe(4);
  });

  test.for<Row>([
    { name: "where it lies", fields: { path: contentPath("other/lock.md") ?? source.path } },
    { name: "what follows from its folder", fields: { section: "harbour", language: "de", page: true } },
    { name: "the address that it asks for", fields: { slug: "l", permalink: "/l/", aliases: ["/x"] } },
    { name: "what its address is made of", fields: { addressing: { pattern: "/{year}/{slug}" } } },
    { name: "that it is to lead the front page", fields: { lead: true } },
    { name: "the address that it suggests", fields: { suggestedSlug: "locks" } },
    { name: "the id that it asks for", fields: { id: "urn:l" } },
    { name: "that it was a draft", fields: { draft: true } },
    { name: "its dates", fields: { published: { kind: "instant", at: 1000 }, updated: 2000 } },
    { name: "what follows from its body", fields: { text: "See.", wordCount: 1 } },
    { name: "what means nothing here", fields: { extra: { mood: "calm" } } },
    {
      name: "what site.toml says of an author",
      fields: {
        authors: [{ ...author, url: absoluteUrl("https://marsh.example/"), email: "a@marsh.example" }],
      },
    },
    { name: "the line of its image", fields: { image: { ...image, line: 30 } } },
    { name: "the line of an enclosure", fields: { enclosures: [{ ...enclosure, line: 50 }] } },
    {
      name: "the line of its chapters",
      fields: { episode: { ...episode, chapters: { ...chapters, line: 70 } } },
    },
    {
      name: "the line of a transcript",
      fields: { episode: { ...episode, transcripts: [{ ...transcript, line: 60 }] } },
    },
  ])("$name does not count", ({ fields }) => {
    expect(contentDigest({ ...source, ...fields })).toBe(contentDigest(source));
  });

  test("the line of a link does not count", () => {
    const [one, other] = [4, 40].map((line) =>
      contentDigest(sourceBut({ body: link("tide.md", line, "it") })),
    );
    expect(one).toBe(other);
  });

  test("a field without a value does not count: later versions may add some", () => {
    const later = { ...source, mood: null, weather: undefined };
    expect(contentDigest(later)).toBe(contentDigest(source));
  });
});
