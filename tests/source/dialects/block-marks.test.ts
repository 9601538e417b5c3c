import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { boxWord } from "../../../src/source/dialects/marks/box-words.ts";
import { readDialect } from "./read-dialect.ts";

const box = (title: string, inside: string) =>
  `<blockquote>\n<p><strong>${title}</strong></p>\n${inside}\n</blockquote>`;

describe("a box without a title is called by its kind", () => {
  test.for([
    { lang: "de", text: ":::note\nA\n:::", title: "Hinweis" },
    { lang: "fr-CA", text: "> [!WARNING]\n> A", title: "Avertissement" },
    { lang: "es", text: "!!! tip\n    A", title: "Consejo" },
    { lang: "fi", text: ":::note\nA\n:::", title: "Note" },
    { lang: "de", text: ":::note Weg\nA\n:::", title: "Weg" },
  ])("$title in $lang", ({ lang, text, title }) => {
    expect(readDialect(`---\nlang: ${lang}\n---\n${text}`).html).toBe(box(title, "<p>A</p>"));
  });

  test("in every language that pages have words in", () => {
    const files = readdirSync(new URL("../../../src/render/words", import.meta.url));
    const languages = files.flatMap((file) => /^([a-z]{2,3})\.ts$/.exec(file)?.[1] ?? []);
    expect(languages).toContain("de");
    for (const language of languages) {
      const names = "note tip info warning caution danger important success question quote".split(" ");
      for (const name of names) expect(boxWord(name, language)).toMatch(/^[\p{Lu}\p{Lo}]/u);
      if (language !== "en") expect(boxWord("warning", language)).not.toBe("Warning");
      expect(boxWord("warning", `${language}-x-quay`)).toBe(boxWord("warning", language));
    }
  });
});

describe("Markdown in an element that asks for it", () => {
  test.for([
    {
      name: "below it",
      text: '<div class="a" markdown="1">\n- [b](https://c.example){:target="_blank"}\n</div>\n\nD',
      html: '<div>\n<ul>\n<li><a href="https://c.example">b</a></li>\n</ul>\n</div>\n<p>D</p>',
    },
    {
      name: "beside it",
      text: "<div markdown=1>A *b*</div>",
      html: "<div>\n<p>A <em>b</em></p>\n</div>",
    },
    {
      name: "inside another",
      text: '<div markdown="block">\nA\n  <div markdown="1">\n  - b\n  </div>\n</div>',
      html: "<div>\n<p>A</p>\n<div>\n<ul>\n<li>b</li>\n</ul>\n</div>\n</div>",
    },
    {
      name: "that says it does not",
      text: '<div markdown="0">\nA *b*\n</div>',
      html: "<div>\nA *b*\n</div>",
    },
    {
      name: "in code",
      text: '```\n<div markdown="1">\n```',
      html: '<pre><code>&lt;div markdown="1"&gt;\n</code></pre>',
    },
  ])("$name", ({ text, html }) => {
    expect(readDialect(text).html?.replace(/\n\s+/g, "\n")).toBe(html);
  });
});

describe("the tag of a word alone on a line", () => {
  const text = "<em>\n  A [b](https://c.example),\n  d.\n</em>\n\nE";

  test("begins a paragraph where kramdown reads it", () => {
    const found = readDialect(text, "jekyll").html?.replace(/\n\s*/g, "\n");
    expect(found).toBe('<p><em>A <a href="https://c.example">b</a>,\nd.\n</em></p>\n<p>E</p>');
  });

  test.for([
    { name: "elsewhere", text, generator: null },
    { name: "in front of another tag", text: "<span>\n<b>A *b*</b>\n</span>", generator: "jekyll" },
    { name: "in front of a list", text: "<b>\n- A *b*\n</b>", generator: "jekyll" },
    { name: "that is of a block", text: "<div>\nA *b*\n</div>", generator: "jekyll" },
  ] as const)("does not $name", ({ text, generator }) => {
    expect(readDialect(text, generator).html).not.toContain("<em>b</em>");
    expect(readDialect(text, generator).html).not.toContain("<a");
  });
});

test("attributes of kramdown go on over the end of a line", () => {
  const text = 'See [A](https://a.example){:\ntarget="_blank"} and *b*{: .c\nid="d"}.';
  expect(readDialect(text, "jekyll").html).toBe(
    '<p>See <a href="https://a.example">A</a> and <em>b</em><span id="d"></span>.</p>',
  );
});

