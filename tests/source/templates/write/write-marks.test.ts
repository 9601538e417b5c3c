import { describe, expect, test } from "vitest";
import type { Filling } from "../../../../src/source/templates/known/filling.ts";
import { element, NOTHING, value } from "../../../../src/source/templates/known/filling.ts";
import { Output } from "../../../../src/source/templates/write/output.ts";
import { closeAround, openAround } from "../../../../src/source/templates/write/write-around.ts";
import { writeCode } from "../../../../src/source/templates/write/write-code.ts";
import { writeFilling } from "../../../../src/source/templates/write/write-filling.ts";
import type { PutIn } from "./put.ts";
import { put } from "./put.ts";

const filled = (source: string, filling: Filling, place?: PutIn) =>
  put(source, (at) => writeFilling(filling, at), place);

describe("a value stands where its mark stood", () => {
  test.for([
    { source: "a @ b", text: 'x "<y>"', is: 'a x "<y>" b' },
    { source: "[a](/@)", text: 'x y("<', is: "[a](/x%20y%28%22%3C)" },
    { source: "[a]: @", text: "x\ty", is: "[a]: x%09y" },
    { source: '<a href="@">b</a>', text: "x \"<y>'", is: '<a href="x &quot;&lt;y&gt;\'">b</a>' },
    { source: "<a href='@'>b</a>", text: "x \"<y>'", is: "<a href='x &quot;&lt;y&gt;&#x27;'>b</a>" },
    { source: "<a href=@>b</a>", text: "x y'", is: "<a href=x%20y&#x27;>b</a>" },
    { source: "`@`", text: "<x>", is: "`<x>`", isCode: true },
    { source: "[a](https://quay.example@)", text: "/b", is: "[a](https://quay.example/b)" },
    { source: "`@`", text: "a`", is: "`a``", isCode: true },
    { source: "`@`", text: "", is: "` `", isCode: true },
    { source: "`@ a`", text: "", is: "` a`", isCode: true },
  ])("$source with '$text' is $is", ({ source, text, is, isCode = false }) => {
    expect(filled(source, value(text), { isCode })).toBe(is);
  });
});

describe("where a link leads", () => {
  const target: Filling = { kind: "target", target: "**/sea/tide" };
  test.for([
    { source: "[a](@)", is: "[a](**/sea/tide)" },
    { source: "[a](https://quay.example@)", is: "[a](**/sea/tide)" },
    { source: "[a](https://other.example@)", is: "[a](https://other.example**/sea/tide)" },
    { source: '<a href="@">b</a>', is: '<a href="**/sea/tide">b</a>' },
    { source: "a @ b", is: 'a <a href="**/sea/tide">tide</a> b' },
    { source: "`@`", is: "` `", isCode: true },
  ])("$source is $is", ({ source, is, isCode = false }) => {
    expect(filled(source, target, { isCode })).toBe(is);
  });

  test("of which only a place is known shows that", () => {
    expect(filled("a @", { kind: "target", target: "#tide" })).toBe('a <a href="#tide">#tide</a>');
    expect(filled("a @", { kind: "target", target: "**/a/" })).toBe('a <a href="**/a/">a/</a>');
  });
});

describe("an element", () => {
  const picture = element("<img>", "words", "<p><img></p>");
  test.for([
    { source: "@", is: "<p><img></p>\n" },
    { source: "a @", is: "a <img>" },
    { source: "> @\n> b", is: "> <p><img></p>\n> \n> b" },
    { source: "- @  \n  b", is: "- <p><img></p>\n    \n  b" },
    { source: "@ b", is: "<img> b" },
    { source: "@ b\nc", is: "<img> b\nc" },
    { source: "@", kind: "html", is: "<img>" },
    { source: "@", kind: "plain", is: "words" },
    { source: "`@`", isCode: true, is: "`words`" },
    { source: '<a title="@">b</a>', is: '<a title="words">b</a>' },
    { source: "[a](@)", is: "[a](words)" },
  ] as const)("$source is $is", ({ source, is, ...place }) => {
    expect(filled(source, picture, place)).toBe(is);
  });

  test.for([
    { source: "[a](@) b", is: "a b" },
    { source: "![a](@ 'c') b", is: "a b" },
    { source: '<a href="@">b</a>', is: '<a href="">b</a>' },
    { source: '<img alt="a" src="@/b.png"> c', is: "a c" },
    { source: '<i title="@">b</i>', is: '<i title="">b</i>' },
  ])("without words is nowhere a link could lead: $source is $is", ({ source, is }) => {
    expect(filled(source, element("<img>", ""))).toBe(is);
  });
});

