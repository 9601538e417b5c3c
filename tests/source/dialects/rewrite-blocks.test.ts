import { describe, expect, test } from "vitest";
import type { Generator } from "../../../src/article/setting-choices.ts";
import { rewriteBlocks } from "../../../src/source/dialects/marks/block-marks.ts";
import { PLAIN } from "../../../src/source/dialects/text/dialect.ts";

const rewritten = (text: string, generator: Generator | null = null) =>
  rewriteBlocks(text, { ...PLAIN, generator });

describe("lines that are marks alone go, and leave a blank line", () => {
  test.for([
    "[TOC]",
    "[[TOC]]",
    "[[_TOC_]]",
    "  [toc]  ",
    "${" + "toc}",
    "<!-- toc -->",
    "<!--toc-->",
    "{: .a}",
    "{:toc}",
  ])("%s", (mark) => {
    expect(rewritten(`a\n${mark}\nb`)).toMatch(/^a\n(?:\n)?\n?b$/);
    expect(rewritten(`x ${mark}`)).not.toBe("x ");
    expect(rewritten(`a\n\n${mark} b`)).toContain("b");
  });

  test.for([
    { text: "a\n[TOC]\nb", is: "a\n\nb" },
    { text: "a [TOC]", is: "a [TOC]" },
    { text: "[TOC] a", is: "[TOC] a" },
    { text: "x<!-- toc -->", is: "x<!-- toc -->" },
    { text: "{/* truncate */}", is: "<!--more-->" },
    { text: "  {/*truncate*/}  ", is: "<!--more-->" },
    { text: "a {/* truncate */}", is: "a {/* truncate */}" },
    { text: "{/* truncate */} a", is: "{/* truncate */} a" },
    { text: "- a\n{:toc}\nb", is: "\nb" },
    { text: "1. a\n{:toc}\nb", is: "\nb" },
    { text: "12)  a\n{: toc}", is: "" },
    { text: "  * a\n{:toc}", is: "" },
    { text: "- a\n{:tocs}", is: "- a" },
    { text: "- a\n{:.toc}", is: "- a" },
    { text: "-a\n{:toc}", is: "-a" },
    { text: "a - b\n{:toc}", is: "a - b" },
  ])("$text is $is", ({ text, is }) => {
    expect(rewritten(text)).toBe(is);
  });
});

describe("attributes of a block", () => {
  test.for([
    { text: "# A\n{: #b}", is: "# A {#b}" },
    { text: "# A\n{: .b}", is: "# A" },
    { text: "###### A\n{: #b}\nc", is: "###### A {#b}\n\nc" },
    { text: "> ## A\n> {: #b}", is: "> ## A {#b}" },
    { text: "#A\n{: #b}", is: '#A<span id="b"></span>' },
    { text: "a # b\n{: #c}", is: 'a # b<span id="c"></span>' },
    { text: "a\n{: #b}", is: 'a<span id="b"></span>' },
    { text: "a\n{: #b}\nc", is: 'a<span id="b"></span>\n\nc' },
    { text: "a\n{: #b}\n\nc", is: 'a<span id="b"></span>\n\nc' },
    { text: "- a\n{: #b}", is: '- a\n\n<span id="b"></span>\n' },
    { text: "2. a\n{: #b}", is: '2. a\n\n<span id="b"></span>\n' },
    { text: "22) a\n{: #b}", is: '22) a\n\n<span id="b"></span>\n' },
    { text: "2.a\n{: #b}", is: '2.a<span id="b"></span>' },
    { text: "*a*\n{: #b}", is: '*a*<span id="b"></span>' },
    { text: "a - b\n{: #c}", is: 'a - b<span id="c"></span>' },
    { text: "| a |\n{: #b}", is: '| a |\n\n<span id="b"></span>\n' },
    { text: "  > | a |\n{: #b}", is: '  > | a |\n\n<span id="b"></span>\n' },
    { text: "```\na\n```\n{: #b}", is: '```\na\n```\n\n<span id="b"></span>\n' },
    { text: "~~~\na\n~~~\n{: #b}", is: '~~~\na\n~~~\n\n<span id="b"></span>\n' },
    { text: "<hr>\n{: #b}", is: '<hr>\n\n<span id="b"></span>\n' },
    { text: "a\n\n{: #b}\nc", is: 'a\n\n\n<span id="b"></span>\n\n\nc' },
    { text: "  \n{: #b}", is: '  \n\n<span id="b"></span>\n' },
    { text: "{: #b}", is: '\n<span id="b"></span>\n' },
    { text: 'a\n{: #b"c}', is: 'a<span id="b"></span>' },
    { text: "a\n{: #b<c}\nd", is: "a\n\nd" },
    { text: "a\n{: .b}\nc", is: "a\n\nc" },
    { text: "a\n{: .b}\n \nc", is: "a\n \nc" },
    { text: "a\n{: .b}", is: "a" },
    { text: "a\n{#b}", is: "a\n{#b}" },
  ])("$text is $is", ({ text, is }) => {
    expect(rewritten(text)).toBe(is);
  });

  test.for(["hugo", "zola", "eleventy"] as const)("need no colon in a folder of %s", (generator) => {
    expect(rewritten("a\n{.b}\nc", generator)).toBe("a\n\nc");
    expect(rewritten("a\n{.b}\nc", "jekyll")).toBe("a\n{.b}\nc");
  });
});

