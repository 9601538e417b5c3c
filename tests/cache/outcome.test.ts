import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../src/article/source-of.ts";
import { ListPool } from "../../src/cache/list-pool.ts";
import { decodeOutcome, decodeText, encodeOutcome } from "../../src/cache/outcome.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { must, pathOf } from "../bake/values.ts";

const TIDE =
  "---\ntitle: Tide\ntags: [sea]\nauthors: [Ann]\naliases: [/old]\n---\nSee [a](a.md) and [b](b.md), é.\n";

function parse(text: string, name = "tide.md") {
  return parseArticle({ path: pathOf(name), bytes: Buffer.from(text) }, siteWith());
}

function stored(text: string, lists = new ListPool(), name = "tide.md") {
  const { outcomeBytes, textBytes } = encodeOutcome(parse(text, name));
  return { outcome: must(decodeOutcome(outcomeBytes, lists), name), text: decodeText(textBytes) };
}

describe("what became of a file", () => {
  test("comes back as it was written down", () => {
    const { article, problems, asides } = parse(TIDE);
    const { readText: _, ...source } = sourceOf(must(article, "tide.md"));
    const { outcome, text } = stored(TIDE);
    expect(outcome).toEqual({ source: { ...source, words: expect.any(String) }, problems, asides });
    expect(text).toEqual(article && textOf(article));
    expect(text?.pieces).toHaveLength(3);
  });

  test("is known by its words, and by nothing of its text", () => {
    const wordsOf = (text: string) => stored(text).outcome.source?.words;
    expect(wordsOf(TIDE)).toBe(wordsOf(TIDE));
    expect(wordsOf(TIDE)).not.toBe(wordsOf(TIDE.replace("title: Tide", "title: Ebb")));
  });

  test("is only what is wrong with it where it holds no article, and it has no text", () => {
    const bad = "---\ntitle: [\n---\nText.\n";
    const { outcome } = stored(bad);
    expect(outcome.source).toBeNull();
    expect(outcome.problems).toEqual(parse(bad).problems);
    expect(encodeOutcome(parse(bad)).textBytes).toHaveLength(0);
  });

  test("has the very same lists as others that say the same, but for references", () => {
    const lists = new ListPool();
    const [one, other] = ["a.md", "b.md"].map((name) => stored(TIDE, lists, name).outcome.source);
    for (const name of ["authors", "tags", "aliases", "enclosures"] as const) {
      expect(one?.[name], name).toBe(other?.[name]);
    }
    expect(one?.references).toEqual(other?.references);
    expect(one?.references).not.toBe(other?.references);
  });

  test("has the one empty list where it refers to nothing", () => {
    const lists = new ListPool();
    const { references } = must(stored("# Tide\n\nNo link.\n", lists).outcome.source, "tide.md");
    expect(references).toBe(lists.share([]));
  });

  test("is nothing where it cannot be read", () => {
    for (const bytes of ["", "{", "null"])
      expect(decodeOutcome(Buffer.from(bytes), new ListPool())).toBeNull();
  });
});

test.for([
  { name: "no bytes at all", bytes: null, text: null },
  { name: "an empty text", bytes: Buffer.from(""), text: { text: "", pieces: [] } },
  { name: "a text without pieces", bytes: Buffer.from("é"), text: { text: "é", pieces: [] } },
  { name: "pieces, some empty", bytes: Buffer.from("a\0\0b"), text: { text: "a", pieces: ["", "b"] } },
  {
    name: "a part of a buffer",
    bytes: Buffer.from("xx a\0b xx").subarray(3, 6),
    text: { text: "a", pieces: ["b"] },
  },
])("a text is read from $name", ({ bytes, text }) => {
  expect(decodeText(bytes)).toEqual(text);
});