describe("a blank line in a table of HTML", () => {
  const text = "<table>\n  <tr>\n\n    \n      <td>A</td>\n\n  </tr>\n</table>\n\n    <b>code</b>";

  test("is none in front of a tag where kramdown reads it, and code is code behind it", () => {
    const found = readDialect(text, "jekyll").html?.replace(/\n\s*/g, "\n");
    expect(found).toContain("<td>A</td>");
    expect(found).toContain("<pre><code>&lt;b&gt;code&lt;/b&gt;");
  });

  test.for([
    { name: "elsewhere", written: text, generator: null },
    {
      name: "in one that holds Markdown",
      written: text.replace("<table>", '<table markdown="1">'),
      generator: "jekyll",
    },
    { name: "in one with a code of its own", written: text.replace("<tr>", "<pre>"), generator: "jekyll" },
    { name: "in code", written: `\`\`\`\n${text}\n\`\`\``, generator: "jekyll" },
  ] as const)("begins code as in CommonMark $name", ({ written, generator }) => {
    const { html } = readDialect(written, generator);
    expect(html).toContain("&lt;td&gt;A");
    if (written.startsWith("`")) expect(html).toContain("&lt;tr&gt;\n\n");
  });
});

describe("a box", () => {
  test.for([
    { name: ":::", text: ":::note\nA\n:::", html: box("Note", "<p>A</p>") },
    { name: "::: with a title", text: ":::tip My *way*\nA\n:::", html: box("My <em>way</em>", "<p>A</p>") },
    { name: "::: with a label", text: ":::tip[Way]{.x}\nA\n:::", html: box("Way", "<p>A</p>") },
    { name: "::: with spaces", text: '::: warning "Way"\n\nA\n\n:::', html: box("Way", "<p>A</p>") },
    {
      name: "::: inside another",
      text: "::::note\nA\n\n:::tip\nB\n:::\n\n::::",
      html: box("Note", `<p>A</p>\n${box("Tip", "<p>B</p>")}`),
    },
    {
      name: "::: with code that looks like its end",
      text: ":::note\n\n```\n:::\n```\n\n:::",
      html: box("Note", "<pre><code>:::\n</code></pre>"),
    },
    {
      name: "::: in a list",
      text: "1. A\n\n   :::note\n   B\n   :::\n\n2. C",
      html: `<ol>\n<li>\n<p>A</p>\n${box("Note", "<p>B</p>")}\n</li>\n<li>\n<p>C</p>\n</li>\n</ol>`,
    },
    { name: "!!!", text: '!!! note "Way"\n    A\n\nB', html: `${box("Way", "<p>A</p>")}\n<p>B</p>` },
    {
      name: "!!! of several blocks",
      text: "!!! note\n    A\n\n    - b\n",
      html: box("Note", "<p>A</p>\n<ul>\n<li>b</li>\n</ul>"),
    },
    { name: "??? that folds", text: "??? tip\n    A", html: box("Tip", "<p>A</p>") },
    { name: "[!NOTE]", text: "> [!NOTE]\n> A", html: box("Note", "<p>A</p>") },
    { name: "[!WARNING] with a title", text: "> [!WARNING] Way\n> A", html: box("Way", "<p>A</p>") },
    { name: "of a name that is no box", text: ":::columns\nA\n:::", html: "<p>A</p>" },
  ])("$name", ({ text, html }) => {
    expect(readDialect(text).html).toBe(html);
  });

  test("does not begin the summary", () => {
    expect(readDialect(":::note\nFirst.\n:::").summary).toBe("First.");
    expect(readDialect("> [!TIP]\n> First.").summary).toBe("First.");
  });
});

