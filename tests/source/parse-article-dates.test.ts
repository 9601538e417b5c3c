import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

function parse(path: string, text: string, timezone = "UTC") {
  const file = { path: path as ContentPath, bytes: new TextEncoder().encode(text) };
  return parseArticle(file, { ...site, timezone });
}

/** The document whose head names this date. */
function dated(date: string): string {
  return `<html><head><meta name="date" content="${date}"></head><body><p>Text.</p></body></html>`;
}

describe("the date of publication", () => {
  test.for([
    {
      rule: "front matter comes first",
      path: "2025-01-01-a.md",
      text: "---\ndate: 2025-02-02\npermalink: /2025/03/03/a/\n---\nText.",
      day: "2025-02-02",
    },
    {
      rule: "then the file's name",
      path: "2025-01-01-a.md",
      text: "---\npermalink: /2025/03/03/a/\n---\nText.",
      day: "2025-01-01",
    },
    {
      rule: "then the permalink",
      path: "a.html",
      text: `---\npermalink: /2025/03/03/a/\n---\n${dated("2025-05-05")}`,
      day: "2025-03-03",
    },
    { rule: "then the head of the document", path: "a.html", text: dated("2025-05-05"), day: "2025-05-05" },
    {
      rule: "then the dateline",
      path: "a.txt",
      text: "Head\nPARIS, April 4, 2025 (QNS) - Text.",
      day: "2025-04-04",
    },
  ])("$rule", ({ path, text, day }) => {
    const { article, problems } = parse(path, text);
    expect(article?.published).toEqual({ kind: "instant", at: Date.parse(day) / 1000 });
    expect(problems).toEqual([]);
  });

  test.for([
    { rule: "front matter in YAML", path: "a.md", text: "---\ndate: 2025-07-01 00:00\n---\nA" },
    { rule: "front matter in TOML", path: "a.md", text: "+++\ndate = 2025-07-01T00:00:00\n+++\nA" },
    { rule: "the file's name", path: "2025-07-01-a.md", text: "A" },
    { rule: "the dateline", path: "a.txt", text: "Head\nPARIS, July 1, 2025 (QNS) - Text." },
  ])("without an offset is read in the site's zone: $rule", ({ path, text }) => {
    expect(parse(path, text, "Europe/Paris").article?.published).toEqual({
      kind: "instant",
      at: Date.parse("2025-06-30T22:00:00Z") / 1000,
    });
  });

  test("is not there where nothing tells it", () => {
    expect(parse("a.txt", "Head\nText.")).toMatchObject({ article: { published: null }, problems: [] });
    expect(parse("a.txt", "Head\nPARIS (QNS) - Text.")).toMatchObject({
      article: { published: null, place: "PARIS" },
      problems: [],
    });
  });

  test.for([
    { rule: "a file's name", path: "2025-02-31-a.md", text: "Text.", named: "2025-02-31" },
    { rule: "a permalink", path: "a.md", text: "---\nurl: /2025/02/31/a/\n---\nText.", named: "2025-02-31" },
    { rule: "the head of a document", path: "a.html", text: dated("soon"), named: "soon" },
  ])("is not there where $rule has no day, with a warning", ({ path, text, named }) => {
    expect(parse(path, text)).toMatchObject({
      article: { published: null, suggestedSlug: "a" },
      problems: [
        {
          file: path,
          line: null,
          severity: "warning",
          message: `is dated ${named}, which is not a real day; correct the file name or add a date: field`,
        },
      ],
    });
  });

  test("is that of the dateline where the file's name has no day", () => {
    expect(parse("2025-02-31-a.txt", "Head\nPARIS, April 4, 2025 (QNS) - Text.")).toMatchObject({
      article: { published: { kind: "instant", at: Date.parse("2025-04-04") / 1000 } },
      problems: [{ severity: "warning" }],
    });
  });

  test.for([
    { day: "Feb 29", month: 2, date: 29 },
    { day: "December 31", month: 12, date: 31 },
  ])("has no year where the dateline has none: $day", ({ day, month, date }) => {
    expect(parse("a.txt", `Head\nPARIS, ${day} (QNS) - Text.`)).toMatchObject({
      article: { published: { kind: "yearless", month, day: date } },
      problems: [],
    });
  });

  test.for(["Feb 31", "Feb 30, 2024", "Feb 29, 2025"])(
    "cannot be %s: a dateline with such a day is an error with its line",
    (day) => {
      const { article, problems } = parse(
        "a.txt",
        `---\ntags: x\n---\n\nHead\n\nPARIS, ${day} (QNS) - Text.`,
      );
      expect(article).toBeNull();
      expect(problems).toEqual([
        {
          file: "a.txt",
          line: 7,
          severity: "error",
          message: "the dateline names a day that does not exist; correct it or add a date: field",
        },
      ]);
    },
  );
});
