import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { pathOf } from "../bake/values.ts";
import { htmlOf } from "./allowed-tree.ts";

/** Takes three lines, of which none is left. */
const REMARK = "{% comment %}\n\n{% endcomment %}";
const HEAD = "---\ntitle: Lock\nsub: at *sea*\n---\n";

/** An article of a folder of Jekyll, whose marks are filled. */
function read(text: string, path = "a.md") {
  const site = { ...siteWith(), generator: "jekyll" as const };
  const { article, problems } = parseArticle({ path: pathOf(path), bytes: Buffer.from(text) }, site);
  return {
    article,
    html: htmlOf(article?.body ?? []),
    references: article?.body.filter((piece) => typeof piece !== "string"),
    told: problems.map(({ line, severity, message }) => `${line} ${severity}: ${message}`),
  };
}

test.for([
  { path: "a.md", html: "<p>at <em>sea</em></p>\n<pre><code>a &lt; b\n</code></pre>" },
  { path: "a.html", html: "at *sea*\n\n<pre><code>a &lt; b</code></pre>" },
  { path: "a.htm", html: "at *sea*\n\n<pre><code>a &lt; b</code></pre>" },
  { path: "a.txt", html: "<p>at *sea*</p>\n<p>a &lt; b</p>" },
])("marks are filled in the way of a file's format: $path", ({ path, html }) => {
  const text = `${HEAD}{{ page.sub }}\n\n{% highlight text %}\na < b\n{% endhighlight %}\n`;
  expect(read(text, path).html.replace(' class="language-text"', "")).toBe(html);
});

test("braces of MDX are its own", () => {
  expect(read(`${HEAD}{'{{ page.sub }}'}`, "a.mdx").html).toBe("<p>{{ page.sub }}</p>");
  expect(read(`${HEAD}{{ page.sub }}`).html).toBe("<p>at <em>sea</em></p>");
});

describe("behind marks that took lines, the lines of the file are told", () => {
  test("of references and of what is left out", () => {
    const { references, told } = read(`${HEAD}${REMARK}\n![x](b.png)\n\n<canvas></canvas>`);
    expect(references).toEqual([{ target: "b.png", line: 8 }]);
    expect(told).toEqual([
      "10 warning: contains <canvas>, which works in no feed, so it was left out; remove it, or put a link in its place",
    ]);
  });

  test("of a dateline", () => {
    expect(read(`Lock\n${REMARK}\nPARIS, February 30 (QNS) - Text.`, "a.txt").told).toEqual([
      "5 error: the dateline names a day that does not exist; correct it or add a date: field",
    ]);
    expect(read(`Lock\n${REMARK}\nPARIS, March 3 (QNS) - Text.`, "a.txt").article).toMatchObject({
      place: "PARIS",
      published: { kind: "yearless", month: 3, day: 3 },
    });
    expect(read(`Lock\n${REMARK}\nText.`, "a.txt").article).toMatchObject({ place: null, published: null });
  });

  test("but none of what is wrong with all of a text", () => {
    expect(read(`${REMARK}\n${"<div>".repeat(1001)}`, "a.html").told).toEqual([
      "null error: opens more than 1,000 elements inside each other; close them, or write the text as Markdown",
    ]);
  });
});

test("a text of which marks leave nothing is empty", () => {
  expect(read(REMARK).told).toEqual([
    "null error: is empty; write a headline and a paragraph, or remove the file",
  ]);
});
