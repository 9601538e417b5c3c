import { expect, test } from "vitest";
import { contentDigest } from "../../src/article/content-digest.ts";
import { sourceOf } from "../../src/article/source-of.ts";
import { withoutNestedLinks } from "../../src/source/html/unnested-links.ts";
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

const [a, b, c] = ["a.md", "b.md", "c.md"].map((target) => ({ target, line: 1 }));

test.for([
  { name: "no link", body: ["<p>a</p>"] },
  { name: "links side by side", body: ['<p><a href="', a, '">a</a> <a href="', b, '">b</a></p>'] },
  { name: "ends of no link", body: ["<p>a</a></a></p>"] },
])("a body with $name is the same", ({ body }) => {
  const whole = body.flatMap((piece) => piece ?? []);
  expect(withoutNestedLinks(whole)).toBe(whole);
});

test("what stands behind a link in a link stays, in as few pieces as before", () => {
  const body = ['<a href="', a, '">x <a href="', b, '">b</a> <img src="', c, '" /></a>'];
  expect(withoutNestedLinks(body.flatMap((piece) => piece ?? []))).toEqual([
    '<a href="',
    a,
    '">x b <img src="',
    c,
    '" /></a>',
  ]);
});

test("a picture in a link in a link stays", () => {
  const body = ['<a href="', a, '">x <a href="', b, '">b <img src="', c, '" /></a></a>'];
  expect(withoutNestedLinks(body.flatMap((piece) => piece ?? []))).toEqual([
    '<a href="',
    a,
    '">x b <img src="',
    c,
    '" /></a>',
  ]);
});

test("all references of a link in a link go", () => {
  const body = ['<a href="', a, '"><a href="', b, '" cite="', c, '">b</a></a>'];
  expect(withoutNestedLinks(body.flatMap((piece) => piece ?? []))).toEqual(['<a href="', a, '">b</a>']);
});

test("an article that had one counts as it was, so that its date stays", () => {
  const article = parse('<a href="https://a.example">https://b.example/x</a> on');
  const { plain: _, ...said } = article;
  const nested = must(article.plain ?? null, "the plain reading").body;
  expect(nested.filter((piece) => typeof piece !== "string")).toHaveLength(2);
  expect(sourceOf(article).digest).toBe(contentDigest({ ...said, body: nested }));
});
