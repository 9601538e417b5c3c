import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

function parse(path: string, content: string | Uint8Array) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return parseArticle({ path: path as ContentPath, bytes }, site);
}

function htmlOf(path: string, content: string): string | undefined {
  const { article } = parse(path, content);
  return article?.body.map((piece) => (typeof piece === "string" ? piece : `{${piece.target}}`)).join("");
}

describe("parseArticle", () => {
  test("makes paragraphs and crossheads of newswire text, and links of bare URLs", () => {
    expect(htmlOf("a.txt", "Head\nSee https://quay.example/a?b=1&c=2.\n- Cross & head -\nEnd")).toBe(
      '<p>See <a href="{https://quay.example/a?b=1&c=2}">https://quay.example/a?b=1&amp;c=2</a>.</p>\n' +
        "<h2>Cross &amp; head</h2>\n<p>End</p>",
    );
  });

  test("renders Markdown with tables, and takes a heading as the title", () => {
    const { article } = parse(
      "world/2025-07-01-tea.md",
      "# Tea & *rain*\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    );
    expect(article).toMatchObject({
      title: "Tea & rain",
      section: "world",
      suggestedSlug: "tea",
      text: expect.stringContaining("Text."),
    });
    expect(article?.body.join("")).toContain("<table>");
    expect(article?.body.join("")).not.toContain("Tea");
  });

  test.for([
    { name: "a script", markdown: "<script>alert(1)</script>after" },
    { name: "a handler", markdown: '<p onclick="alert(1)">after</p>' },
    { name: "a script URL", markdown: "[after](javascript:alert(1))" },
    { name: "a data document", markdown: "[after](data:text/html,<script>alert(1)</script>)" },
    { name: "a style", markdown: '<p style="position:fixed">after</p><style>p{}</style>' },
    { name: "a frame", markdown: '<iframe src="https://quay.example"></iframe>after' },
  ])("lets no $name through", ({ markdown }) => {
    const html = htmlOf("a.md", `# T\n\n${markdown}\n`) ?? "";
    expect(html).not.toMatch(/script|alert|onclick|style|iframe|data:/i);
    expect(html).toContain("after");
  });

  test("reads front matter in YAML and TOML", () => {
    const yaml = parse(
      "a.md",
      "---\ntitle: Rain\ndate: 2025-07-01T10:00:00+02:00\ntags: [sea, weather]\n---\nText.\n",
    );
    const toml = parse(
      "a.md",
      '+++\ntitle = "Rain"\ndate = 2025-07-01T10:00:00+02:00\ntags = ["sea", "weather"]\n+++\nText.\n',
    );
    const expected = {
      title: "Rain",
      published: { kind: "instant", at: 1_751_356_800 },
      tags: ["sea", "weather"],
    };
    expect(yaml.article).toMatchObject(expected);
    expect(toml.article).toMatchObject(expected);
  });

  test.for([
    {
      name: "a date in words",
      front: "title: A\ndate: yesterday",
      line: 3,
      message: '"date" is "yesterday"; write it as 2024-05-01 or 2024-05-01T09:00:00Z',
    },
    { name: "31 February", front: "date: 2025-02-31", line: 2, message: "2024-05-01T09:00:00Z" },
    {
      name: "an original that is no page on the web",
      front: "title: A\ncanonicalURL: mailto:desk@quay.example",
      line: 3,
      message: '"canonicalURL" is "mailto:desk@quay.example"; write the whole URL of the original',
    },
    {
      name: "a number as a title",
      front: "title: 1.2",
      line: 2,
      message: '"title" is 1.2; put quotation marks round it: "1.2"',
    },
    {
      name: "YAML that breaks off",
      front: "title: A\ntags: [a, b",
      line: 3,
      column: 7,
      message: "no closing ]",
    },
  ])("reports $name with its line", ({ front, line, column, message }) => {
    const { article, problems } = parse("a.md", `---\n${front}\n---\nText.\n`);
    expect(article).toBeNull();
    expect(problems).toEqual([
      {
        file: "a.md",
        line,
        ...(column && { column }),
        severity: "error",
        message: expect.stringContaining(message),
      },
    ]);
  });

  test.for(["canonical", "canonicalURL", "canonicalUrl", "canonical_url"])(
    "reads where the original stands from %s",
    (name) => {
      const { article, problems } = parse("a.md", `---\n${name}: https://mole.example\n---\nText.\n`);
      expect([article?.canonical, problems]).toEqual(["https://mole.example/", []]);
    },
  );

  test("an empty file is a problem, not an article", () => {
    expect(parse("a.txt", "\n")).toMatchObject({
      article: null,
      problems: [{ severity: "error", message: expect.stringContaining("is empty") }],
    });
  });

  test("reads Windows-1252 with a warning", () => {
    const { article, problems } = parse(
      "a.txt",
      Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x0d, 0x0a, 0x93, 0x4f, 0x6b, 0x94]),
    );
    expect(article).toMatchObject({ title: "Café", text: "“Ok”" });
    expect(problems).toMatchObject([
      { severity: "warning", message: expect.stringContaining("Windows-1252") },
    ]);
  });

  test("drops control characters and says where the first one was", () => {
    const { article, problems } = parse("a.txt", "Head\nBad\u0008 text");
    expect(article?.text).toBe("Bad text");
    expect(problems).toMatchObject([
      { line: 2, severity: "warning", message: expect.stringContaining("U+0008") },
    ]);
  });

  test("summarizes in whole sentences, at most 400 characters", () => {
    const sentence = `Word ${"word ".repeat(29).trim()}. `;
    const { article } = parse("a.txt", `Head\n${sentence.repeat(4)}`);
    expect(article?.summary).toBe(sentence.repeat(2).trim());
  });

  test.for([
    { name: "a byte order mark", text: "\ufeffHead\nText.", bytes: null },
    { name: "CRLF", text: "Head\r\nText.\r\n", bytes: null },
    { name: "CR alone", text: "Head\rText.", bytes: null },
    { name: "UTF-16 with a mark", text: "", bytes: Buffer.from("\ufeffHead\nText.", "utf16le") },
  ])("reads a text with $name", ({ text, bytes }) => {
    const { article } = parse("a.txt", bytes ?? text);
    expect(article).toMatchObject({ title: "Head", text: "Text." });
  });

  test("a file with only a headline is an article", () => {
    expect(parse("a.txt", "Head").article).toMatchObject({ title: "Head", text: "", summary: "" });
  });

  test.for([
    { name: "the same title", text: "---\ntitle: Head\n---\nHead\nText.", body: "Text." },
    { name: "another title", text: "---\ntitle: Head\n---\nText.", body: "Text." },
  ])("newswire text below front matter with $name loses nothing", ({ text, body }) => {
    expect(parse("a.txt", text).article).toMatchObject({ title: "Head", text: body });
  });

  test.for([
    {
      name: "the same title is not repeated",
      text: "---\ntitle: Tea & rain\n---\n# Tea & rain\n\nText.",
      html: "<p>Text.</p>",
    },
    {
      name: "another title leaves it",
      text: "---\ntitle: Tea\n---\n# Rain\n\nText.",
      html: '<h1 id="rain">Rain</h1>\n<p>Text.</p>',
    },
    { name: "none makes it the title", text: "# Rain\n\nText.", html: "<p>Text.</p>" },
  ])("a first heading below $name", ({ text, html }) => {
    expect(htmlOf("a.md", text)).toBe(html);
  });

  test.for([
    { name: "words between spaces", text: "one two  three", language: "en", words: 3 },
    { name: "Chinese, as its own segmentation has it", text: "我爱北京", language: "zh", words: 3 },
    { name: "Arabic", text: "ميناء صغير", language: "ar", words: 2 },
  ])("counts $name", ({ text, language, words }) => {
    expect(parse("a.md", `---\ntitle: T\nlang: ${language}\n---\n${text}`).article?.wordCount).toBe(words);
  });

  test.for([
    { title: "Größe & Café", slug: "groesse-and-cafe" },
    { title: "Порт", slug: "port" },
    { title: "日本", slug: "日本" },
    { title: "🎶", slug: "article" },
  ])("makes a slug of $title", ({ title, slug }) => {
    expect(parse("a.txt", `${title}\nText.`).article?.suggestedSlug).toBe(slug);
  });

  test("the text has a line a block, white space folded, and code line by line", () => {
    const markdown =
      "# T\n\nOne\ntwo *three*  \nfour\n\n```\na  b\nc\n```\n\n- x\n- y\n\n| k | l |\n|---|---|\n| m | n |\n";
    expect(parse("a.md", markdown).article?.text).toBe("One two three\nfour\na b\nc\nx\ny\nk\nl\nm\nn");
  });

  test("a summary is never cut inside an entity or a tag, and comes from the first paragraph", () => {
    const markdown = `# T\n\n## Crosshead\n\n${"A & *b* <i>c</i> &lt; d. ".repeat(40)}`;
    const { article } = parse("a.md", markdown);
    expect(article?.summary.length).toBeLessThanOrEqual(400);
    expect(article?.summary).toMatch(/^(?:A & b c < d\. ?)+$/);
  });

  test("endless aliases in YAML are shown short and read fast", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `a${at}: &a${at} [${at === 0 ? "x" : `*a${at - 1}, *a${at - 1}`}]`,
    );
    const { problems } = parse("a.md", `---\n${bomb.join("\n")}\ntitle: *a29\n---\nText.`);
    expect(problems).toMatchObject([
      { severity: "error", message: '"title" is a list; write one text, between quotation marks' },
    ]);
  });

  test("front matter that names fields of objects is data, nothing else", () => {
    const { article } = parse(
      "a.md",
      '---json\n{"__proto__": {"draft": true, "x": "y"}, "constructor": 1, "title": "T"}\n---\nText.',
    );
    expect(article).toMatchObject({ title: "T", draft: false });
    expect(Object.keys(article?.extra ?? {})).toEqual(["__proto__", "constructor"]);
  });
});