describe("kramdown's extensions", () => {
  test.for([
    { text: "{::comment}\na\n\nb\n{:/comment}\nc", is: "\n\n\n\n\nc" },
    { text: "a {::comment}b{:/} c", is: "a  c" },
    { text: "{::nomarkdown}\n<b>\n{:/}", is: "\n<b>\n" },
    { text: "`{::comment}` a", is: "`{::comment}` a" },
    { text: "```\n{::comment}\n```\na", is: "```\n{::comment}\n```\na" },
    { text: "  {::comment}x{:/comment}  ", is: "" },
  ])("$text is $is", ({ text, is }) => {
    expect(rewritten(text)).toBe(is);
  });
});

describe("boxes", () => {
  test.for([
    { text: ":::note\na\n:::\nb", is: "\n> **Note**\n>\n> a\n\nb" },
    { text: ":::note A\na\n:::", is: "\n> **A**\n>\n> a\n" },
    { text: ":::odd\na\n:::", is: "\na\n" },
    { text: "!!! note\n    a\n\n    b\nc", is: "\n> **Note**\n>\n> a\n>\n> b\n\nc" },
    { text: '!!! note "A"\n    a', is: "\n> **A**\n>\n> a" },
    { text: "!!! note\n\n    a", is: "\n> **Note**\n>\n>\n> a" },
    { text: "!!! note\n  \n    a", is: "\n> **Note**\n>\n>\n> a" },
    { text: "!!! note\n\n\n    a", is: "\n> **Note**\n>\n>\n>\n> a" },
    { text: "!!! note\na", is: "!!! note\na" },
    { text: "- :::note\n", is: "- :::note\n" },
    { text: "  :::note\n  a\n  :::", is: "\n  > **Note**\n  >\n  > a\n" },
    { text: "::::note\n:::tip\na\n:::\n::::", is: "\n> **Note**\n>\n>\n> > **Tip**\n> >\n> > a\n>\n" },
    { text: "> [!NOTE]\n> a", is: "> **Note**\n>\n> a" },
    { text: ":::note\n```\n:::\n```\n:::", is: "\n> **Note**\n>\n> ```\n> :::\n> ```\n" },
    { text: ":::note\na", is: ":::note\na" },
    { text: "a\n:::", is: "a\n:::" },
  ])("$text is $is", ({ text, is }) => {
    expect(rewritten(text)).toBe(is);
  });

  test("that nothing closes lose the line that opens them in a generator's folder", () => {
    expect(rewritten(":::note\na", "docusaurus")).toBe("\na");
  });
});

