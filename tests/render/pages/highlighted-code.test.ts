import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { highlightedCode } from "../../../src/render/pages/highlighted-code.ts";

const code = (language: string, html: string) =>
  `<pre><code class="language-${language}">${html}</code></pre>`;

const css = (name: string) =>
  readFileSync(new URL(`../../../src/render/pages/${name}`, import.meta.url), "utf8");
const CSS = css("text-stylesheet.css");
const [TINT] = [...css("styles/base.css").matchAll(/--tint: light-dark\((#\w{6}), (#\w{6})\)/g)];

/** Contrast of two colours (WCAG 2.2 §1.4.3). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("each colour of code can be read on the ground of code, in light and dark", () => {
  const colours = [...CSS.matchAll(/\.hljs-[^{}]*\{\s*color: light-dark\((#\w{6}), (#\w{6})\)/g)];
  expect(colours.length).toBeGreaterThanOrEqual(5);
  for (const [rule, light = "", dark = ""] of colours) {
    expect(contrast(light, TINT?.[1] ?? ""), rule).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, TINT?.[2] ?? ""), rule).toBeGreaterThanOrEqual(4.5);
  }
});

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
    { name: "that is a book", html: code("js", "const a;\n".repeat(5000)) },
    { name: "of 501 lines", html: code("js", `${"a\n".repeat(500)}const a`) },
    { name: "in one endless line", html: code("js", "const a;".repeat(100)) },
    { name: "in a line", html: '<p><code class="language-js">const a</code></p>' },
  ])("$name stays as it is", ({ html }) => {
    expect(highlightedCode(html)).toBe(html);
  });
});
