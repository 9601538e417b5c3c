import { describe, expect, test } from "vitest";
import { contentDigest } from "../../src/article/content-digest.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/site-settings.ts";
import { FileProblems } from "../../src/source/source-file.ts";

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

describe("the digest of what a source says", () => {
  // An article whose digest changes looks edited to every subscriber.
  test.for([
    { name: "a bare article", text: "# Tide\n\nAbout the tide.\n", digest: "RGwZUB5GuhbwmZ868_6bs1" },
    { name: "a rich article", text: RICH, digest: "OXuco6m0pjfONIRat43U-h" },
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