describe("code", () => {
  test.for([
    { text: "```js {1,3}\na\n```", is: "```js\na\n```" },
    { text: "```{.js .numberLines}\na\n```", is: "```js\na\n```" },
    { text: "~~~ {.c++}\na\n~~~", is: "~~~c++\na\n~~~" },
    { text: "```js\n{: #a}\n```", is: "```js\n{: #a}\n```" },
    { text: "> ```js {1}\n> a\n> ```", is: "> ```js\n> a\n> ```" },
    { text: "-  ```js {1}\n   a\n   ```", is: "-  ```js\n   a\n   ```" },
    { text: "~~~ a` ~~~js {1}\nb\n~~~", is: "~~~ a` ~~~js {1}\nb\n~~~" },
    { text: "- ```js {1}\n  a\n  ```", is: "- ```js\n  a\n  ```" },
    { text: "12. ```js {1}\n    a\n    ```", is: "12. ```js\n    a\n    ```" },
    { text: "* 1) ```js {1}\n     a\n     ```", is: "* 1) ```js\n     a\n     ```" },
    { text: "```js title=a\nb\n```", is: "```js title=a\nb\n```" },
    { text: "~~~ a {b} `c`\nd\n~~~", is: "~~~ a {b} `c`\nd\n~~~" },
    { text: "``` !{a}\nb\n```", is: "```\nb\n```" },
    { text: "```{}\nb\n```", is: "```\nb\n```" },
    { text: "    [TOC]", is: "    [TOC]" },
    { text: "~~~~ {.a}\nb\n~~~~", is: "~~~~a\nb\n~~~~" },
  ])("keeps its lines, and of its words only the language: $text", ({ text, is }) => {
    expect(rewritten(text)).toBe(is);
  });
});

describe("a heading with a hard space is one in a generator's folder", () => {
  test.for([
    { text: "##\u00a0A {#b}", is: "## A {#b}" },
    { text: "##\u00a0A {#bc}", is: "## A {#bc}" },
    { text: "##\u00a0A {#b}  ", is: "## A {#b}  " },
    { text: "##\u00a0A {#b} c", is: "##\u00a0A {#b} c" },
    { text: "##\u00a0A", is: "##\u00a0A" },
    { text: "##\u00a0A {#}", is: "##\u00a0A {#}" },
    { text: "a ##\u00a0A {#b}", is: "a ##\u00a0A {#b}" },
  ])("$text is $is", ({ text, is }) => {
    expect(rewritten(text, "hugo")).toBe(is);
    expect(rewritten(text)).toBe(text);
  });
});

describe("HTML as kramdown reads it", () => {
  test.for([
    { text: "<small>\na\n</small>", is: "<small>a\n</small>" },
    { text: "> a\n>\n<small>\nb", is: "> a\n>\n<small>b" },
    { text: "a\n<small>\nb", is: "a\n<small>\nb" },
    { text: "\n  <small>  \n  b", is: "\n<small>b" },
    {
      text: "<table>\n<tr>\n\n    <td>a</td>\n</tr>\n</table>",
      is: "<table>\n<tr>\n    <td>a</td>\n</tr>\n</table>",
    },
    { text: "<table>\n\n\n    <tr>\n</table>", is: "<table>\n    <tr>\n</table>" },
    { text: "<table>\n</table>\n\n    <tr>", is: "<table>\n</table>\n\n    <tr>" },
    { text: '<table markdown="1">\n\n    <tr>', is: "<table>\n\n\n    <tr>" },
    { text: "<table>\n<pre>\n\n    <b>\n</pre>", is: "<table>\n<pre>\n\n    <b>\n</pre>" },
    { text: "<table>\n\n    a", is: "<table>\n\n    a" },
    { text: "<table>\n\n    a <b>", is: "<table>\n\n    a <b>" },
    { text: "<table>\n\na    <b>", is: "<table>\n\na    <b>" },
    { text: "<table markdown ='1'>\n\n    <tr>", is: "<table>\n\n\n    <tr>" },
    { text: "a\n\n    <tr>", is: "a\n\n    <tr>" },
    { text: "<table>\n```\n\n    <tr>\n```", is: "<table>\n```\n\n    <tr>\n```" },
  ])("$text is $is", ({ text, is }) => {
    expect(rewritten(text, "jekyll")).toBe(is);
  });

  test("is read so nowhere else", () => {
    for (const text of ["<small>\na", "<table>\n\n    <tr>"]) expect(rewritten(text, "hugo")).toBe(text);
  });
});
