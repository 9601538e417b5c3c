import { describe, expect, test } from "vitest";
import { htmlCode, markdownCode } from "../../../src/source/templates/fill/code-regions.ts";

describe("code of Markdown (CommonMark §4.5, §6.1)", () => {
  const codeIn = (text: string) => markdownCode(text).map(({ from, to }) => text.slice(from, to));

  test.for([
    { text: "a `b` c", code: ["`b`"] },
    { text: "a ``b ` c`` d", code: ["``b ` c``"] },
    { text: "`a` b `c`", code: ["`a`", "`c`"] },
    { text: "a `b", code: [] },
    { text: "a ` b `` c", code: [] },
    { text: "a `` b ` c ` d", code: ["` c `"] },
    { text: "a\n```js\nb `c\n```\nd", code: ["```js\nb `c\n```"] },
    { text: "```\na\n````\nb", code: ["```\na\n````"] },
    { text: "````\na\n```\nb\n````", code: ["````\na\n```\nb\n````"] },
    { text: "~~~ js ` x\na\n~~~", code: ["~~~ js ` x\na\n~~~"] },
    { text: "~~~\na\n```\nb", code: ["~~~\na\n```\nb"] },
    { text: "   ```\na\n   ```  \t\nb", code: ["```\na\n   ```  \t"] },
    { text: "    ```\na\n```\nb\n```", code: ["```\na\n```"] },
    { text: "```\na\n    ```\nb\n``` x\n```", code: ["```\na\n    ```\nb\n``` x\n```"] },
    { text: "```a` b\nc", code: [] },
    { text: "```a``` b\n`c`", code: ["```a```", "`c`"] },
    { text: "```\na", code: ["```\na"] },
    { text: "```", code: [] },
    { text: "``\na``", code: ["``\na``"] },
  ])("in %j is $code", ({ text, code }) => {
    expect(codeIn(text).map((one) => one.replace(/^ +/, ""))).toEqual(code);
  });

  test("begins with the spaces before its fence", () => {
    expect(markdownCode("a\n  ```\nb\n```\n")).toEqual([{ from: 2, to: 13 }]);
  });
});

describe("code of HTML", () => {
  const codeIn = (html: string) => htmlCode(html).map(({ from, to }) => html.slice(from, to));

  test.for([
    { html: "a <code>b</code> c", code: ["<code>b</code"] },
    { html: '<PRE class="x">a</PRE>', code: ['<PRE class="x">a</PRE'] },
    { html: "<pre><code>a</code></pre> b", code: ["<pre><code>a</code"] },
    { html: "<code>a</code> b <pre>c</pre>", code: ["<code>a</code", "<pre>c</pre"] },
    { html: "<code>a", code: ["<code>a"] },
    { html: "a</code> b", code: [] },
    { html: "<codex>a</codex>", code: [] },
    { html: "<prefix-x>a", code: [] },
    { html: "a", code: [] },
  ])("in $html is $code", ({ html, code }) => {
    expect(codeIn(html)).toEqual(code);
  });
});