test("nothing, what stands around and code are written by others", () => {
  for (const filling of [
    NOTHING,
    { kind: "around", before: "<b>", after: "</b>" },
    { kind: "code", language: "js" },
  ] as const)
    expect(filled("[a](@)", filling)).toBe("[a]()");
});

describe("what stands around the inside of a pair", () => {
  const around = (source: string, html: string, place?: PutIn) =>
    put(
      source,
      (at) => {
        const isBlock = openAround(html, at);
        at.out.write("INSIDE", at.from);
        closeAround(html.replace("<", "</"), isBlock, at);
      },
      place,
    );

  test.for([
    { source: "@", html: "<div>", is: "<div>\n\nINSIDE\n\n</div>\n\n" },
    { source: "a @", html: "<div>", is: "a <div>INSIDE</div>" },
    { source: "> @", html: "<div>", is: "> <div>\n> \n> INSIDE\n\n</div>\n\n" },
    { source: "@", html: "<b>", is: "<b>INSIDE</b>" },
    { source: "@", html: "<divx>", is: "<divx>INSIDE</divx>" },
    { source: "@", html: "<div>", kind: "html", is: "<div>INSIDE</div>" },
    { source: "@", html: "<div>", kind: "plain", is: "INSIDE" },
    { source: "`@`", html: "<b>", isCode: true, is: "`INSIDE`" },
    { source: '<a title="@">', html: "<b>", is: '<a title="INSIDE">' },
  ] as const)("$html in $source is $is", ({ source, html, is, ...place }) => {
    expect(around(source, html, place)).toBe(is);
  });
});

describe("code", () => {
  const coded = (source: string, code: string, language = "js", place?: PutIn) =>
    put(source, (at) => writeCode(code, language, at), place);

  test.for([
    { source: "@", code: "\na\n b\n", is: "```js\na\n b\n```\n" },
    { source: "@", code: "a", language: "c++", is: "```c++\na\n```\n" },
    { source: "@", code: "a", language: "x y", is: "```\na\n```\n" },
    { source: "@", code: "a ``` b", is: "````js\na ``` b\n````\n" },
    { source: "@", code: "a ` b", is: "```js\na ` b\n```\n" },
    { source: "- @", code: "  a\n    b", is: "- ```js\n  a\n    b\n  ```\n  " },
    { source: "- @", code: "  a\n \n    b", is: "- ```js\n  a\n  \n    b\n  ```\n  " },
    { source: "- @", code: "  > a", is: "- ```js\n  > a\n  ```\n  " },
    { source: "- @", code: "  a\n\n", is: "- ```js\n  a\n  \n  ```\n  " },
    { source: "> @", code: "> > a\n> b\n> ", is: "> ```js\n> > a\n> b\n> ```\n> " },
    { source: "> @", code: "> a\n> b", is: "> ```js\n> a\n> b\n> ```\n> " },
    { source: "> @", code: "> a\n>   ", is: "> ```js\n> a\n> ```\n> " },
    { source: "<div>\n\n@", code: "a", is: "<div>\n\n```js\na\n```\n" },
    { source: "<div>\n  @", code: "a", is: "<div>\n  \n  ```js\n  a\n  ```\n  " },
    { source: "> @", code: "> a\n> b\n> ", is: "> ```js\n> a\n> b\n> ```\n> " },
    { source: "a @", code: "<b>", is: "a <code>&lt;b&gt;</code>" },
    { source: "<div>\n@", code: "a", is: "<div>\n\n```js\na\n```\n" },
    { source: "@", code: "<b>", kind: "html", is: '<pre><code class="language-js">&lt;b&gt;</code></pre>' },
    { source: "@", code: "a", kind: "html", language: "", is: "<pre><code>a</code></pre>" },
    { source: "@", code: "\n<b>\n", kind: "plain", is: "<b>" },
    { source: "`@`", code: "<b>", isCode: true, is: "`<b>`" },
    { source: '<a title="@">', code: "b", is: '<a title="">' },
  ] as const)("$code in $source is $is", ({ source, code, language, is, ...place }) => {
    expect(coded(source, code, language, place)).toBe(is);
  });

  test.for([
    { kind: "markdown", isCode: false, source: "@", line: 2 },
    { kind: "markdown", isCode: false, source: "a @", line: 2 },
    { kind: "markdown", isCode: true, source: "`@`", line: 2 },
    { kind: "html", isCode: false, source: "@", line: 2 },
    { kind: "plain", isCode: false, source: "@", line: 2 },
  ] as const)("keeps its lines: $source of $kind", ({ source, line, ...place }) => {
    const out = new Output(source);
    const from = source.indexOf("@");
    out.copy(0, from);
    writeCode("a\nb", "", { out, source, from, to: from + 1, origin: "", ...place });
    expect(out.lineMap(1, (offset) => offset)(line)).toBeGreaterThan(from);
  });
});
