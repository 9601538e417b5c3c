import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { cleanBody, readUnchecked } from "../../src/source/html/clean-body.ts";
import { renderMarkdown } from "../../src/source/markdown/markdown.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { ReferenceLines } from "../../src/source/text/reference-lines.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { htmlOf } from "./allowed-tree.ts";
import { bothRoads } from "./both-roads.ts";

/** What becomes of HTML that nobody has looked at, with what is reported. */
function clean(html: string) {
  const problems = new FileProblems("a.md");
  const { body, text, lede } = cleanBody(html, new ReferenceLines(html, 1), problems);
  return { html: htmlOf(body), text, lede, problems: problems.list };
}

describe("clean bodies", () => {
  test.for([
    { name: "clean HTML", html: "<p>a &amp; b</p>", body: "<p>a &amp; b</p>" },
    { name: "HTML that is not quite clean", html: "<P>a & b", body: "<p>a &amp; b</p>" },
    { name: "characters that XML has no room for", html: "<p>a\u0008 &amp; b</p>", body: "<p>a &amp; b</p>" },
    { name: "white space around it", html: "\n <p>a &amp; b</p> \n", body: "<p>a &amp; b</p>" },
    {
      name: "white space around what is not quite clean",
      html: "\n <P>a & b</P>\n",
      body: "<p>a &amp; b</p>",
    },
  ])("are made of $name", ({ html, body }) => {
    expect(clean(html)).toEqual({ html: body, text: "a & b", lede: "a & b", problems: [] });
  });

  test.for([
    { name: "several URLs in one value", html: '<img srcset="a.png 1x" />' },
    { name: "an element that ends its parent", html: "<p><div>a</div></p>" },
    { name: "what looks like a comment inside a URL", html: '<a href="a&lt;!--b">c</a>' },
    { name: "what looks like a comment in a text", html: "<p>&lt;!-- a</p>" },
  ])("leave $name to the sanitizer", ({ html }) => {
    expect(readUnchecked(html, new ReferenceLines(html, 1))).toBeNull();
  });

  test("most Markdown takes the cheap road: all that has no raw HTML", () => {
    const markdown =
      '# A\n\nText & *em* "q" [l](b.md) ![i](a.png "t")  \nbreak\n\n- [x] done\n\n| a |\n|--:|\n| 1 |\n\n```js\na < b\n```\n\n> q[^1]\n\n[^1]: n\n\n---\n\n~~s~~ <https://quay.example/> &copy;\n';
    expect(readUnchecked(renderMarkdown(markdown), new ReferenceLines(markdown, 1))).not.toBeNull();
  });

  test("what has to go is reported once by name, with its line", () => {
    const html = "<p>a</p>\n<script>x</script>\n<form><button>b</button></form>\n<script>y</script>";
    const leftOut = (line: number, name: string) => ({
      file: "a.md",
      line,
      severity: "warning",
      message: `contains <${name}>, which works in no feed, so it was left out; remove it, or put a link in its place`,
    });
    expect(clean(html).problems).toEqual([leftOut(2, "script"), leftOut(3, "form"), leftOut(3, "button")]);
  });

  test.for([
    { name: "a figure", html: '<figure><img src="a.png" alt="A" /><figcaption>B</figcaption></figure>' },
    { name: "a film", html: '<video src="a.mp4" poster="a.png" controls></video>' },
    { name: "sound with sources", html: '<audio controls><source src="a.mp3" type="audio/mpeg" /></audio>' },
    {
      name: "a picture",
      html: '<picture><source srcset="a.webp 1x, b.webp 2x" /><img src="a.png" alt="" /></picture>',
    },
    { name: "a table", html: '<table><tr><th scope="row">a</th><td colspan="2">b</td></tr></table>' },
    { name: "details", html: "<details><summary>a</summary><p>b</p></details>" },
  ])("$name stays as it is", ({ html }) => {
    expect(htmlOf(bothRoads(html).long.body)).toBe(html);
  });

  test("the boxes of a task list become characters, since forms work in no feed reader", () => {
    const html = renderMarkdown("- [ ] one\n- [x] two\n");
    expect(htmlOf(bothRoads(html).long.body)).toBe("<ul>\n<li>☐ one</li>\n<li>☑ two</li>\n</ul>");
  });
});

