import { describe, expect, test } from "vitest";
import { TextLines } from "../../src/source/text/text-lines.ts";

/** What is gathered of a text whose blocks are written `<p>`, `</p>`, and whose breaks `<br>`. */
function gather(html: string) {
  const lines = new TextLines();
  for (const [, end, name, text] of html.matchAll(/<(\/?)(\w+)>|([^<]+)/g)) {
    if (text !== undefined) lines.add(text);
    else if (name === "br") lines.breakLine();
    else if (end === "/") lines.endBlock(name ?? "");
    else lines.beginBlock(name ?? "");
  }
  return lines.read();
}

describe("the text of an article", () => {
  test.for([
    { name: "one line a block", html: "<h2>One</h2><p>Two</p>", text: "One\nTwo" },
    { name: "a line of its own for what stands between blocks", html: "a<p>b</p>c", text: "a\nb\nc" },
    { name: "no line for a block without text", html: "<p>a</p><p></p><p> </p><p>b</p>", text: "a\nb" },
    { name: "a line a break", html: "<p>a<br>b</p>", text: "a\nb" },
    { name: "white space folded", html: "<p>a  b\n\tc\u00a0\u2003d</p>", text: "a b c d" },
    { name: "no white space at the head of a line", html: "<p> a b</p>", text: "a b" },
    { name: "no white space at the end of a line", html: "<p>a b </p>", text: "a b" },
    { name: "no line of a no-break space alone", html: "<p>\u00a0</p><p>a</p>", text: "a" },
    { name: "code line by line", html: "<pre>a  b\nc\n\nd</pre>", text: "a b\nc\nd" },
    { name: "code in pieces on one line", html: "<pre>a</pre><pre>b<i>c\nd</pre>", text: "a\nb\nc\nd" },
    { name: "code line by line behind a block in it", html: "<pre><p>a</p>b\nc</pre>", text: "a\nb\nc" },
    { name: "paragraphs behind code in one line", html: "<pre>a</pre><p>b\nc</p>", text: "a\nb c" },
    { name: "nothing", html: "", text: "" },
  ])("has $name", ({ html, text }) => {
    expect(gather(html).text).toBe(text);
  });

  test("joins what is added to one line", () => {
    const lines = new TextLines();
    lines.beginBlock("pre");
    for (const piece of ["a ", "b", "\nc ", "d"]) lines.add(piece);
    expect(lines.read().text).toBe("a b\nc d");
  });
});

describe("the lede", () => {
  test.for([
    { name: "the first paragraph", html: "<h2>One</h2><p>Two</p><p>Three</p>", lede: "Two" },
    { name: "all lines of it", html: "<p>One<br>two<br>three</p>", lede: "One two three" },
    { name: "all of it where a break ends it", html: "<p>One<br></p><p>Two</p>", lede: "One" },
    { name: "all of it where a block stands in it", html: "<p>a<div>b</div>c</p>", lede: "a b c" },
    { name: "the first paragraph with text", html: "<p></p><p> </p><p>One</p>", lede: "One" },
    { name: "no text before the paragraph", html: "before<p>One</p>", lede: "One" },
    { name: "the first line where there is no paragraph", html: "<h2>One</h2><li>Two</li>", lede: "One" },
    { name: "nothing where there is no text", html: "<p></p>", lede: "" },
  ])("is $name", ({ html, lede }) => {
    expect(gather(html).lede).toBe(lede);
  });
});

describe("what a text says first", () => {
  const paragraph = (lines: TextLines, write: () => void, isBoxTitle = false) => {
    lines.beginBlock("p");
    write();
    lines.endBlock("p", isBoxTitle);
  };

  test("has no signs of notes, which the text has", () => {
    const lines = new TextLines();
    paragraph(lines, () => {
      lines.add("The tide");
      lines.addNote("12");
      lines.add(" rises.");
      lines.addNote("*");
    });
    expect(lines.read()).toEqual({
      text: "The tide12 rises.*",
      lede: "The tide rises.",
      notedLede: "The tide12 rises.*",
    });
  });

  test("is no title of a box", () => {
    const lines = new TextLines();
    paragraph(lines, () => lines.add("Note"), true);
    paragraph(lines, () => lines.add("The tide rises."));
    expect(lines.read()).toMatchObject({ lede: "The tide rises.", notedLede: "Note" });
  });

  test("is its first paragraph, below a heading too", () => {
    const lines = new TextLines();
    lines.beginBlock("h2");
    lines.add("Tides");
    lines.endBlock("h2");
    paragraph(lines, () => lines.add("The tide rises."));
    expect(lines.read()).toMatchObject({ lede: "The tide rises.", notedLede: "The tide rises." });
  });
});

describe("a greeting or a label is not what a text says first", () => {
  test.for([
    "Hello",
    "Hello all",
    "Dear readers.",
    "À faire :",
    "Liebe Leserinnen und Leser!",
    "Lieber Karl!",
    "Chers amis !",
    "Chère Ana !",
    "Queridos amigos!",
    "Querida Ana!",
    "Olá a todos!",
    "Cari lettori!",
    "Witaj!",
    "Witajcie!",
    `Hello${" a".repeat(27)}!`,
  ])("as %s", (opening) => {
    expect(gather(`<p>${opening}</p><p>The tide rises.</p>`)).toMatchObject({
      lede: "The tide rises.",
      notedLede: opening,
    });
  });

  test.for([
    "The keeper says hello!",
    "Hello. The tide rises.",
    "Hello, who is it?",
    "Hellos are short!",
    `Hello${" a".repeat(27)} b`.padEnd(61, "!"),
  ])("unlike %s", (sentence) => {
    expect(gather(`<p>${sentence}</p><p>The tide rises.</p>`).lede).toBe(sentence);
  });
});
