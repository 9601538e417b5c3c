import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";

const site = siteWith();
const parse = (path: string, text: string, settings = site) =>
  parseArticle({ path: pathOf(path), bytes: Buffer.from(text) }, settings);

describe("is no article, and told as a notice:", () => {
  test.for([
    { path: "README.md", text: "# The blog\n\nHow to build it.\n" },
    { path: "posts/readme.markdown", text: "---\ntitle: Posts\n---\nText.\n" },
    { path: "README.pt-BR.md", text: "# Blog\n" },
    { path: "README.fr.md", text: "# Blog\n" },
    { path: "LICENSE.txt", text: "MIT\n" },
    { path: "licence.md", text: "MIT\n" },
    { path: "LICENSE.md", text: "---\ntitle: Licence\n---\nMIT\n" },
    { path: "parts/LICENSE.md", text: "MIT\n" },
    { path: "CONTRIBUTING.md", text: "# How\n" },
    { path: "docs/code_of_conduct.md", text: "# Be kind\n" },
    { path: "Changelog.md", text: "# 1.0\n" },
    { path: "robots.txt", text: "User-agent: *\n" },
    { path: "404.md", text: "---\npermalink: /404.html\n---\nNothing here.\n" },
    { path: "404.html", text: "<h1>Gone</h1>" },
    { path: "tags.md", text: "---\ntitle: Tags\nlayout: tags\n---\n" },
    { path: "posts/a.html", text: "---\ntitle: A\ndate: 2025-06-01\n---\n \n" },
    { path: "home.html", text: "---\npermalink: /\n---\n<h1>Home</h1>" },
  ])("$path", ({ path, text }) => {
    const { article, problems } = parse(path, text);
    expect(article === null || article.draft).toBe(true);
    expect(problems.map(({ severity }) => severity)).toEqual(["notice"]);
  });
});

test.for([
  {
    path: "404.html",
    text: "<h1>Gone</h1>",
    says: "is the page of an error, which the site makes itself, and no article",
  },
  {
    path: "README.md",
    text: "# The blog\n",
    says: "is a paper of the repository and no article; give it a date: or a slug: to publish it",
  },
  {
    path: "tags.md",
    text: "---\ntitle: Tags\n---\n",
    says: "has front matter and no text, so it is no article; write a text below to publish it",
  },
  {
    path: "home.html",
    text: "---\npermalink: /\n---\n<h1>Home</h1>",
    says: '"permalink" is "/", where the site has its own front page, so this is no article',
  },
])("what is no article is told why: $path", ({ path, text, says }) => {
  expect(parse(path, text).problems.map(({ message }) => message)).toEqual([says]);
});

describe("is an article:", () => {
  test.for([
    { path: "2025-06-01-readme.md", text: "# Read me\n" },
    { path: "README.md", text: "---\ntitle: Read me\ndate: 2025-06-01\n---\nText.\n" },
    { path: "legal/license.md", text: "---\ntitle: The licence\n---\nText.\n" },
    { path: "changelog.md", text: "---\nslug: changes\n---\nText.\n" },
    { path: "README.md", text: "---\ntitle: Read me\npermalink: /read-me/\n---\nText.\n" },
    { path: "robots.txt.md", text: "# Robots\n" },
    { path: "404.d/tide.md", text: "# Tide\n" },
    { path: "readme-driven-development.md", text: "# A way\n" },
    { path: "news/robots.txt", text: "Robots at the quay\nThey came.\n" },
    { path: "license-plates.md", text: "# Plates\n" },
    {
      path: "a.md",
      text: "---\ntitle: Sound\naudio: https://quay.example/a.mp3\n"
        .concat("---\n")
        .replace("audio: ", "image: "),
    },
    { path: "a.md", text: "---\ntitle: A\nsummary: What it says.\n---\n" },
    { path: "a.txt", text: "A headline alone" },
  ])("$path of $text", ({ path, text }) => {
    const { article, problems } = parse(path, text);
    expect(problems).toEqual([]);
    expect(article).not.toBeNull();
  });
});

describe("a page of an error", () => {
  const text = "---\ntitle: The page of an error\n---\nHow to make one.\n";

  test.for([
    { path: "docs/404.md", generator: "zola", isArticle: true },
    { path: "docs/404.md", generator: "hugo", isArticle: true },
    { path: "404.md", generator: "zola", isArticle: false },
    { path: "de/404.md", generator: "jekyll", isArticle: false },
  ])("$path of $generator: an article: $isArticle", ({ path, generator, isArticle }) => {
    const { article } = parse(path, text, siteWith(`generator = "${generator}"\n`));
    expect(article !== null).toBe(isArticle);
  });
});

describe("a post that is only about a page elsewhere leads there", () => {
  const at = "https://quay.example/lock";

  test.for(["external_url", "externalUrl", "external_link", "externalLink"])("%s", (name) => {
    const { article, problems } = parse("a.md", `---\ntitle: A\n${name}: ${at}\n---\n`);
    expect(problems).toEqual([]);
    expect(article?.redirectTo).toEqual({ target: at, line: 3 });
  });

  test.for([
    { but: "it has a text", fields: `external_url: ${at}`, body: "Text.\n" },
    { but: "it has a summary", fields: `external_url: ${at}\nsummary: About locks.`, body: "" },
    { but: "that is no URL", fields: "external_url: lock", body: "" },
  ])("but not where $but", ({ fields, body }) => {
    const { article } = parse("a.md", `---\ntitle: A\n${fields}\n---\n${body}`);
    expect(article?.redirectTo).toBeUndefined();
  });

  test("redirect_to goes before it", () => {
    const text = `---\nredirect_to: /b\nexternal_url: ${at}\n---\n`;
    const { article } = parse("a.md", text, siteWith('generator = "jekyll"\n'));
    expect(article?.redirectTo).toEqual({ target: "/b", line: 2 });
  });
});

describe("fields that nothing opens", () => {
  test.for([
    { text: "title: A\ndate: 2025-06-01\n---\nText.\n", isTold: true },
    { text: "title: A\ndate: 2025-06-01\n\nText.\n", isTold: true },
    { text: "title: A\n\nText.\n", isTold: false },
    { text: "Note: read this.\nAlso: that.\n", isTold: false },
    { text: "---\ntitle: A\ndate: 2025-06-01\n---\ntitle: B\n\nslug: C\n", isTold: false },
  ])("are told: $text", ({ text, isTold }) => {
    const told = parse("a.md", text).problems.map(
      ({ line, severity, message }) => `${line} ${severity} ${message}`,
    );
    expect(told).toEqual(isTold ? [expect.stringMatching(/^1 warning begins with fields/)] : []);
  });
});

describe("a last change before the publication", () => {
  test.for([
    { matter: "date: 2025-06-02\nupdated: 2025-06-01", isTold: true },
    { matter: "date: 2025-06-02T18:00:00Z\nlastmod: 2025-06-02", isTold: false },
    { matter: "date: 2025-06-02\nlastmod: 2025-06-03", isTold: false },
  ])("is told with its line: $matter", ({ matter, isTold }) => {
    const told = parse("a.md", `---\n${matter}\n---\nText.\n`).problems.map(
      ({ line, severity }) => `${line} ${severity}`,
    );
    expect(told).toEqual(isTold ? ["3 warning"] : []);
  });
});
