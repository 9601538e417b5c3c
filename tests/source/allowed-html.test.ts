import { describe, expect, test } from "vitest";
import {
  ALLOWED_ELEMENTS,
  isSafeTarget,
  LANGUAGE_CLASS,
  TEXT_ALIGN,
} from "../../src/source/html/allowed-html.ts";
import { htmlOf } from "./allowed-tree.ts";
import { bothRoads } from "./both-roads.ts";

/** What both roads make of HTML, where the cheap one makes anything of it. */
function cleaned(html: string): string {
  const { cheap, long } = bothRoads(html);
  if (cheap !== null) expect(cheap).toEqual(long);
  return htmlOf(long.body);
}

describe("an article may hold", () => {
  test.for([
    "address article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header main ol p pre section summary ul",
    "table caption colgroup tbody td tfoot th thead tr dd dt li",
    "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var",
    "audio picture video",
  ])("%s", (names) => {
    for (const name of names.split(" ")) expect(cleaned(`<${name}>a</${name}>`)).toBe(`<${name}>a</${name}>`);
  });

  test("br col hr img source track wbr, which hold nothing", () => {
    for (const name of "br col hr img source track wbr".split(" ")) {
      expect(cleaned(`<${name}>a`)).toBe(`<${name} />a`);
    }
  });

  test.for(
    "button embed font form frame iframe input link meta object script select style svg textarea".split(" "),
  )("no %s", (name) => {
    expect(ALLOWED_ELEMENTS.has(name)).toBe(false);
    expect(cleaned(`<${name}></${name}>`)).toBe("");
  });

  test.for([
    '<p id="a" lang="fr" dir="rtl" title="b">c</p>',
    '<a href="a.md" rel="nofollow">b</a>',
    '<audio src="a.mp3" controls></audio>',
    '<blockquote cite="a.md">b</blockquote>',
    '<code class="language-js">a</code>',
    '<data value="1">a</data>',
    '<del datetime="2025-07-01">a</del>',
    '<img src="a.png" srcset="b.png 2x" sizes="50vw" alt="c" width="1" height="2" loading="lazy" />',
    '<ins datetime="2025-07-01">a</ins>',
    '<ol start="2" reversed type="i"><li value="3">a</li></ol>',
    '<q cite="a.md">b</q>',
    '<picture><source src="a" srcset="b 2x" sizes="50vw" type="image/webp" media="print" /></picture>',
    '<table><tr><td colspan="2" rowspan="3" align="left">a</td></tr></table>',
    '<table><tr><th colspan="2" rowspan="3" scope="row" align="left">a</th></tr></table>',
    '<time datetime="2025-07-01">a</time>',
    '<video src="a.mp4" poster="b.png" controls width="1" height="2"><track src="c.vtt" kind="captions" srclang="fr" label="d" /></video>',
  ])("the attributes of %s", (html) => {
    expect(cleaned(html)).toBe(html);
  });

  test.for(["onclick", "style", "class", "name", "target", "is", "data-x", "aria-label", "contenteditable"])(
    "no attribute %s",
    (name) => {
      expect(cleaned(`<p ${name}="a">b</p>`)).toBe("<p>b</p>");
      expect(cleaned(`<a ${name}="a">b</a>`)).toBe("<a>b</a>");
    },
  );
});

describe("a URL leads to nothing that runs, as browsers read it (WHATWG URL §4.4)", () => {
  test.for([
    "a.md",
    "",
    "/a",
    "#a",
    "//quay.example/a",
    "https://quay.example/",
    "HTTPS://quay.example/",
    "http://quay.example/",
    "mailto:desk@quay.example",
    "tel:+1",
    "wiki/Talk:Lock",
    "?a=b:c",
    "1:2",
  ])("%s is safe", (target) => {
    expect(isSafeTarget(target)).toBe(true);
  });

  test.for([
    { name: "a script", target: "javascript:alert(1)" },
    { name: "a script in capitals", target: "JavaScript:alert(1)" },
    { name: "a script behind white space", target: " \n\u0001javascript:alert(1)" },
    { name: "a script with line feeds inside", target: "java\nscr\tipt:alert(1)" },
    { name: "a script that ends like a safe URL", target: "javascript:alert(1)//https://" },
    { name: "a data document", target: "data:text/html,a" },
    { name: "one letter", target: "x:a" },
    { name: "digits and signs", target: "a1+b-c.d:e" },
    { name: "a scheme that begins with a safe one", target: "httpsx:a" },
  ])("$name is not", ({ target }) => {
    expect(isSafeTarget(target)).toBe(false);
  });
});

test.for(["language-js", "language-c++", "language-c#", "language-objective-c", "language-asp.net"])(
  "%s is the class of a language",
  (name) => expect(LANGUAGE_CLASS.test(name)).toBe(true),
);

test.for(["language-", "xlanguage-js", "language-js x", "language-a&b"])("%s is the class of none", (name) =>
  expect(LANGUAGE_CLASS.test(name)).toBe(false),
);

test.for([
  { style: "text-align: left", align: "left" },
  { style: "text-align:right", align: "right" },
  { style: "text-align: center;", align: "center" },
  { style: "text-align: justify", align: undefined },
  { style: "color: red; text-align: left", align: undefined },
  { style: "text-align: left; color: red", align: undefined },
])("a cell's style of $style aligns it $align", ({ style, align }) => {
  expect(TEXT_ALIGN.exec(style)?.[1]).toBe(align);
});
