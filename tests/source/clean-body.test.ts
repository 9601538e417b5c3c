import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { readSanitized, readUnchecked } from "../../src/source/clean-body.ts";
import { renderMarkdown } from "../../src/source/markdown.ts";
import { ReferenceLines } from "../../src/source/reference-lines.ts";
import { sanitize } from "../../src/source/sanitize.ts";
import { FileProblems } from "../../src/source/source-file.ts";
import { forbiddenIn, htmlOf } from "./allowed-tree.ts";
import { SCRIPT_INJECTIONS } from "./script-injections.ts";

function bothRoads(html: string) {
  const problems = new FileProblems("a.md");
  return {
    cheap: readUnchecked(html, new ReferenceLines(html, 1)),
    long: readSanitized(html, new ReferenceLines(html, 1), problems),
    problems: problems.list,
  };
}

/** Markdown and HTML in small pieces that have a meaning together. */
const fragments = oneof(
  constantFrom(
    ..."# |## |> |- |1. |* |    |**|*|~~|`|```\n|[x]|[^1]|[^1]: |- [ ] |- [x] |\\|&amp;|&#1;|&lt;|&copy;|&|<|>|\"|'".split(
      "|",
    ),
    ...'<p>|</p>|<b>|</b>|<li>|</li>|<ul>|</ul>|<a href="x.md">|</a>|<br>|<br />|<hr>|<div>|</div>|<h1>|</h1>|<h2>|</h2>'.split(
      "|",
    ),
    ...'<table>|<tr>|<td>|<td style="text-align: left">|<td align="left" style="text-align: right">|<th>|</td>|</tr>|</table>|<tbody>|<thead>|</thead>'.split(
      "|",
    ),
    ...'<img src="a.png">|<img src="a.png" alt="">|<img srcset="a.png 1x,b.png 2x">|<img alt=x src=y>|<input type="checkbox" checked>|<input>'.split(
      "|",
    ),
    ...'<p class="x">|<p id="a">|<p id="">|<p title="a &amp; b">|<p onclick="x()">|<dl>|<dt>|<dd>|</dl>|<ruby>|<rt>|</ruby>'.split(
      "|",
    ),
    ...'<video controls src="x.mp4">|</video>|<svg>|</svg>|<script>|</script>|<!-- x -->|<!--more-->|<!|<?x?>|<style>|</style>|<title>|</title>'.split(
      "|",
    ),
    ...'[a](b.md)|![a](b.png "t")|[a](javascript:x)|[a](<b c>)|<https://quay.example/?a=1&b=2>|www.quay.example|[a](mailto:x@quay.example)'.split(
      "|",
    ),
    "| a | b |\n|:--|--:|\n| 1 | 2 |\n",
    "\n",
    "\n\n",
    " ",
    "text ",
  ),
  string({ unit: "grapheme", maxLength: 4 }),
);
const anyMarkdown = array(fragments, { maxLength: 30 }).map((parts) => parts.join(""));

