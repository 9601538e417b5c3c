import { describe, expect, test } from "vitest";
import { withoutMdx } from "../../../../src/source/dialects/mdx/mdx.ts";

const left = (text: string) => withoutMdx(text).text;

test.for([
  { text: "a {'b'} c", is: "a b c" },
  { text: "a {'<b>'} c", is: "a &lt;b&gt; c" },
  { text: "a {/* b */} c", is: "a  c" },
  { text: "a {} c", is: "a  c" },
  { text: "{/* truncate */}", is: "<!--more-->" },
  { text: "# A {/* #b-c */}", is: "# A {#b-c}" },
  { text: "# A {#b}", is: "# A {#b}" },
  { text: "{  /*  truncate  */  }", is: "<!--more-->" },
  { text: "{/*truncate*/}", is: "<!--more-->" },
  { text: "# A { /*  #b-c  */ }", is: "# A {#b-c}" },
  { text: "# A {/*#b*/}", is: "# A {#b}" },
  { text: "# A {#b_c-1}", is: "# A {#b_c-1}" },
  { text: "a {b /* truncate */}", is: "a " },
  { text: "a {/* truncate */ b}", is: "a " },
  { text: "# A {b /* #c */}", is: "# A " },
  { text: "# A {/* #c */ b}", is: "# A " },
  { text: "a {b {% c}", is: "a {b {% c}" },
  { text: "# A {#b c}", is: "# A " },
  { text: ":::note\n{'a'}", is: ":::note\na" },
  { text: "::note {'a'}", is: "::note a" },
  { text: "b\n  :::note{x='a'}", is: "b\n  :::note{x='a'}" },
  { text: `b <div>a</div>${" y".repeat(200)}`, is: `b <div>a</div>${" y".repeat(200)}` },
  { text: "b\n<div>a</div>", is: "b\n<div>\n\na\n\n</div>\n\n" },
  { text: '<Link to="/a" title="`b`">c</Link>', is: '<a href="/a">`b`c</a>' },
  { text: "<Video />a", is: "a" },
  { text: "a <i>b</i>", is: "a <i>b</i>" },
  { text: ":::note{title='a'}", is: ":::note{title='a'}" },
  { text: `:::note{title='a'}\n${"b ".repeat(150)}`, is: `:::note{title='a'}\n${"b ".repeat(150)}` },
  { text: "{'a'}\n\n:::note", is: "a\n\n:::note" },
  { text: "a {b % c}", is: "a " },
  { text: "a <Link to='/b' title='c' /> d", is: 'a <a href="/b">c</a> d' },
  { text: "a :::b {'c'}", is: "a :::b c" },
  { text: "a {{ b }} c", is: "a {{ b }} c" },
  { text: "a {% b %} c", is: "a {% b %} c" },
  { text: "a { b", is: "a { b" },
  { text: "a } b", is: "a } b" },
  { text: "\\{a} \\<B>", is: "\\{a} \\<B>" },
  { text: "`{a}` <b>{'c'}</b>", is: "`{a}` <b>c</b>" },
  { text: "a < b", is: "a < b" },
  { text: "a <https://quay.example>", is: "a <https://quay.example>" },
  { text: "a <b>c</b> d", is: "a <b>c</b> d" },
  { text: "a <br/> b", is: "a <br> b" },
  { text: "a <br> b</i>", is: "a <br> b</i>" },
  { text: "a</B> b", is: "a b" },
  { text: "<Tabs>a</Tabs>", is: "a" },
  { text: "<Link to='/a'><b>c</Link>d</b>", is: '<a href="/a"><b>c</a>d</b>' },
  { text: "> <div>\n> a", is: "> <div>\n\n\n> a" },
  { text: "- <div>a</div>", is: "- <div>\n\na\n\n</div>\n\n" },
  { text: "b <div>a</div>", is: "b <div>a</div>" },
  { text: "<svg.path>a</svg.path>", is: "\n\na\n\n" },
])("$text is left as $is", ({ text, is }) => {
  expect(left(text)).toBe(is);
});

