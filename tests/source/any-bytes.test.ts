import { array, assert, constantFrom, oneof, property, string, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSectionFile } from "../../src/source/section-file.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { ANY_SIGN } from "../any-text.ts";
import { runs } from "../runs.ts";
import { forbiddenIn } from "./allowed-tree.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

/** Pieces that front matter and texts are made of, and bytes that none should have. */
const pieces = oneof(
  constantFrom(
    ...'---\n|+++\n|---json\n|{|}|[|]|"|: |= |\n|\r\n|\r|- |\t|title|date|tags|audio|image|permalink|aliases|2025-02-31|2025-07-01|true|null|~|&a |*a |!!js |<<: |>|# '.split(
      "|",
    ),
    ..."PARIS, July 1 (AFP) - |By Ana Holm\n|A.B--NG\n|burs-jd/abc\n|- a -\n|- b\n|1. c\n|<article>|</article>|<title>|<meta name=author content=x>|<html lang=x>".split(
      "|",
    ),
    "\u0000",
    "\ufeff",
    "\ud800",
    "\u2028",
    "é",
    "漢字",
    "[".repeat(3000),
    '{"a":'.repeat(3000),
  ),
  string({ unit: ANY_SIGN, maxLength: 6 }),
);
const textBytes = array(pieces, { maxLength: 25 }).map((parts) => new TextEncoder().encode(parts.join("")));
const anyBytes = oneof(uint8Array({ maxLength: 200 }), textBytes);

describe("whatever bytes a file holds", () => {
  test.for(["a.txt", "a.md", "a.html", "world/_posts/2025-07-01-a.md", "x/index.markdown"])(
    "%s becomes an article that is harmless, or a problem",
    (path) => {
      assert(
        property(anyBytes, (bytes) => {
          const { article, problems } = parseArticle({ path: path as ContentPath, bytes }, site);
          if (article === null) {
            // A text that is no article is told as a notice, one that cannot be read as an error.
            expect(problems.some(({ severity }) => severity !== "warning")).toBe(true);
            return;
          }
          expect(forbiddenIn(article.body)).toEqual([]);
          expect(article.title).not.toBe("");
          expect(article.suggestedSlug).not.toBe("");
          for (const { line } of problems) expect(line === null || line >= 1).toBe(true);
        }),
        runs(1500),
      );
    },
  );

  test("200,000 lines become an article, as any number does", () => {
    const bytes = new TextEncoder().encode("word\n".repeat(200_000));
    expect(parseArticle({ path: "a.txt" as ContentPath, bytes }, site).problems).toEqual([]);
  });

  test("a section file and site.toml never throw", () => {
    assert(
      property(anyBytes, (bytes) => {
        const problems = new FileProblems("a");
        readSectionFile({ path: "a/_index.md" as ContentPath, bytes }, site, problems);
        expect(
          readSiteSettings({ path: "site.toml" as ContentPath, bytes }, "quay", problems).title,
        ).not.toBe("");
      }),
      runs(1500),
    );
  });
});
