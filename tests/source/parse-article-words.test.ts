import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { isArticlePath, parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const defaults = readSiteSettings(null, "quay", new FileProblems("site.toml"));
const site = { ...defaults, language: "en-IE" };

function parse(path: string, content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return parseArticle({ path: path as ContentPath, bytes }, site);
}

/** A document with this in its head. */
function html(head: string, lang = ""): string {
  return `<html${lang}><head>${head}</head><body><p>Text.</p></body></html>`;
}

test.for([
  { path: "a.txt", is: true },
  { path: "world/a.md", is: true },
  { path: "a.markdown", is: true },
  { path: "a.HTML", is: true },
  { path: "a.htm", is: true },
  { path: "a.jpg", is: false },
  { path: "a", is: false },
  { path: "a.constructor", is: false },
  { path: "index.md", is: false },
  { path: "lock/index.md", is: true },
  { path: "my-index.md", is: true },
  { path: "index.en.md", is: false },
  { path: "index.b/a.md", is: true },
  { path: "_index.md", is: false },
  { path: "world/_index.md", is: false },
  { path: "world/my_index.md", is: true },
  { path: "_index.b/a.md", is: true },
])("$path holds an article: $is", ({ path, is }) => expect(isArticlePath(path)).toBe(is));

describe("the title of an article", () => {
  test.for([
    {
      rule: "of front matter comes first",
      path: "a.md",
      text: "---\ntitle: Tea \n  time\n---\n# Rain",
      title: "Tea time",
    },
    { rule: "is the heading else", path: "a.md", text: "# Rain\n\nText.", title: "Rain" },
    {
      rule: "is that of the document's head else",
      path: "a.html",
      text: html("<title>Rain  falls</title>"),
      title: "Rain falls",
    },
    {
      rule: "is the file's name else",
      path: "sea/2025-07-01-rain-falls.md",
      text: "Text.",
      title: "Rain falls",
    },
    {
      rule: "is the file's name where that of front matter cannot be printed",
      path: "rain.md",
      text: '---\ntitle: "\\0"\n---\nText.',
      title: "Rain",
    },
    {
      rule: "is the headline where that of front matter cannot be printed",
      path: "a.txt",
      text: '---\ntitle: "\\0"\n---\nRain\nText.',
      title: "Rain",
    },
  ])("$rule", ({ path, text, title }) => {
    expect(parse(path, text).article?.title).toBe(title);
  });
});

describe("an empty file", () => {
  const EMPTY = {
    file: "a.md",
    line: null,
    severity: "error",
    message: "is empty; write a headline and a paragraph, or remove the file",
  };

  test("is an error, also behind a warning", () => {
    expect(parse("a.md", Uint8Array.of(0xff, 0xfe))).toEqual({
      article: null,
      problems: [{ ...EMPTY, severity: "warning", message: expect.stringContaining("UTF-16") }, EMPTY],
      asides: [],
    });
  });

  test("is not told of where front matter that cannot be read may have held the title", () => {
    const { article, problems } = parse("a.md", "---\ndate: Created\ntitle: 7.5\n---\n");
    expect(article).toBeNull();
    expect(problems.map(({ severity, line }) => `${severity} ${line}`)).toEqual(["notice 2", "error 3"]);
  });

  test("tells aside what its front matter means", () => {
    expect(parse("a.md", "---\nlayout: post\n---\n").asides).toMatchObject([{ line: 2, severity: "notice" }]);
  });
});

test("a notice or a warning leaves the article", () => {
  const { article, problems } = parse("2025-02-31-a.md", "---\ndate: Created\n---\nText.");
  expect(article).not.toBeNull();
  expect(problems.map(({ severity }) => severity)).toEqual(["notice", "warning"]);
});

test.for([
  {
    rule: "of front matter comes first",
    path: "a.html",
    text: `---\nlang: fr\n---\n${html("", ' lang="de"')}`,
    language: "fr",
  },
  {
    rule: "is that of the document else",
    path: "a.html",
    text: html("", ' lang="pt-br"'),
    language: "pt-BR",
  },
  {
    rule: "is the site's where the document's is none",
    path: "a.html",
    text: html("", ' lang="x y"'),
    language: "en-IE",
  },
  { rule: "is the site's else", path: "a.md", text: "Text.", language: "en-IE" },
])("the language of an article $rule", ({ path, text, language }) => {
  expect(parse(path, text).article?.language).toBe(language);
});

test.for([
  {
    rule: "of front matter comes first",
    path: "a.html",
    text: `---\nsummary: "It\\nrains."\n---\n${html('<meta name="description" content="No.">')}`,
    summary: "It rains.",
  },
  {
    rule: "is that of the document's head else",
    path: "a.html",
    text: html('<meta name="description" content="It\nrains.">'),
    summary: "It rains.",
  },
  {
    rule: "is of the first paragraph else",
    path: "a.md",
    text: "# A\n\nIt rains.\n\nStill.",
    summary: "It rains.",
  },
])("the summary of an article $rule", ({ path, text, summary }) => {
  expect(parse(path, text).article?.summary).toBe(summary);
});

test.for([
  { name: "front matter", path: "a.md", text: "---\nauthors: [Ana Holm, Jo Reed, Ana Holm]\n---\nText." },
  { name: "sign-offs", path: "a.txt", text: "Headline\nText.\nAna Holm--QN\nJo Reed--QN\nAna Holm--QN\n" },
])("an author that $name names twice counts once", ({ path, text }) => {
  expect(parse(path, text).article?.authors.map(({ name }) => name)).toEqual(["Ana Holm", "Jo Reed"]);
});