describe("CSS in a style element never becomes text", () => {
  const CSS = "p > b { color: red }";
  const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

  test.for([
    { name: "before the text", html: `<style>${CSS}</style>\n<p>Text.</p>` },
    { name: "where it holds no mark of HTML", html: "<style>p { color: red }</style>\n<p>Text.</p>" },
    { name: "behind it", html: `<p>Text.</p>\n<style media="print">\n${CSS}\n\n${CSS}\n</style>` },
    { name: "without an end", html: `<p>Text.</p>\n<style>${CSS}` },
    { name: "in capitals", html: `<STYLE TYPE="text/css">${CSS}</STYLE>\n<p>Text.</p>` },
    { name: "inside a comment", html: `<style><!-- ${CSS} --></style>\n<p>Text.</p>` },
    { name: "beside tags", html: `<style>${CSS} </p><p>${CSS}</style>\n<p>Text.</p>` },
    { name: "inside the paragraph", html: `<p>Te<style>${CSS}</style>xt.</p>` },
    { name: "inside a drawing", html: `<svg><style>${CSS}</style></svg>\n<p>Text.</p>` },
    { name: "inside a table", html: `<table><style>${CSS}</style></table>\n<p>Text.</p>` },
    { name: "inside noscript", html: `<noscript><style>${CSS}</style></noscript>\n<p>Text.</p>` },
    { name: "inside a head", html: `<head><style>${CSS}</style></head>\n<p>Text.</p>` },
  ])("$name", ({ html }) => {
    expect(clean(html)).toMatchObject({ text: "Text.", lede: "Text." });
    expect(clean(html).html).not.toContain("color");
    for (const path of ["a.md", "a.html"]) {
      const file = { path: path as ContentPath, bytes: Buffer.from(html) };
      expect(parseArticle(file, site).article).toMatchObject({ text: "Text.", summary: "Text." });
    }
  });

  test("in a heading that becomes the title", () => {
    const bytes = Buffer.from(`<h1>He<style>${CSS}</style>ad</h1>\n<p>Text.</p>`);
    expect(parseArticle({ path: "a.html" as ContentPath, bytes }, site).article?.title).toBe("Head");
  });
});

describe("elements inside each other", () => {
  const nested = (depth: number) => `${"<div>".repeat(depth)}a${"</div>".repeat(depth)}`;

  test.for(["div", "b"])("are at most 1,000, whichever road reads them: %s", (name) => {
    for (const html of [nested(1000), nested(1000).replace(/<\/div>/g, "")]) {
      const { cheap, long, problems } = bothRoads(html.replaceAll("div", name));
      expect(problems).toEqual([]);
      expect(long.text).toBe("a");
      if (cheap !== null) expect(cheap).toEqual(long);
    }
  });

  test("are refused beyond that", () => {
    const { cheap, long, problems } = bothRoads(nested(1001));
    expect(cheap).toBeNull();
    expect(long).toEqual({ body: [""], text: "", lede: "", notedLede: "" });
    expect(problems).toEqual([
      {
        file: "a.md",
        line: null,
        severity: "error",
        message:
          "opens more than 1,000 elements inside each other; close them, or write the text as Markdown",
      },
    ]);
  });

  test("are refused whatever stands before them", () => {
    expect(bothRoads(`${"<br>".repeat(9)}${nested(1001)}`).problems).toMatchObject([
      { message: expect.stringMatching(/^opens more than 1,000 elements/) },
    ]);
  });

  test("do not count where they are closed, or have no end", () => {
    expect(bothRoads("<b>a</b>".repeat(2000)).problems).toEqual([]);
    expect(bothRoads("<b>a</b><br>".repeat(2000)).problems).toEqual([]);
    expect(bothRoads("<img src=a>".repeat(2000)).problems).toEqual([]);
  });
});
