import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../src/source/markdown/markdown.ts";

describe("Markdown becomes HTML", () => {
  test.for([
    { name: "CommonMark", markdown: "*a* [b](c.md)", html: '<p><em>a</em> <a href="c.md">b</a></p>\n' },
    { name: "what GFM adds", markdown: "~~a~~", html: "<p><del>a</del></p>\n" },
    {
      name: "HTML as it came",
      markdown: "<b>a</b> <script>b</script>",
      html: "<p><b>a</b> <script>b</script></p>\n",
    },
    {
      name: "comments as they came",
      markdown: "a\n\n<!-- moreover -->",
      html: "<p>a</p>\n<!-- moreover -->\n",
    },
    {
      name: "three dashes, where front matter is gone",
      markdown: "---\na: b\n---\nc",
      html: "<hr>\n<h2>a: b</h2>\n<p>c</p>\n",
    },
  ])("$name", ({ markdown, html }) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  test.for([
    { name: "with spaces", markdown: "a\n\n<!-- \t more  -->\n\nb", html: "<p>a</p>\n<p>b</p>\n" },
    { name: "without", markdown: "a\n\n<!--more-->\n\nb", html: "<p>a</p>\n<p>b</p>\n" },
    { name: "inside a paragraph", markdown: "a <!--more-->b", html: "<p>a b</p>\n" },
    { name: "again and again", markdown: "<!--more--><!--more-->\n\na", html: "<p>a</p>\n" },
  ])("without the mark at which summaries are cut: $name", ({ markdown, html }) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });
});
