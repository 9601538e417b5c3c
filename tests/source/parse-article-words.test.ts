import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { isArticlePath, parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/site-settings.ts";
import { FileProblems } from "../../src/source/source-file.ts";

const defaults = readSiteSettings(null, "quay", new FileProblems("site.toml"));
const DESK = { name: "Desk", url: null, email: "desk@quay.example" };
const site = { ...defaults, language: "en-IE", authors: [{ ...DESK, name: "Night desk" }, DESK] };

function parse(path: string, content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return parseArticle({ path: path as ContentPath, bytes }, site);
}

/** The article of Markdown below lines of YAML. */
function article(yaml: string, path = "a.md", text = "Text.") {
  return parse(path, `---\n${yaml}\n---\n${text}`).article;
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
    const { article, problems } = parse("a.md", "---\ndate: Created\ntitle: 7\n---\n");
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

describe("the authors of an article", () => {
  const document = (author: string) => html(`<meta name="author" content="${author}">`);
  test.for([
    {
      rule: "of front matter come first",
      path: "a.html",
      text: `---\nauthor: Ana Holm\n---\n${document("Jo Reed")}`,
      authors: [{ name: "Ana Holm", url: null, email: null }],
    },
    {
      rule: "are those of the document else",
      path: "a.html",
      text: document("Jo \n Reed"),
      authors: [{ name: "Jo Reed", url: null, email: null }],
    },
    { rule: "without a name do not count", path: "a.html", text: document(" "), authors: [] },
    {
      rule: "are as site.toml describes them",
      path: "a.md",
      text: "---\nauthor: Desk\n---\nText.",
      authors: [DESK],
    },
    {
      rule: "keep the address that front matter gives",
      path: "a.md",
      text: "---\nauthor: { name: Desk, email: a@quay.example }\n---\nText.",
      authors: [{ name: "Desk", url: null, email: "a@quay.example" }],
    },
    {
      rule: "keep the URL that front matter gives",
      path: "a.md",
      text: '---\nauthor: { name: Desk, url: "https://quay.example/" }\n---\nText.',
      authors: [{ name: "Desk", url: "https://quay.example/", email: null }],
    },
    { rule: "are nobody else", path: "a.md", text: "Text.", authors: [] },
  ])("$rule", ({ path, text, authors }) => {
    expect(parse(path, text).article?.authors).toEqual(authors);
  });
});

test.for([
  {
    rule: "tags and categories count, each once",
    path: "a.md",
    yaml: "categories: [rain, sea]\ntags: [sea, wind]",
    tags: ["sea", "wind", "rain"],
  },
  {
    rule: "white space in a tag is one space",
    path: "a.md",
    yaml: 'tag: "high \\n water"',
    tags: ["high water"],
  },
  {
    rule: "for Jekyll spaces part tags",
    path: "_posts/a.md",
    yaml: "tags: high  water\ncategory: sea",
    tags: ["high", "water", "sea"],
  },
  {
    rule: "for Jekyll a list has its tags as they are",
    path: "_posts/a.md",
    yaml: "tags: [high water, low water]",
    tags: ["high water", "low water"],
  },
  { rule: "without any there are none", path: "_posts/a.md", yaml: "title: A", tags: [] },
])("the tags of an article: $rule", ({ path, yaml, tags }) => {
  expect(article(yaml, path)?.tags).toEqual(tags);
});

test.for([
  { yaml: "season: 2", episode: { season: 2, number: null, explicit: null, transcripts: [] } },
  { yaml: "episode: 3", episode: { season: null, number: 3, explicit: null, transcripts: [] } },
  { yaml: "explicit: false", episode: { season: null, number: null, explicit: false, transcripts: [] } },
  {
    yaml: "tag: a\ntranscripts: [a.vtt, b.srt]",
    episode: {
      season: null,
      number: null,
      explicit: null,
      transcripts: [
        { target: "a.vtt", line: 3, type: "text/vtt", language: null },
        { target: "b.srt", line: 3, type: "application/x-subrip", language: null },
      ],
    },
  },
  { yaml: "title: A", episode: null },
])("an article is an episode where its front matter tells of one: $yaml", ({ yaml, episode }) => {
  expect(article(yaml)?.episode).toEqual(episode);
});

describe("an article", () => {
  test("says nothing of what nobody told", () => {
    expect(article("title: A")).toEqual({
      path: "a.md",
      title: "A",
      summary: "Text.",
      body: ["<p>Text.</p>"],
      text: "Text.",
      wordCount: 1,
      authors: [],
      agency: null,
      place: null,
      section: null,
      tags: [],
      language: "en-IE",
      image: null,
      published: null,
      updated: null,
      correction: null,
      id: null,
      slug: null,
      suggestedSlug: "a",
      draft: false,
      permalink: null,
      aliases: [],
      enclosures: [],
      episode: null,
      page: false,
      canonical: null,
      extra: {},
    });
  });

  test("says what front matter tells", () => {
    const yaml = [
      "correction: |",
      "  The name",
      "  was wrong.",
      "id: urn:a",
      "slug: rain",
      "permalink: /rain/",
      "aliases: [/old]",
      "agency: QNS",
      "section: world",
      "page: true",
      "updated: 2025-07-01",
      'canonical: "https://quay.example/rain"',
      "layout: post",
    ];
    expect(article(yaml.join("\n"), "sea/a.md")).toMatchObject({
      correction: "The name was wrong.",
      id: "urn:a",
      slug: "rain",
      permalink: "/rain/",
      aliases: ["/old"],
      agency: "QNS",
      section: "world",
      page: true,
      updated: Date.parse("2025-07-01") / 1000,
      canonical: "https://quay.example/rain",
      extra: { layout: "post" },
    });
  });

  test.for([
    { rule: "in _drafts is a draft", path: "_drafts/a.md", yaml: "title: A", draft: true },
    { rule: "in _drafts may say that it is none", path: "_drafts/a.md", yaml: "draft: false", draft: false },
    { rule: "elsewhere may say that it is one", path: "a.md", yaml: "draft: true", draft: true },
  ])("$rule", ({ path, yaml, draft }) => expect(article(yaml, path)?.draft).toBe(draft));

  test.for([
    { rule: "under its name", yaml: "tag: a\nimage: { src: a.jpg, alt: 'A  lock' }", line: 3 },
    { rule: "under another", yaml: "tag: a\nlang: en\nheroImage: { src: a.jpg, alt: 'A  lock' }", line: 4 },
  ])("has a picture with its line, $rule", ({ yaml, line }) => {
    expect(article(yaml)?.image).toEqual({ target: "a.jpg", alt: "A lock", line });
  });

  test("has enclosures with their line", () => {
    const plain = { sizeBytes: null, type: null, durationSeconds: null };
    expect(article("tag: a\naudio: [a.mp3, b.mp3]")?.enclosures).toEqual([
      { ...plain, target: "a.mp3", line: 3 },
      { ...plain, target: "b.mp3", line: 3 },
    ]);
  });

  test.for([
    {
      rule: "a headline of newswire text",
      path: "sea/2025-07-01-a.txt",
      text: "Rain falls\nText.",
      slug: "rain-falls",
    },
    { rule: "the name of another file", path: "sea/2025-07-01-a.md", text: "# Rain falls", slug: "a" },
  ])("has its slug from $rule", ({ path, text, slug }) => {
    expect(parse(path, text).article?.suggestedSlug).toBe(slug);
  });

  test("of newswire text has place, agency and section", () => {
    expect(parse("sea/a.txt", "Head\nPARIS (QNS) - Text.").article).toMatchObject({
      place: "PARIS",
      agency: "QNS",
      section: "sea",
    });
  });
});
