import { describe, expect, test } from "vitest";
import { contentDigest } from "../../src/article/content-digest.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { must, pathOf } from "../bake/values.ts";

function parse(text: string, name = "a.md") {
  const path = pathOf(name);
  return must(parseArticle({ path, bytes: Buffer.from(text) }, siteWith()).article, path);
}

describe("a summary that is cut from a text", () => {
  test.for([
    "Hello everyone!",
    "Hi all,",
    "Dear readers:",
    "Welcome to the quay!",
    "Targets:",
    "What is new in this release:",
    "Liebe Leserinnen und Leser,",
    "Bonjour à tous !",
    "Hej!",
  ])("skips %s", (opening) => {
    expect(parse(`# T\n\n${opening}\n\n- one\n- two\n\nThe lock opens on Tuesday.\n`).summary).toBe(
      "The lock opens on Tuesday.",
    );
  });

  test.for([
    "The lock opens!",
    "Hello, said the keeper, and who are you? Nobody had asked him that before, he says.",
    "Hiking is fun.",
    "Tuesday, then: the lock opens, the water rises, and everybody who waited goes through it at last:",
  ])("keeps %s", (opening) => {
    expect(parse(`# T\n\n${opening}\n\nIt closes on Friday.\n`).summary).toBe(opening);
  });

  test("is the greeting where there is nothing else", () => {
    expect(parse("# T\n\nHello everyone!\n").summary).toBe("Hello everyone!");
  });

  test("is what front matter says, and what an agency begins with", () => {
    expect(parse("---\nsummary: Hello!\n---\n# T\n\nHi all,\n\nText.\n").summary).toBe("Hello!");
    expect(parse("Lock opens\n\nWelcome to Paris!\n\nThe lock is open.\n", "a.txt").summary).toBe(
      "Welcome to Paris!",
    );
  });

  test("edits no article that was published with the greeting", () => {
    const article = parse("# T\n\nHello everyone!\n\nThe lock opens.\n");
    const { plain: _, ...said } = article;
    expect(sourceOf(article).digest).toBe(contentDigest({ ...said, summary: "Hello everyone!" }));
  });
});