describe("left out", () => {
  test.for([
    { name: "attributes below a paragraph", text: "A\n{: .b}\n\nC", html: "<p>A</p>\n<p>C</p>" },
    { name: "attributes above a paragraph", text: "{: .b}\nA", html: "<p>A</p>" },
    { name: "attributes of a span", text: "*A*{: .b} c", html: "<p><em>A</em> c</p>" },
    { name: "attributes of an item", text: "- {:.b} A", html: "<ul>\n<li> A</li>\n</ul>" },
    {
      name: "attributes without a colon",
      text: "![A](b.png){.c width=5}",
      html: '<p><img src="b.png" alt="A" /></p>',
    },
    { name: "a table of contents", text: "A\n\n[TOC]\n\nB", html: "<p>A</p>\n<p>B</p>" },
    { name: "a table of contents in two brackets", text: "A\n\n[[toc]]", html: "<p>A</p>" },
    { name: "kramdown's table of contents", text: "A\n\n* TOC\n{:toc}\n\nB", html: "<p>A</p>\n<p>B</p>" },
    { name: "a comment", text: "A\n\n{::comment}\nB\n{:/comment}\n\nC", html: "<p>A</p>\n<p>C</p>" },
    { name: "a comment in a line", text: "A {::comment}B{:/} C", html: "<p>A  C</p>" },
    { name: "no Markdown", text: "A {::nomarkdown}<b>B</b>{:/} C", html: "<p>A <b>B</b> C</p>" },
    { name: "options", text: '{::options toc_levels="1" /}\n\nA', html: "<p>A</p>" },
    {
      name: "lines of a fence",
      text: '```js {1,3-4} title="a"\nb\n```',
      html: '<pre><code class="language-js">b\n</code></pre>',
    },
    {
      name: "lines at a language",
      text: "```js{1}\nb\n```",
      html: '<pre><code class="language-js">b\n</code></pre>',
    },
    {
      name: "Pandoc's class",
      text: "```{.js .x}\nb\n```",
      html: '<pre><code class="language-js">b\n</code></pre>',
    },
  ])("$name", ({ text, html }) => {
    expect(readDialect(text).html).toBe(html);
  });

  test.for(["hugo", "zola", "eleventy"] as const)(
    "attributes on a line of their own in a text of %s",
    (generator) => {
      expect(readDialect("A\n{.b}\n\nC", generator).html).toBe("<p>A</p>\n<p>C</p>");
      expect(readDialect("A\n{.b}\n\nC").html).toBe("<p>A\n{.b}</p>\n<p>C</p>");
    },
  );

  test("but an id in attributes is a place", () => {
    expect(readDialect("[x](#b) [y](#c)\n\nA\n{: #b}\n\n*D*{: #c}")).toMatchObject({
      html: '<p><a href="#b">x</a> <a href="#c">y</a></p>\n<p>A<span id="b"></span></p>\n<p><em>D</em><span id="c"></span></p>',
      told: [],
    });
  });
});

test.for([
  ":smile",
  "10:30:45",
  "a:b:c",
  ":no_such_name:",
  "!!! wow",
  "Wow!!!",
  "::: ",
  ":::note without an end",
  "std::mem::swap",
  "a ::: b",
  "costs $$ to $$$",
  "$5 and $6",
  "{#}",
  "{a} and {b}",
  "> [!FOO]\n> a",
  "a: b",
  "a\n:b",
  "[TOC] in a line",
  "import taxes rose",
  "\\{: .a}",
])("%j is text", (text) => {
  const { text: said } = readDialect(`# T\n\n${text}`);
  expect(said?.replace(/\s+/g, " ")).toBe(
    text
      .replace(/^> |\n> ?/g, " ")
      .replace(/[\s\\]+/g, " ")
      .trim(),
  );
});

test.for([
  {
    name: "one after the other",
    text: ":::steps\nA\n\n:::steps\n> B",
    html: "<p>A</p><blockquote><p>B</p></blockquote>",
  },
  { name: "of a known name", text: ":::note\nA", html: "<p>A</p>" },
  { name: "in a sentence", text: "a :::note b", html: "<p>a :::note b</p>" },
])("a generator's container without an end leaves its inside: $name", ({ text, html }) => {
  expect(readDialect(`# T\n\n${text}`, "eleventy").html?.replaceAll("\n", "")).toBe(html);
});

const MARKS = [
  "{: .a}",
  "{::comment}",
  ":::note\nb\n:::",
  "!!! note\n    b",
  "> [!NOTE]",
  "[TOC]",
  ":tada:",
  "$$a^2$$",
  "## A {#b}",
  "T\n: d",
  "<!--more-->",
  "{/* truncate */}",
];

/** Code in every form that Markdown has for blocks of it. */
const BLOCKS: readonly (readonly [name: string, code: (inside: string) => string])[] = [
  ["indented", (inside) => inside.replace(/^/gm, "    ")],
  ["in waves", (inside) => `~~~\n${inside}\n~~~`],
  ["in a language", (inside) => `\`\`\`x\n${inside}\n\`\`\``],
  ["in a quote", (inside) => `> ~~~\n${inside.replace(/^/gm, "> ")}\n> ~~~`],
  ["in an item", (inside) => `- A\n\n  ~~~\n${inside.replace(/^/gm, "  ")}\n  ~~~`],
];

describe.for(BLOCKS)("code %s is not touched", ([, code]) => {
  test.for(MARKS)("%j", (mark) => {
    const { html } = readDialect(`# T\n\nA\n\n${code(mark)}`);
    const inside = /<code[^>]*>([\s\S]*)<\/code>/.exec(html ?? "")?.[1]?.trim();
    expect(inside?.replaceAll("&lt;", "<").replaceAll("&gt;", ">")).toBe(mark);
  });
});

test.for(MARKS.filter((mark) => !mark.includes("\n")))("a span of code is not touched: %j", (mark) => {
  expect(readDialect(`# T\n\nA \`${mark}\` b`).text).toBe(`A ${mark} b`);
});
