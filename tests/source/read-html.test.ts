import { describe, expect, test } from "vitest";
import type { Origin } from "../../src/source/html/read-html.ts";
import { readHtml } from "../../src/source/html/read-html.ts";
import { htmlOf } from "./allowed-tree.ts";

const ORIGINS: readonly Origin[] = ["unchecked", "sanitized"];

/** What is read of HTML, its body in one piece; every reference stands on line 7. */
function read(html: string, origin: Origin = "unchecked") {
  const found = readHtml(html, origin, () => 7);
  return found && { ...found, html: htmlOf(found.body) };
}

describe("clean HTML", () => {
  test("is cut at its references", () => {
    const lines: string[] = [];
    const body = readHtml(
      '<p>a <a href="b.md" title="c">d</a> <img src=" e.png "></p>',
      "unchecked",
      (target) => {
        lines.push(target);
        return lines.length;
      },
    )?.body;
    expect(body).toEqual([
      '<p>a <a href="',
      { target: "b.md", line: 1 },
      '" title="c">d</a> <img src="',
      { target: "e.png", line: 2 },
      '" /></p>',
    ]);
    expect(lines).toEqual(["b.md", "e.png"]);
  });

  test("without references is one piece", () => {
    expect(read(" <p>a<br>b</p>\n")?.body).toEqual(["<p>a<br />b</p>"]);
    expect(read("")?.body).toEqual([""]);
  });

  test("tells its text, a line a block and a break, and its first paragraph", () => {
    const html = "a<h2>b</h2><p>c <em>d</em><strong>e</strong>f<br>g</p><ul><li>h</li></ul><pre>i\nj</pre>k";
    expect(read(html)).toMatchObject({ text: "a\nb\nc def\ng\nh\ni\nj\nk", lede: "c def g" });
  });

  test("tells escapes as what they mean", () => {
    expect(read("<p>a &amp; b &lt;c&gt; &amp;lt;</p>")).toMatchObject({
      text: "a & b <c> &lt;",
      html: "<p>a &amp; b &lt;c&gt; &amp;lt;</p>",
    });
    expect(read('<a href="?a=&quot;b&quot;&amp;c=&#x27;&lt;&gt;">x</a>')?.body).toContainEqual({
      target: `?a="b"&c='<>`,
      line: 7,
    });
  });

  test.for([
    {
      name: "a void element has a slash",
      html: "<p>a<br>b<wbr>c</p><hr />",
      written: "<p>a<br />b<wbr />c</p><hr />",
    },
    { name: "another element has none", html: "<p />a</p><em />b</em>", written: "<p>a</p><em>b</em>" },
    {
      name: "an attribute that may not stay goes",
      html: '<p onclick="x" id="a">b</p>',
      written: '<p id="a">b</p>',
    },
    {
      name: "an attribute of another element goes",
      html: '<p href="a" value="1">b</p>',
      written: "<p>b</p>",
    },
    { name: "an empty attribute goes", html: '<p id="" title="">b</p>', written: "<p>b</p>" },
    { name: "but not an empty alt", html: '<img src="a.png" alt="">', written: '<img src="a.png" alt="" />' },
    {
      name: "nor controls",
      html: '<audio controls src="a"></audio>',
      written: '<audio controls src="a"></audio>',
    },
    {
      name: "nor reversed",
      html: '<ol reversed=""><li>a</li></ol>',
      written: "<ol reversed><li>a</li></ol>",
    },
    {
      name: "an unsafe URL behind any white space goes",
      html: '<a href="\u00a0javascript:x">b</a><a href="\ufeff\u3000 data:x">c</a>',
      written: "<a>b</a><a>c</a>",
    },
    { name: "an unsafe URL goes", html: '<a href="javascript:x" id="a">b</a>', written: '<a id="a">b</a>' },
    {
      name: "a value is escaped",
      html: '<p title="a &amp; &quot;b&quot;">c</p>',
      written: '<p title="a &amp; &quot;b&quot;">c</p>',
    },
    {
      name: "a class of a language stays",
      html: '<code class="language-js">a</code>',
      written: '<code class="language-js">a</code>',
    },
    {
      name: "no other class does",
      html: '<code class="hljs language-c++ x">a</code>',
      written: '<code class="language-c++">a</code>',
    },
    {
      name: "classes of languages stay",
      html: '<code class="language-a x language-b">a</code>',
      written: '<code class="language-a language-b">a</code>',
    },
    {
      name: "a title that reads like a style is a title",
      html: '<td title="text-align: left">a</td>',
      written: '<td title="text-align: left">a</td>',
    },
    { name: "nor a class elsewhere", html: '<p class="language-js">a</p>', written: "<p>a</p>" },
    {
      name: "a style of a cell becomes align",
      html: '<td style="text-align: right" colspan="2">a</td>',
      written: '<td align="right" colspan="2">a</td>',
    },
    {
      name: "but not beside align",
      html: '<td style="text-align: right" align="left">a</td>',
      written: '<td align="left">a</td>',
    },
    { name: "nor elsewhere", html: '<p style="text-align: right">a</p>', written: "<p>a</p>" },
    { name: "any other style goes", html: '<td style="color: red">a</td>', written: "<td>a</td>" },
  ])("is written anew: $name", ({ html, written }) => {
    for (const origin of ORIGINS) expect(read(html, origin)?.html).toBe(written);
  });

  test.for([
    { name: "is empty", html: '<input type="checkbox" disabled>', box: "☐" },
    { name: "is checked", html: '<input type="checkbox" checked />', box: "☑" },
    { name: "is none", html: '<input type="text" checked>', box: "" },
    { name: "says nothing", html: "<input>", box: "" },
  ])("has a character for a box that $name", ({ html, box }) => {
    expect(read(`<p>a ${html}b</p>`)).toMatchObject({ text: `a ${box}b`, html: `<p>a ${box}b</p>` });
  });
});