describe("clean bodies", () => {
  test("the cheap road and the sanitizer give the same body, whatever Markdown comes", () => {
    assert(
      property(anyMarkdown, (markdown) => {
        const { cheap, long } = bothRoads(renderMarkdown(markdown));
        if (cheap !== null) expect(cheap).toEqual(long);
      }),
      { numRuns: 3000 },
    );
  });

  test("the cheap road and the sanitizer give the same body, whatever HTML comes", () => {
    assert(
      property(anyMarkdown, (html) => {
        const { cheap, long } = bothRoads(html);
        if (cheap !== null) expect(cheap).toEqual(long);
      }),
      { numRuns: 3000 },
    );
  });

  test("hold only allowed elements, attributes and schemes, whatever comes", () => {
    assert(
      property(anyMarkdown, (text) => {
        for (const html of [text, renderMarkdown(text)]) {
          const { cheap, long, problems } = bothRoads(html);
          expect(forbiddenIn(long.body)).toEqual([]);
          if (cheap !== null) expect(forbiddenIn(cheap.body)).toEqual([]);
          expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("most Markdown takes the cheap road: all that has no raw HTML", () => {
    const markdown =
      '# A\n\nText & *em* "q" [l](b.md) ![i](a.png "t")  \nbreak\n\n- [x] done\n\n| a |\n|--:|\n| 1 |\n\n```js\na < b\n```\n\n> q[^1]\n\n[^1]: n\n\n---\n\n~~s~~ <https://quay.example/> &copy;\n';
    expect(readUnchecked(renderMarkdown(markdown), new ReferenceLines(markdown, 1))).not.toBeNull();
  });

  test("the corpus of injections has at least sixty", () => {
    expect(Object.keys(SCRIPT_INJECTIONS).length).toBeGreaterThanOrEqual(60);
  });

  test.for(Object.entries(SCRIPT_INJECTIONS))("let %s do no harm, as HTML", ([, attempt]) => {
    for (const html of [attempt, `<p>before ${attempt} after</p>`, `<table><tr><td>${attempt}`]) {
      const { cheap, long } = bothRoads(html);
      expect(forbiddenIn(long.body)).toEqual([]);
      if (cheap !== null) expect(cheap).toEqual(long);
    }
  });

  test.for(Object.entries(SCRIPT_INJECTIONS))("let %s do no harm, in Markdown", ([, attempt]) => {
    for (const markdown of [attempt, `before ${attempt} after`, `- ${attempt}\n\n> ${attempt}`]) {
      const { cheap, long } = bothRoads(renderMarkdown(markdown));
      expect(forbiddenIn(long.body)).toEqual([]);
      if (cheap !== null) expect(cheap).toEqual(long);
    }
  });

  test("what has to go is reported once by name, with its line", () => {
    const html = "<p>a</p>\n<script>x</script>\n<form><button>b</button></form>\n<script>y</script>";
    expect(bothRoads(html).problems).toMatchObject([
      { line: 2, severity: "warning", message: expect.stringContaining("holds <script>") },
      { line: 3, severity: "warning", message: expect.stringContaining("holds <form>") },
      { line: 3, severity: "warning", message: expect.stringContaining("holds <button>") },
    ]);
  });

  test.for([
    {
      name: "YouTube",
      src: "https://www.youtube-nocookie.com/embed/abc_1-2?rel=0",
      href: "https://www.youtube.com/watch?v=abc_1-2",
    },
    { name: "Vimeo", src: "//player.vimeo.com/video/123", href: "https://vimeo.com/123" },
    {
      name: "Spotify",
      src: "https://open.spotify.com/embed/episode/abc",
      href: "https://open.spotify.com/episode/abc",
    },
  ])("a player of $name becomes a link to its page", ({ src, href }) => {
    const { long, problems } = bothRoads(`<iframe src="${src}" allowfullscreen></iframe>`);
    expect(htmlOf(long.body)).toContain(`<a href="${href}">`);
    expect(problems).toEqual([]);
  });

  test.for([
    { name: "a figure", html: '<figure><img src="a.png" alt="A" /><figcaption>B</figcaption></figure>' },
    { name: "a film", html: '<video src="a.mp4" poster="a.png" controls></video>' },
    { name: "sound with sources", html: '<audio controls><source src="a.mp3" type="audio/mpeg" /></audio>' },
    {
      name: "a picture",
      html: '<picture><source srcset="a.webp 1x, b.webp 2x" /><img src="a.png" alt="" /></picture>',
    },
    { name: "a table", html: '<table><tr><th scope="row">a</th><td colspan="2">b</td></tr></table>' },
    { name: "details", html: "<details><summary>a</summary><p>b</p></details>" },
  ])("$name stays as it is", ({ html }) => {
    expect(htmlOf(bothRoads(html).long.body)).toBe(html);
  });

  test("the boxes of a task list become characters, since forms work in no feed reader", () => {
    const html = renderMarkdown("- [ ] one\n- [x] two\n");
    expect(htmlOf(bothRoads(html).long.body)).toBe("<ul>\n<li>☐ one</li>\n<li>☑ two</li>\n</ul>");
  });

  test("the sanitizer by itself leaves nothing that runs either", () => {
    for (const attempt of Object.values(SCRIPT_INJECTIONS)) {
      expect(forbiddenIn([sanitize(attempt).html]).filter((name) => name !== "<input>")).toEqual([]);
    }
  });
});