describe("what nobody can show is told once", () => {
  test.for([
    { text: "<Chart />\n\n<Chart />", lost: ["<Chart />"] },
    { text: "<Chart>a</Chart>", lost: ["<Chart>"] },
    { text: "<a.b />", lost: ["<a.b />"] },
    { text: "{ a\n  .b }", lost: ["{a .b}"] },
    { text: `{${"a".repeat(70)}}`, lost: [`{${"a".repeat(60)}}`] },
    { text: "{'a'} {/* b */} <b/> {{ c }}", lost: [] },
  ])("in $text: $lost", ({ text, lost }) => {
    expect(withoutMdx(text).lost).toEqual(lost);
  });

  test("with a blank line around its inside, and none in its place", () => {
    expect(left("a <Chart>b</Chart> c")).toBe("a \n\nb\n\n c");
    expect(left("a <Chart /> c")).toBe("a  c");
  });
});

describe("lines inside of elements are no code for being indented", () => {
  test.for([
    { text: "<Tabs>\n    a\n\n    b\n</Tabs>", is: "\na\n\nb\n" },
    { text: "<Tabs>\n  <Tabs>\n    a\n      b\n  </Tabs>\n  c\n</Tabs>", is: "\n\na\n  b\n\nc\n" },
    { text: "<Tabs>\n  a\n</Tabs>\n\n    b", is: "\na\n\n\n    b" },
    { text: "    a", is: "    a" },
    {
      text: "<Tabs>\n  ````\n  ```\n  <Tabs>\n  ````\n    b\n</Tabs>",
      is: "\n````\n```\n<Tabs>\n````\n  b\n",
    },
    { text: "<Tabs>\n  ~~~\n  <Tabs>\n  ~~~\n    b\n</Tabs>", is: "\n~~~\n<Tabs>\n~~~\n  b\n" },
    { text: "<Tabs>\n  a ~~~\n  <Tabs>\n    b\n  </Tabs>\n</Tabs>", is: "\na ~~~\n\nb\n\n" },
    { text: "<Tabs>\n  <Video />\n    b\n</Tabs>", is: "\n\n  b\n" },
    { text: "<Tabs>\n  <br>\n    b\n</Tabs>", is: "\n<br>\n  b\n" },
    { text: "<Tabs>\n  <b>x</b>\n    c\n</Tabs>", is: "\n<b>x</b>\n  c\n" },
    { text: "<Tabs>\n  x <b>\n    c</b>\n</Tabs>", is: "\nx <b>\n  c</b>\n" },
    {
      text: "<Tabs>\n  <Video\n    src='a'\n  />\n    b\n</Tabs>",
      is: '\n<video src="a" controls></video>\n  b\n',
    },
    { text: "<Tabs>a\n  b\n</Tabs>", is: "a\n  b\n" },
    { text: "<Tabs>\n  ```\n  <Tabs>\n    a\n  ```\n  b\n</Tabs>", is: "\n```\n<Tabs>\n  a\n```\nb\n" },
    { text: "<Tabs\n  groupId='a'\n>\n    b\n</Tabs>", is: "\nb\n" },
    { text: "<Tabs>\n\n    a\n  b\n</Tabs>", is: "\n\na\nb\n" },
    { text: "<Tabs>\n    </Tabs>", is: "\n" },
    { text: "<Tabs\n  groupId='a'>\n    b\n</Tabs>\n\n    c", is: "\nb\n\n\n    c" },
    {
      text: "<Tabs>\n  ```\n  a\n  <Tabs>\n      b\n  ```\n</Tabs>\n    c",
      is: "\n```\na\n<Tabs>\n    b\n```\n\n    c",
    },
    { text: "```\na\n```\n<Tabs>\n    b\n</Tabs>", is: "```\na\n```\n\nb\n" },
    { text: "`a` b\n<Tabs>\n    b\n</Tabs>", is: "`a` b\n\nb\n" },
    { text: "~a\n<Tabs>\n    b\n</Tabs>", is: "~a\n\nb\n" },
    { text: "a ->\n    b", is: "a ->\n    b" },
  ])("$text", ({ text, is }) => {
    expect(left(text)).toBe(is);
  });
});

test("an element that holds nothing is never open", () => {
  expect(left(`<Details>${"<br>".repeat(20)}a</Details>`)).toContain("</details>");
});

test("an element that closes far out of order closes nothing", () => {
  const open = "<Tabs>".repeat(1);
  expect(left(`<Details>${open.repeat(19)}a</Details>`)).toContain("</details>");
  expect(left(`<Details>${open.repeat(20)}a</Details>`)).not.toContain("</details>");
});
