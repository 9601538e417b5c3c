import { expect, test } from "vitest";
import { RememberedSource } from "../../src/article/remembered-source.ts";
import type { Source } from "../../src/article/source.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { must, pathOf } from "../bake/values.ts";
import { rememberedBut } from "./remembered.ts";

const TEXT = `---
title: Tide
date: 2025-06-01
updated: 2025-06-02
expires: 2030-01-01
tags: [sea]
authors: [Ann]
section: harbour
slug: high
id: urn:quay:1
aliases: [/old]
permalink: /high
lead: true
correction: Not so.
image: boat.svg
enclosures: [{ url: "https://quay.example/a.mp3", length: 1, type: audio/mpeg }]
season: 1
---
See [it](lock.md), and:

\`\`\`js
high()
\`\`\`
`;

const { article: parsed } = parseArticle({ path: pathOf("tide.md"), bytes: Buffer.from(TEXT) }, siteWith());
const whole: Source = { ...sourceOf(must(parsed, "the article")), words: "words", dialectDigest: "other" };

function remembered(read: () => Source = () => whole): RememberedSource {
  const { path, title, section, tags, authors, language, visibility } = whole;
  const told = { path, title, section, tags, authors, language, visibility };
  return new RememberedSource(rememberedBut(told), read);
}

test("a source says all that its file says, though that is read when it is asked for", () => {
  const source = remembered();
  const names = Object.keys(whole) as (keyof Source)[];
  expect(names.length).toBeGreaterThan(25);
  for (const name of names) expect([name, source[name]]).toEqual([name, whole[name]]);
});

test("what lists need is there; all else is read once", () => {
  let reads = 0;
  const source = remembered(() => {
    reads += 1;
    return whole;
  });
  expect([source.path, source.title, source.section, source.tags, source.authors]).toEqual([
    whole.path,
    "Tide",
    "harbour",
    ["sea"],
    whole.authors,
  ]);
  expect([source.language, source.visibility, source.page, source.draft, reads]).toEqual([
    "en",
    "listed",
    false,
    false,
    0,
  ]);
  expect([source.digest, source.summary, source.whole()]).toEqual([whole.digest, whole.summary, whole]);
  expect(reads).toBe(1);
});
