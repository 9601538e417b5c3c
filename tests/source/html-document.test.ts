import { describe, expect, test } from "vitest";
import { readHtmlDocument } from "../../src/source/html/html-document.ts";

describe("an HTML file's content", () => {
  test.for([
    { name: "article", html: "<body>a<article>b</article>c</body>", content: "b" },
    { name: "article in main", html: "<main>a<article class=x>b</article>c</main>", content: "b" },
    { name: "article behind main", html: "<main>a</main><article>b</article>", content: "b" },
    { name: "main in body", html: "<body>a<main>b</main>c</body>", content: "b" },
    { name: "body", html: "<html><head><title>T</title></head><body>b</body></html>", content: "b" },
    { name: "the first article of several", html: "<article>b</article><article>c</article>", content: "b" },
    {
      name: "an article around others",
      html: "x<article>a<article>b</article><article>c</article>d</article>e",
      content: "a<article>b</article><article>c</article>d",
    },
    {
      name: "an article that others follow, nested",
      html: "<article>a</article><article><article>b</article></article>",
      content: "a",
    },
    { name: "an article that never ends", html: "<article>a<p>b", content: "a<p>b" },
    {
      name: "an article that never ends, though what is around it does",
      html: "<div><article>a</div>b",
      content: "a</div>b",
    },
    { name: "all of a fragment", html: "a<p>b</p>", content: "a<p>b</p>" },
    { name: "nothing", html: "", content: "" },
  ])("is the inside of $name", ({ html, content }) => {
    const read = readHtmlDocument(html);
    expect(read.content).toBe(content);
    expect(html.slice(read.offset).startsWith(content)).toBe(true);
  });

  test("begins behind its tag", () => {
    expect(readHtmlDocument("<body>\n<article id=a>b</article>").offset).toBe(21);
    expect(readHtmlDocument("b").offset).toBe(0);
  });
});

describe("an HTML file's head", () => {
  test.for([
    { name: "the title", html: "<title>A &amp; B</title>text", title: "A & B" },
    { name: "the first title", html: "<title>A</title><svg><title>B</title></svg>", title: "A" },
    { name: "the whole title of a drawing", html: "<svg><title>A <b>B</b> C</title></svg>", title: "A B C" },
    { name: "an empty title", html: "<title></title><title>B</title>", title: "" },
    { name: "no title", html: "<p>A</p>", title: null },
  ])("tells $name", ({ html, title }) => {
    expect(readHtmlDocument(html).title).toBe(title);
  });

  test.for([
    { name: "the language", html: "<html lang=fr><p lang=de>a</p>", language: "fr" },
    { name: "no language of a part", html: "<html><p lang=de>a</p>", language: null },
    { name: "no language of a fragment", html: "<p lang=de>a</p>", language: null },
  ])("tells $name", ({ html, language }) => {
    expect(readHtmlDocument(html).language).toBe(language);
  });

  test.for([
    { name: "by name, in small letters", html: "<meta name=Author content=Ana>", meta: [["author", "Ana"]] },
    {
      name: "by property",
      html: "<meta property=article:published_time content=2025>",
      meta: [["article:published_time", "2025"]],
    },
    {
      name: "by name rather than property",
      html: "<meta name=a property=b content=c>",
      meta: [["a", "c"]],
    },
    {
      name: "the first of several",
      html: "<meta name=a content=b><meta name=a content=c>",
      meta: [["a", "b"]],
    },
    { name: "not without content", html: "<meta name=a><meta name=b content=''>", meta: [] },
    { name: "not without a name", html: "<meta charset=utf-8 content=a><meta name='' content=b>", meta: [] },
    { name: "not of other elements", html: "<a name=author content=x>", meta: [] },
  ])("tells meta elements $name", ({ html, meta }) => {
    expect([...readHtmlDocument(html).meta]).toEqual(meta);
  });
});

describe("an HTML file with more than 2,000 elements inside each other, which is refused later", () => {
  const deep = (depth: number) => "<div>".repeat(depth);
  const metas = "<meta name=a content=b><meta name=c content=d>";

  test("is read no further than to the first of them", () => {
    expect([...readHtmlDocument(deep(1999) + metas).meta.keys()]).toEqual(["a", "c"]);
    expect([...readHtmlDocument(deep(2000) + metas).meta.keys()]).toEqual(["a"]);
  });

  test("has none too many where they are closed", () => {
    expect([...readHtmlDocument("<div></div>".repeat(2001) + metas).meta.keys()]).toEqual(["a", "c"]);
  });

  test("has the content that is inside its article all the same", () => {
    expect(readHtmlDocument(`x<article>${deep(2001)}`)).toMatchObject({ content: deep(2001), offset: 10 });
  });
});
