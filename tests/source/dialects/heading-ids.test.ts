import { describe, expect, test } from "vitest";
import { GENERATORS } from "../../../src/article/setting-choices.ts";
import { readDialect } from "./read-dialect.ts";

/** The ids of the headings, in order. */
function idsOf(text: string, generator: Parameters<typeof readDialect>[1] = null, path = "a.md") {
  return [
    ...(readDialect(`# T\n\na\n\n${text}`, generator, path).html ?? "").matchAll(/<h\d id="([^"]*)"/g),
  ].map(([, id]) => id);
}

describe("a heading has an id", () => {
  test.for([
    { name: "of its own", text: "## A b {#c}", ids: ["c"] },
    { name: "of its own in kramdown's way", text: "## A b {: #c .d}", ids: ["c"] },
    { name: "of its own on the next line", text: "## A b\n{: #c}", ids: ["c"] },
    { name: "of its own under a line", text: "A b {#c}\n---", ids: ["c"] },
    { name: "of its own in a quote", text: "> ## A {#c}", ids: ["c"] },
    { name: "of its text", text: "## What's *new*, `x`?", ids: ["whats-new-x"] },
    { name: "of its text in any script", text: "## Öl & 港口", ids: ["öl--港口"] },
    { name: "of its text with a link", text: "## See [this *one*](/x) now", ids: ["see-this-one-now"] },
    { name: "with a number where it is the second", text: "## A\n\n## A\n\n## A", ids: ["a", "a-1", "a-2"] },
    { name: "other than the numbered ones", text: "## A\n\n## A\n\n## A 1", ids: ["a", "a-1", "a-1-1"] },
    { name: "other than a written one further down", text: "## A\n\n## B {#a}", ids: ["a-1", "a"] },
    { name: "other than that of any element", text: '## A\n\n<p id="a">b</p>', ids: ["a-1"] },
    {
      name: "other than those of every page",
      text: "## Text\n\n## Footnote label",
      ids: ["text-1", "footnote-label-1"],
    },
    { name: "other than those of every page, though written", text: "## A {#text}", ids: ["text-1"] },
    { name: "where nothing of its text can stand in one", text: "## !?", ids: ["section"] },
    { name: "without its classes", text: "## A {.b}", ids: ["a"] },
  ])("$name", ({ text, ids }) => {
    expect(idsOf(text)).toEqual(ids);
    expect(readDialect(`# T\n\na\n\n${text}`).html).not.toMatch(/[{}]/);
  });

  test.for([
    { generator: "jekyll", id: "whats-new_in--20" },
    { generator: "hugo", id: "whats-new_in--20" },
    { generator: "eleventy", id: "whats-new-in-2-0" },
    { generator: "astro", id: "whats-new_in--20" },
    { generator: "zola", id: "whats-new-in-2-0" },
    { generator: "gatsby", id: "whats-new_in--20" },
    { generator: "docusaurus", id: "whats-new_in--20" },
  ] as const)("by the rule of $generator", ({ generator, id }) => {
    expect(idsOf("## What's New_in + 2.0", generator)).toEqual([id]);
    expect(GENERATORS).toContain(generator);
  });

  test.for(["{#}", "{b}", "{# b}", "`{#b}`"])("and %s behind it is text", (mark) => {
    expect(readDialect(`a\n\n## A ${mark}`).text).toContain(mark.replaceAll("`", ""));
  });

  test("and a hard space before it is a heading with an id in a generator's folder, and else text", () => {
    const text = "a\n\n##\u00a0The gates {#b}";
    expect(readDialect(text, "gatsby").html).toContain('<h2 id="b">The gates</h2>');
    expect(readDialect(text).text).toContain("{#b}");
  });

  test("in HTML too, where an id stands already", () => {
    expect(idsOf('<h2 id="x">A</h2><h2>B</h2>', null, "a.html")).toEqual(["x", "b"]);
  });
});

describe("a link within the article", () => {
  test.for([
    { name: "to an id", link: "#b", target: "#b" },
    { name: "to an anchor's name", link: "#n", target: "#n" },
    { name: "by another rule's id", link: "#The--Gates_of", target: "#the-gates-of" },
    { name: "by a numbered id that is not there", link: "#the-gates-of-1", target: "#the-gates-of" },
    { name: "to a heading with a picture, in words", link: "#crabs-crab", target: "#crabs-" },
    { name: "to the title", link: "#t", target: "#top" },
    { name: "to the top", link: "#top", target: "#top" },
    { name: "to nothing", link: "#", target: "#" },
    { name: "to a passage", link: "#:~:text=a", target: "#:~:text=a" },
    { name: "in percent signs", link: "#%C3%B6l", target: "#%C3%B6l" },
  ])("$name leads there", ({ link, target }) => {
    const text = `# T\n\n[x](${link})\n\n## B\n\n## The gates of\n\n## Crabs 🦀\n\n## Öl\n\n<a name="n"></a>`;
    const { html, told } = readDialect(text);
    expect(html).toContain(`<a href="${target}">x</a>`);
    expect(told).toEqual([]);
  });

  test.for([
    { name: "by its file", link: "./lock.md#gates" },
    { name: "by its path", link: "@/news/lock.md#gates" },
  ])("$name leads there, in a generator's folder", ({ link }) => {
    const text = `[x](${link}) [y](tide.md#gates) [z](${link}-no)\n\n## Gates`;
    expect(readDialect(text, "zola", "news/lock.md")).toMatchObject({
      html: '<p><a href="#gates">x</a> <a href="tide.md#gates">y</a> <a>z</a></p>\n<h2 id="gates">Gates</h2>',
      told: [expect.stringContaining('1: links to "#gates-no", which is no place')],
    });
    expect(readDialect(text, null, "news/lock.md").html).toContain(`<a href="${link}">x</a>`);
  });

  test("to the page's own id leads to the heading that asked for it", () => {
    expect(readDialect("[x](#text)\n\n## Text").html).toContain('<a href="#text-1">x</a>');
  });

  test("that leads nowhere is told once, and stays as text", () => {
    const { html, told } = readDialect("a\n\n[x *y*](#no) [z](#no)");
    expect(html).toBe("<p>a</p>\n<p><a>x <em>y</em></a> <a>z</a></p>");
    expect(told).toEqual([
      '3: links to "#no", which is no place in the article, so its text stays without a link; write the id that a heading has, or {#id} behind it',
    ]);
  });
});