describe("HTML that is not clean is not read", () => {
  test.for([
    { name: "a bracket in a text", html: "<p>a > b</p>" },
    { name: "a bracket behind all tags", html: "<p>a</p> >" },
    { name: "a tag that never ends", html: "<p>a</p><b" },
    { name: "an end that never ends", html: "<b></bx" },
    { name: "an element that never ends", html: "<p>a" },
    { name: "an end without its element", html: "a</p>" },
    { name: "ends in the wrong order", html: "<b><i>a</b></i>" },
    { name: "an end with white space", html: "<p>a</p >" },
    { name: "an element that may not stand", html: "<form>a</form>" },
    { name: "a script", html: "<script>a</script>" },
    { name: "a comment", html: "a<!-- b -->" },
    { name: "capitals", html: "<P>a</P>" },
    { name: "an escape of another kind in a text", html: "<p>a&nbsp;b</p>" },
    { name: "an escape of attributes in a text", html: "<p>&quot;a&quot;</p>" },
    { name: "an ampersand in a text", html: "<p>a & b</p>" },
    { name: "an escape of another kind in a tag", html: '<p title="a&nbsp;b">c</p>' },
    { name: "an attribute twice", html: '<p id="a" id="b">c</p>' },
    { name: "an attribute without quotes", html: "<p id=a>b</p>" },
    { name: "an attribute in single quotes", html: "<p id='a'>b</p>" },
    { name: "an attribute in capitals", html: '<p ID="a">b</p>' },
    { name: "no space between attributes", html: '<p id="a"title="b">c</p>' },
    { name: "a bracket in an attribute", html: '<p id="a<b">c</p>' },
    { name: "words behind a slash", html: "<p / id>a</p>" },
    { name: "a digit first in a name", html: '<1a id="b">c</a>' },
  ])("$name", ({ html }) => {
    for (const origin of ORIGINS) expect(read(html, origin)).toBeNull();
  });

  test("and what was refused leaves no trace in what is read next", () => {
    expect(read('<p id="a" id="b">c</p>')).toBeNull();
    expect(read('<p id="a" title="b">c</p>')?.html).toBe('<p id="a" title="b">c</p>');
  });

  test("where an element would end its parent, unless the sanitizer has seen it", () => {
    for (const html of ["<p><div>a</div></p>", "<a><a>a</a></a>", "<li><li>a</li></li>"]) {
      expect(read(html, "unchecked")).toBeNull();
      expect(read(html, "sanitized")?.html).toBe(html);
    }
  });
});

