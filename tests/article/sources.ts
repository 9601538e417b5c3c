import type { ParsedSource } from "../../src/article/source.ts";
import { contentPath } from "../../src/article/values.ts";

/** An article as a source tells it that has a title and a link in its text, but for some fields. */
export function sourceBut(fields: Partial<ParsedSource> = {}): ParsedSource {
  const path = contentPath("lock.md");
  if (path === null) throw new TypeError("no path");
  return {
    path,
    title: "Lock",
    summary: "See the tide.",
    wordCount: 3,
    authors: [],
    agency: null,
    place: null,
    section: null,
    tags: [],
    language: "en",
    page: false,
    visibility: "listed",
    canonical: null,
    body: ['<p>See <a href="', { target: "tide.md", line: 4 }, '">the tide</a>.</p>'],
    text: "See the tide.",
    image: null,
    published: null,
    updated: null,
    correction: null,
    id: null,
    slug: null,
    suggestedSlug: "lock",
    draft: false,
    permalink: null,
    aliases: [],
    enclosures: [],
    episode: null,
    extra: {},
    ...fields,
  };
}
