import { expect, test } from "vitest";
import { contentDigest } from "../../src/article/content-digest.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { siteWith } from "../bake/small-site.ts";
import { must, pathOf } from "../bake/values.ts";

function parse(text: string) {
  const path = pathOf("a.md");
  return must(parseArticle({ path, bytes: Buffer.from(`# T\n\n${text}\n`) }, siteWith()).article, path);
}

const htmlOf = (text: string) =>
  parse(text)
    .body.map((piece) => (typeof piece === "string" ? piece : piece.target))
    .join("");

test.for([
  [
    "an address in the words of a link",
    '<a href="https://a.example">https://b.example/x</a> on',
    '<p><a href="https://a.example">https://b.example/x</a> on</p>',
  ],
  [
    "a link of Markdown in a link of HTML",
    '<a href="https://a.example">see [b](https://b.example) there</a>, and [c](https://c.example)',
    '<p><a href="https://a.example">see b there</a>, and <a href="https://c.example">c</a></p>',
  ],
  [
    "two in one",
    '<a href="https://a.example"><a href="https://b.example">b</a><a title="c" href="https://c.example">c</a></a>',
    '<p><a href="https://a.example">bc</a></p>',
  ],
  ["none", "[b](https://b.example)", '<p><a href="https://b.example">b</a></p>'],
] as const)("a link holds no link (HTML §4.5.1): %s", ([, text, html]) => {
  expect(htmlOf(text)).toBe(html);
});

test("an article that had one counts as it was, so that its date stays", () => {
  const article = parse('<a href="https://a.example">https://b.example/x</a> on');
  const { plain: _, ...said } = article;
  const nested = must(article.plain ?? null, "the plain reading").body;
  expect(nested.filter((piece) => typeof piece !== "string")).toHaveLength(2);
  expect(sourceOf(article).digest).toBe(contentDigest({ ...said, body: nested }));
});
