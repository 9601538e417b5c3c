import { describe, expect, test } from "vitest";
import { highlightedCode } from "../../../src/render/pages/highlighted-code.ts";

const code = (language: string, html: string) =>
  `<pre><code class="language-${language}">${html}</code></pre>`;

describe("code on a page", () => {
  test.for([
    { name: "in a common language", language: "js", html: "const a", keyword: "const" },
    { name: "in a rare language", language: "elixir", html: "defmodule A", keyword: "defmodule" },
    { name: "by a short name", language: "hs", html: "module A where", keyword: "module" },
    { name: "in capitals", language: "JS", html: "const a", keyword: "const" },
  ])("$name has classes", ({ language, html, keyword }) => {
    expect(highlightedCode(code(language, html))).toContain(`<span class="hljs-keyword">${keyword}</span>`);
  });

  test("says the same as before", () => {
    const html = code("js", "if (a &lt; b &amp;&amp; c) d = \"e\" + '&amp;lt;';\n");
    const plain = highlightedCode(html).replace(/<\/?span[^>]*>/g, "");
    expect(plain.replaceAll("&quot;", '"').replaceAll("&#x27;", "'")).toBe(html);
  });

  test.for([
    { name: "in no language", html: "<pre><code>const a</code></pre>" },
    { name: "in a language that nobody knows", html: code("klingon", "const a") },
    { name: "in the name of a file elsewhere", html: code("..", "const a") },
    { name: "in a name that every object has", html: code("constructor", "const a") },
    { name: "that is a book", html: code("js", "const a;".repeat(5000)) },
    { name: "in a line", html: '<p><code class="language-js">const a</code></p>' },
  ])("$name stays as it is", ({ html }) => {
    expect(highlightedCode(html)).toBe(html);
  });
});
