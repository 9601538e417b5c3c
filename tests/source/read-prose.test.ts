import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import type { Dialect } from "../../src/source/dialects/text/dialect.ts";
import { PLAIN } from "../../src/source/dialects/text/dialect.ts";
import { readProse } from "../../src/source/read-prose.ts";
import { LineTable } from "../../src/source/text/line-table.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { htmlOf } from "./allowed-tree.ts";

interface Around extends Partial<Dialect> {
  readonly title?: string;
  readonly path?: string;
  readonly isMdx?: boolean;
}

/** What is read of a text that begins on line 4. */
function read(text: string, { title, path, isMdx = false, ...dialect }: Around = {}) {
  const problems = new FileProblems("a.md");
  const reading = readProse(
    {
      text,
      line: 4,
      title: title ?? null,
      dialect: { ...PLAIN, ...dialect },
      ...(path !== undefined && { path: path as ContentPath }),
    },
    isMdx,
    new LineTable(text, 4),
    problems,
  );
  const plain = reading?.plain ?? null;
  return {
    ...reading,
    isRead: reading !== null,
    html: htmlOf(reading?.body ?? []),
    plain: plain && { ...plain, body: htmlOf(plain.body) },
    problems: problems.list.map(({ line, severity, message }) => ({ line, severity, message })),
  };
}

describe("a text has a plain reading beside its own where that says something else", () => {
  test("which has the marks of a dialect as text, and is made by nothing beside it", () => {
    expect(read("# One\n\n!!! note\n\n    Two\n\nThree\n")).toMatchObject({
      title: "One",
      plain: { title: "One", lede: "!!! note", madeBy: null },
    });
    expect(read("::: tip\nTwo\n:::\n").plain?.body).toBe("<p>::: tip\nTwo\n:::</p>");
  });

  test("which has its heading in the text where another title stands above it", () => {
    const { plain, html } = read("# One\n\nTwo :tada:\n", { title: "Tea" });
    expect(html).toContain("One</h1>");
    expect(plain).toMatchObject({ title: null, body: "<h1>One</h1>\n<p>Two :tada:</p>" });
  });

  test("which has the signs of notes in what it says first", () => {
    expect(read("One[^1]\n\n[^1]: Two <!-- -->")).toMatchObject({ lede: "One", plain: { lede: "One1" } });
  });

  test("which has headings without ids, as the generator of the folder makes them", () => {
    expect(read("One\n\n## Two\n", { generator: "hugo" })).toMatchObject({
      html: '<p>One</p>\n<h2 id="two">Two</h2>',
      plain: { title: null, body: "<p>One</p>\n<h2>Two</h2>", lede: "One", madeBy: "hugo" },
    });
    expect(read("One\n\n## Two\n").plain).toMatchObject({ madeBy: "" });
  });

  test("which has places for the names of links as the text has them", () => {
    expect(read('<a name="two"></a>One\n\n[x](#two)\n')).toMatchObject({
      html: expect.stringContaining('id="two"'),
      plain: { body: expect.not.stringContaining('id="two"'), madeBy: null },
    });
  });

  test.for([
    { name: "that holds no mark", text: "One\n\nTwo [x](b.md)\n" },
    { name: "whose marks are none after all", text: "One `:tada:`\n" },
  ])("and none for a text $name", ({ text }) => {
    expect(read(text)).toMatchObject({ isRead: true, plain: null, problems: [] });
  });

  test("and none for MDX, which is no Markdown", () => {
    expect(read("One {/* two */}\n", { isMdx: true })).toMatchObject({ html: "<p>One</p>", plain: null });
    expect(read("export const a = 'Two';\n\nOne {a}\n", { isMdx: true }).html).toBe("<p>One Two</p>");
  });
});

test("a text of which a dialect makes too much is not read, and told", () => {
  expect(read(`::: tip\n${"> ".repeat(1001)}One\n:::\n`)).toMatchObject({
    isRead: false,
    problems: [
      {
        line: null,
        severity: "error",
        message: "nests more than 1,000 quotes and lists inside each other; leave some out",
      },
    ],
  });
});

describe("a link to a place in the article", () => {
  test.for([
    { name: "a heading", text: "[x](#one)\n\n## One", html: '<a href="#one">x</a>' },
    { name: "the title, which is at the top", text: "# One\n\n[x](#one)", html: '<a href="#top">x</a>' },
    { name: "an element with an id", text: '[x](#a)\n\n<p id="a">One</p>', html: '<a href="#a">x</a>' },
    { name: "one in capitals", text: '[x](#a)\n\n<P ID="a">One</P>', html: '<a href="#a">x</a>' },
  ])("leads to $name", ({ text, html }) => {
    expect(read(text)).toMatchObject({ html: expect.stringContaining(html), problems: [] });
  });

  test("leads to the title that front matter gives, which is at the top", () => {
    expect(read("[x](#tea-time)", { title: "Tea time" }).html).toBe('<p><a href="#top">x</a></p>');
  });

  test("that names its own file is one, in a folder of a generator", () => {
    const text = "[x](tide.md#one)\n\n## One";
    expect(read(text, { generator: "hugo", path: "tide.md" }).html).toContain('href="#one"');
    expect(read(text, { generator: "hugo", path: "lock.md" }).html).toContain('href="tide.md#one"');
    expect(read(text, { generator: "hugo" }).html).toContain('href="tide.md#one"');
    expect(read(text, { path: "tide.md" }).html).toContain('href="tide.md#one"');
  });

  test("that is nowhere is a text, told once with its line", () => {
    expect(read("One\n\n[x](#two)\n\n[y](#two)")).toMatchObject({
      html: "<p>One</p>\n<p><a>x</a></p>\n<p><a>y</a></p>",
      problems: [
        {
          line: 6,
          severity: "warning",
          message:
            'links to "#two", which is no place in the article, so its text stays without a link; write the id that a heading has, or {#id} behind it',
        },
      ],
    });
  });
});

describe("a formula", () => {
  test("is MathML in a text without headings and links", () => {
    expect(read("One $a^2$", { math: true }).html).toContain("<math ");
  });

  test("that cannot be read stays, and is told with its line", () => {
    expect(read("One\n\n$\\no{x}$", { math: true })).toMatchObject({
      html: "<p>One</p>\n<p><code>\\no{x}</code></p>",
      problems: [
        {
          line: 6,
          severity: "warning",
          message: expect.stringMatching(
            /^has a formula that cannot be read \(".+"\), so it stays as TeX; correct it$/,
          ),
        },
      ],
    });
  });
});

test("what stands before the mark of a summary has no signs of notes, however they are written", () => {
  expect(read("One[^12] two\n\n<!--more-->\n\n[^12]: Three").lede).toBe("One two");
});
