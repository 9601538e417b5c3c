import { describe, expect, test } from "vitest";
import { readDialect } from "./read-dialect.ts";

const MATH = "---\nmath: true\n---\n";
const square = '<math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math>';
const shown = square.replace(">", ' display="block">');

describe("a formula", () => {
  test.for([
    { name: "between dollars", text: `${MATH}a $a^2$ b`, html: `<p>a ${square} b</p>` },
    { name: "in round brackets", text: `${MATH}a \\(a^2\\) b`, html: `<p>a ${square} b</p>` },
    { name: "in two backslashes", text: `${MATH}a \\\\(a^2\\\\) b`, html: `<p>a ${square} b</p>` },
    { name: "in square brackets", text: `${MATH}\\[a^2\\]`, html: `<p>${shown}</p>` },
    { name: "on lines of its own", text: "$$\na^2\n$$", html: `<p>${shown}</p>` },
    { name: "in a sentence", text: "a $$a^2$$ b", html: `<p>a ${square} b</p>` },
    { name: "with marks of Markdown", text: `${MATH}$a_b*c_d*$`, html: null },
    { name: "in a quote", text: "> $$\n> a^2\n> $$", html: `<blockquote>\n<p>${shown}</p>\n</blockquote>` },
    { name: "in MDX", text: "$$a^{2}$$", path: "a.mdx", html: `<p>${shown.replace("a^2", "a^{2}")}</p>` },
  ])("$name is MathML", ({ text, path, html }) => {
    const read = readDialect(text, null, path);
    if (html !== null) expect(read.html).toBe(html);
    expect(read.html).toContain("<math ");
    expect(read.html).not.toContain("$");
    expect(read.told).toEqual([]);
  });

  test("is TeX in title, summary, text, alternatives and ids", () => {
    const read = readDialect(`${MATH}# On $a^2$\n\nSee $a^2$.\n\n![of $a^2$](b.png)\n\n## By $a^2$`);
    expect(read).toMatchObject({ title: "On a^2", summary: "See a^2.", text: "See a^2.\nBy a^2" });
    expect(read.html).toContain('alt="of a^2"');
    expect(read.html).toContain('<h2 id="by-a2">');
  });

  test.for([
    { name: "money", text: `${MATH}$5 and $6, or US$7 and A$8` },
    { name: "a single dollar", text: `${MATH}a $b` },
    { name: "dollars without a word of the front matter", text: "a $a^2$ b" },
    { name: "pairs of dollars without TeX", text: "from $$ to $$ a night" },
  ])("$name is none", ({ text }) => {
    expect(readDialect(text).html).not.toContain("<math");
    expect(readDialect(text).html).toContain("$");
  });

  test("of Jekyll needs no sign of TeX", () => {
    expect(readDialect("a $$x$$ b", "jekyll").html).toBe('<p>a <math alttext="x"><mi>x</mi></math> b</p>');
  });

  test.for(
    [
      ["math", "katex", "mathjax", "use_math"].map((name) => `${name}: true`),
      ["extra: { math: true }", "params: { katex: true }", "math: { enable: true }"],
    ].flat(),
  )("is announced by %s", (field) => {
    expect(readDialect(`---\n${field}\n---\n$x$`).html).toContain("<math");
  });

  test("that is no TeX stays as code, and is told", () => {
    expect(readDialect(`${MATH}a\n\nb $\\no{x}$`)).toMatchObject({
      html: "<p>a</p>\n<p>b <code>\\no{x}</code></p>",
      told: [
        '6: has a formula that cannot be read ("Unsupported function name: \\no"), so it stays as TeX; correct it',
      ],
    });
  });

  test.for([
    "\\href{javascript:x}{y}",
    "\\includegraphics{a}",
    "\\style{color:red}{x}",
    "\\class{a}{b}",
    "\\id{a}{b}",
    "\\data{a=b}{c}",
  ])("%s neither leads nor loads", (tex) => {
    const { html } = readDialect(`${MATH}a $${tex}$`);
    const tags = html
      ?.replace(/ alttext="[^"]*"/g, "")
      .match(/<[^>]*>/g)
      ?.join("");
    expect(tags).not.toMatch(/href|src=|style=|class=|id=|data-/);
  });
});
