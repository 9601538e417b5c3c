import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const defaults = readSiteSettings(null, "quay", new FileProblems("site.toml"));
const DESK = { name: "Desk", url: null, email: "desk@quay.example" };
const site = { ...defaults, language: "en-IE", authors: [{ ...DESK, name: "Night desk" }, DESK] };

function parse(path: string, text: string) {
  return parseArticle({ path: path as ContentPath, bytes: new TextEncoder().encode(text) }, site);
}

/** The article of Markdown below lines of YAML. */
function article(yaml: string, path = "a.md") {
  return parse(path, `---\n${yaml}\n---\nText.`).article;
}

describe("the authors of an article", () => {
  const document = (author: string) =>
    `<html><head><meta name="author" content="${author}"></head><body><p>Text.</p></body></html>`;
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
    {
      rule: "without a name are nobody whom the site knows by a key without letters",
      path: "a.html",
      text: document(" "),
      people: [{ ...DESK, key: "" }],
      authors: [],
    },
    { rule: "are nobody else", path: "a.md", text: "Text.", authors: [] },
  ])("$rule", ({ path, text, people = [], authors }) => {
    const bytes = new TextEncoder().encode(text);
    const known = { ...site, habits: { ...site.habits, people } };
    expect(parseArticle({ path: path as ContentPath, bytes }, known).article?.authors).toEqual(authors);
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
  {
    yaml: "tag: a\nchapters: a.json",
    episode: {
      season: null,
      number: null,
      explicit: null,
      transcripts: [],
      chapters: { target: "a.json", line: 3 },
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
      visibility: "listed",
      canonical: null,
      extra: {},
    });
  });

  test("has no key of what is rarely told", () => {
    const rare = ["expires", "lead", "redirectTo", "addressing", "plain"];
    expect(Object.keys(article("title: A") ?? {}).filter((key) => rare.includes(key))).toEqual([]);
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
      "expires: 2025-08-01",
      "lead: true",
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
      expires: Date.parse("2025-08-01") / 1000,
      lead: true,
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

describe("a page in a folder of a language", () => {
  const french = (path: string) =>
    parseArticle(
      { path: path as ContentPath, bytes: new TextEncoder().encode("# Tide\n\nText.") },
      { ...site, languages: ["fr"] },
    );

  test("is its home page, and no article, where it has no name of its own", () => {
    expect(french("fr/index.md")).toMatchObject({
      article: null,
      problems: [{ severity: "notice", message: "is a home page, not an article; rename it to publish it" }],
    });
  });

  test.for(["fr/tide.md", "fr/blog/index.md", "blog/fr/index.md", "fr/blog/index/index.md", "index.md"])(
    "is an article: %s",
    (path) => {
      expect(french(path)).toMatchObject({ article: { title: "Tide" }, problems: [] });
    },
  );
});

describe("what front matter says of its page", () => {
  test("that it leads elsewhere is told with its line, and its text is nobody's", () => {
    const bytes = new TextEncoder().encode("---\ntitle: Old\nredirect_to: /new/\n---\nText.");
    const jekyll = parseArticle({ path: "a.md" as ContentPath, bytes }, { ...site, generator: "jekyll" });
    expect(jekyll.article).toMatchObject({
      redirectTo: { target: "/new/", line: 3 },
      text: "/new/",
    });
    expect(Object.keys(article("title: Old") ?? {})).not.toContain("redirectTo");
  });

  test.for([
    { yaml: "unlisted: true", visibility: "unlisted" },
    { yaml: "noindex: true", visibility: "unindexed" },
    { yaml: "title: Tide", visibility: "listed" },
  ])("$yaml makes it $visibility", ({ yaml, visibility }) => {
    expect(article(yaml)?.visibility).toBe(visibility);
  });

  test("that it was changed, and no more, dates it by guess", () => {
    expect(article("updated: 2020-01-01")?.published).toEqual({ kind: "guess", at: 1_577_836_800 });
    expect(article("title: Tide")?.published).toBeNull();
  });
});

describe("the language of an article", () => {
  test.for([
    { rule: "of front matter", path: "fr/a.md", yaml: "lang: de\ntag: a", language: "de", note: "Hinweis" },
    { rule: "of its folder", path: "fr/a.md", yaml: "tag: a", language: "fr", note: "Remarque" },
    { rule: "of the site", path: "a.md", yaml: "tag: a", language: "en-IE", note: "Note" },
  ])("$rule is that of the titles of boxes too", ({ path, yaml, language, note }) => {
    const bytes = new TextEncoder().encode(`---\n${yaml}\n---\n> [!NOTE]\n> Text.`);
    const { article } = parseArticle({ path: path as ContentPath, bytes }, { ...site, languages: ["fr"] });
    expect(article).toMatchObject({ language, text: `${note}\nText.` });
  });
});

test("a file that is nested too deeply is told, and stops no other", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect(parse("a.md", `---json\n{"a": ${deep}}\n---\nText.`)).toMatchObject({
    article: null,
    problems: [
      {
        line: null,
        severity: "error",
        message: "cannot be read: it is nested too deeply or has too many parts; write it more simply",
      },
    ],
  });
});
