import { describe, expect, test } from "vitest";
import { PLAIN } from "../../src/source/dialects/text/dialect.ts";
import { READERS } from "../../src/source/readers.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { htmlOf } from "./allowed-tree.ts";

/** What a reader finds in a text that begins on line 4, its body as HTML, with what is reported. */
function read(extension: string, text: string, title: string | null = null) {
  const problems = new FileProblems("a");
  const reading = READERS[extension]?.({ text, line: 4, title, dialect: PLAIN }, problems) ?? null;
  return { ...reading, isRead: reading !== null, html: htmlOf(reading?.body ?? []), problems: problems.list };
}

/** The lines of the references in a body. */
function lineOfReferences(extension: string, text: string, title: string | null = null) {
  return read(extension, text, title).body?.flatMap((piece) => (typeof piece === "string" ? [] : piece.line));
}

const NOTHING_ELSE = {
  authors: [],
  agency: null,
  dateline: null,
  published: null,
  summary: null,
  language: null,
};

test("Markdown and HTML have two extensions each", () => {
  expect(Object.keys(READERS)).toEqual(["txt", "md", "markdown", "mdx", "html", "htm"]);
  expect([READERS.markdown, READERS.htm]).toEqual([READERS.md, READERS.html]);
});

test.for(["txt", "md", "html"])(
  "%s: an empty text is nothing, but with a title it is an article",
  (format) => {
    expect(read(format, " \n").isRead).toBe(false);
    expect(read(format, " \n", "Head")).toMatchObject({ isRead: true, html: "", text: "" });
  },
);

describe("a newswire text", () => {
  test("becomes HTML, and an address from its title", () => {
    const text =
      "Head\nBy Ana Holm\nPARIS, July 1 (QNS) - A & b.\n- Cross & head -\n* c & d\n* e\n1. f\n2. g\n--KST";
    expect(read("txt", text)).toMatchObject({
      ...NOTHING_ELSE,
      title: "Head",
      html: "<p>A &amp; b.</p>\n<h2>Cross &amp; head</h2>\n<ul>\n<li>c &amp; d</li>\n<li>e</li>\n</ul>\n<ol>\n<li>f</li>\n<li>g</li>\n</ol>",
      text: "A & b.\nCross & head\nc & d\ne\nf\ng",
      lede: "A & b.",
      authors: ["Ana Holm"],
      agency: "KST",
      dateline: { place: "PARIS", month: 7, day: 1, year: null, agency: "QNS", line: 6 },
      slugSource: "title",
      problems: [],
    });
  });

  test.for([
    { name: "does not repeat it", text: "Head\nText.", title: "Head", html: "<p>Text.</p>" },
    {
      name: "does not repeat it below blank lines",
      text: "\n\nHead\nText.",
      title: "Head",
      html: "<p>Text.</p>",
    },
    { name: "has another", text: "Text.", title: "Head", html: "<p>Text.</p>" },
    { name: "begins with the same words", text: "Header.", title: "Head", html: "<p>Header.</p>" },
  ])("below a title in the front matter $name", ({ text, title, html }) => {
    expect(read("txt", text, title)).toMatchObject({ title, html });
  });

  test.for([
    { name: "a headline", text: "Head\n\nPARIS (QNS) - Text.", title: null },
    { name: "the title as its headline", text: "Head\n\nPARIS (QNS) - Text.", title: "Head" },
    { name: "a title in the front matter alone", text: "\n\nPARIS (QNS) - Text.", title: "Head" },
  ])("tells the line of its dateline below $name", ({ text, title }) => {
    expect(read("txt", text, title).dateline).toMatchObject({ line: 6 });
  });

  test("tells the lines of its links", () => {
    const text = "Head\nSee https://quay.example/a.\nSee https://quay.example/b.";
    expect(lineOfReferences("txt", text)).toEqual([5, 6]);
    expect(lineOfReferences("txt", text, "Another")).toEqual([5, 6]);
  });
});

describe("a Markdown text", () => {
  test("becomes HTML, and an address from its file", () => {
    expect(read("md", "# Tea & *rain*\n\nText.\n")).toMatchObject({
      ...NOTHING_ELSE,
      title: "Tea & rain",
      html: "<p>Text.</p>",
      text: "Text.",
      lede: "Text.",
      slugSource: "file",
      problems: [],
    });
  });

  test("holds none of the marks at which other generators cut their summaries", () => {
    const text = "One.\n\n<!--more-->\n\nTwo.\n\n<!-- more -->\n\nThree.";
    expect(read("md", text)).toMatchObject({ html: "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", problems: [] });
  });

  test("keeps three dashes, which begin no front matter any more", () => {
    expect(read("md", "---\na: b\n---\n").text).toBe("a: b");
  });

  test("tells the lines of its links", () => {
    expect(lineOfReferences("md", "[a](a.md)\n\n[b](b.md)")).toEqual([4, 6]);
  });
});