describe("the sign of a note, a link to a place in the text that is raised, is no part of what a text says first", () => {
  test.for([
    { html: '<p>a <em>b<sup><a href="#n">1</a></sup> c</em> d</p>', lede: "a b c d" },
    {
      html: '<p>a<sup><a href="#n"><b>1</b>1</a>2</sup></p>',
      lede: "a2",
    },
    { html: 'a<sup><a href="#n">1</a></sup>', lede: "a" },
  ])("$html", ({ html, lede }) => {
    const { text } = read(html) ?? {};
    expect(read(html)).toMatchObject({ lede, notedLede: text });
    expect(text).toContain("1");
  });

  test.for([
    { name: "what is raised, and no link", html: "<p>a<sup>2</sup></p>" },
    { name: "a link that is not raised", html: '<p>a<em><a href="#n">2</a></em></p>' },
    { name: "a link to another page", html: '<p>a<sup><a href="b.md#">2</a></sup></p>' },
    { name: "a link without an address", html: '<p>a<sup><a id="n">2</a></sup></p>' },
    { name: "a link without attributes", html: "<p>a<sup><a>2</a></sup></p>" },
    { name: "another element that is raised", html: '<p>a<sup><b href="#n">2</b></sup></p>' },
    { name: "text without an element", html: "a2" },
  ])("but $name is", ({ html }) => {
    expect(read(html)).toMatchObject({ text: "a2", lede: "a2", notedLede: "a2" });
  });
});

describe("the title of a box, a paragraph all bold in a quote, is not what a text says first", () => {
  test("in a quote", () => {
    const html = "<blockquote><p><strong>Note</strong></p><p>The tide rises.</p></blockquote>";
    expect(read(html)).toMatchObject({ lede: "The tide rises.", notedLede: "Note" });
  });

  test.for([
    { name: "outside of a quote", html: "<p><strong>Note</strong></p><p>The tide rises.</p>", lede: "Note" },
    {
      name: "that is bold in part",
      html: "<blockquote><p>See <strong>the note</strong></p><p>The tide rises.</p></blockquote>",
      lede: "See the note",
    },
  ])("but one $name is", ({ html, lede }) => {
    expect(read(html)?.lede).toBe(lede);
  });
});

describe("a srcset (HTML §4.8.4.2.1)", () => {
  test("is cut at its URLs", () => {
    expect(read('<img srcset=" a.png 1x,b.png  2x , c.png" />', "sanitized")?.body).toEqual([
      '<img srcset="',
      { target: "a.png", line: 7 },
      " 1x, ",
      { target: "b.png", line: 7 },
      " 2x, ",
      { target: "c.png", line: 7 },
      '" />',
    ]);
  });

  test.for([
    { name: "one URL", srcset: "a.png", written: ' srcset="a.png"' },
    { name: "one character", srcset: "a", written: ' srcset="a"' },
    {
      name: "commas inside a URL",
      srcset: "a,b.png 1x, c,d.png 2x",
      written: ' srcset="a,b.png 1x, c,d.png 2x"',
    },
    { name: "a comma at its end", srcset: "a.png 1x,", written: ' srcset="a.png 1x"' },
    { name: "a descriptor with an escape", srcset: "a.png 1&amp;x", written: ' srcset="a.png 1&amp;x"' },
    { name: "white space before a comma", srcset: "a.png , b.png 2x", written: ' srcset="a.png, b.png 2x"' },
    { name: "commas alone", srcset: ", ,", written: "" },
    { name: "an unsafe URL among others", srcset: "a.png 1x, javascript:x 2x", written: "" },
  ])("with $name", ({ srcset, written }) => {
    expect(read(`<img srcset="${srcset}" />`, "sanitized")?.html).toBe(`<img${written} />`);
  });
});