describe("Markdown", () => {
  test("is MDX in a folder of Docusaurus, whatever its extension", () => {
    const text = "import A from 'a';\n\nB {'c'}";
    const read = (dialect: typeof PLAIN) =>
      READERS.md?.({ text, line: 4, title: null, dialect }, new FileProblems("a"))?.text;
    expect(read({ ...PLAIN, generator: "docusaurus" })).toBe("B c");
    expect(read(PLAIN)).toContain("import A");
  });

  test("that nests too much is told with its line, and not read", () => {
    expect(read("md", `a\n\n${"> ".repeat(1001)}b`)).toMatchObject({
      isRead: false,
      problems: [
        {
          line: 6,
          severity: "error",
          message: "nests more than 1,000 quotes and lists inside each other; leave some out",
        },
      ],
    });
  });
});

describe("an HTML file", () => {
  test("becomes an article with what its head says, and an address from its file", () => {
    const text =
      '<html lang="fr"><head><title>Head</title><meta name="author" content="Ana Holm"><meta name="description" content="In short"><meta name="date" content="2025-07-01"></head><body>\n<p>Text.</p>\n</body></html>';
    expect(read("html", text)).toMatchObject({
      ...NOTHING_ELSE,
      title: "Head",
      html: "<p>Text.</p>",
      text: "Text.",
      lede: "Text.",
      authors: ["Ana Holm"],
      published: "2025-07-01",
      summary: "In short",
      language: "fr",
      slugSource: "file",
      problems: [],
    });
  });

  test("may be a fragment, which says nothing else", () => {
    expect(read("html", "<p>Text.</p>")).toMatchObject({
      ...NOTHING_ELSE,
      title: null,
      html: "<p>Text.</p>",
    });
  });

  test("has the time of publication rather than the date", () => {
    const text =
      '<meta name="date" content="2025-07-02"><meta property="article:published_time" content="2025-07-01">';
    expect(read("html", text).published).toBe("2025-07-01");
  });

  test("has its first heading as its title rather than that of its head", () => {
    expect(read("html", "<title>Head</title><main><h1>Rain</h1>Text.</main>").title).toBe("Rain");
  });

  test.for([
    { name: "that of its head", html: "<title>Head</title><main><h2>One</h2>Text.</main>", title: "Head" },
    {
      name: "its first heading",
      html: "<title>Head</title><main><h1>Rain</h1><h2>One</h2></main>",
      title: "Rain",
    },
  ])("has $name as its title in plain HTML too", ({ html, title }) => {
    expect(read("html", html)).toMatchObject({ title, plain: { title } });
  });

  test("without headings says in plain HTML what it says", () => {
    expect(read("html", "<title>Head</title><main>Text.</main>").plain).toBeNull();
  });

  test("tells the lines of its links, wherever its content begins", () => {
    const text = '<a href="b.md">no</a>\n<body><a href="a.md">a</a>\n<a href="b.md">b</a></body>';
    expect(lineOfReferences("html", text)).toEqual([5, 6]);
  });

  test("tells the lines of what is left out of it", () => {
    expect(read("html", "<title>T</title>\n<body>\n<canvas></canvas></body>").problems).toMatchObject([
      { line: 6, message: expect.stringContaining("<canvas>") },
    ]);
  });
});

describe("a first heading", () => {
  test.for([
    {
      name: "is the title",
      html: "<h1>Tea &amp; <em>rain</em></h1>\n<p>a</p>",
      title: "Tea & rain",
      body: "<p>a</p>",
    },
    { name: "may have attributes", html: '<h1 id="x"\nlang=fr>T</h1><p>a</p>', title: "T", body: "<p>a</p>" },
    { name: "may stand on two lines", html: "\n <h1>\nT\n</h1>\n<p>a</p>", title: "T", body: "<p>a</p>" },
    { name: "may be in capitals", html: "<H1>T</H1><p>a</p>", title: "T", body: "<p>a</p>" },
    {
      name: "ends at its own end",
      html: "<h1>T</h1><p>a</p><h1>b</h1>",
      title: "T",
      body: '<p>a</p><h1 id="b">b</h1>',
    },
    { name: "without text is no title", html: "<h1></h1><p>a</p>", title: null, body: "<p>a</p>" },
    {
      name: "behind text is none",
      html: "<p>a</p><h1>T</h1>",
      title: null,
      body: '<p>a</p><h1 id="t">T</h1>',
    },
    {
      name: "of second rank is none",
      html: "<h2>T</h2><p>a</p>",
      title: null,
      body: '<h2 id="t">T</h2><p>a</p>',
    },
  ])("$name", ({ html, title, body }) => {
    expect(read("html", html)).toMatchObject({ title, html: body });
  });

  test("is not repeated where the front matter says the same", () => {
    expect(read("md", "# Tea &amp; rain\n\nText.", "Tea & rain")).toMatchObject({ html: "<p>Text.</p>" });
    expect(read("html", "<h1>Tea</h1>Text.", "Tea")).toMatchObject({ html: "Text." });
  });

  test("stays where the front matter says another", () => {
    expect(read("md", "# Rain\n\nText.", "Tea")).toMatchObject({
      title: null,
      html: '<h1 id="rain">Rain</h1>\n<p>Text.</p>',
    });
    expect(read("html", "<h1>Rain</h1>Text.", "Tea")).toMatchObject({
      title: null,
      html: '<h1 id="rain">Rain</h1>Text.',
    });
  });
});
