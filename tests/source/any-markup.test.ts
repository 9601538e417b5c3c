import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { sanitize } from "../../src/source/html/sanitize.ts";
import { renderMarkdown } from "../../src/source/markdown/markdown.ts";
import { runs } from "../runs.ts";
import { forbiddenIn } from "./allowed-tree.ts";
import { bothRoads } from "./both-roads.ts";
import { SCRIPT_INJECTIONS } from "./script-injections.ts";

/** Markdown and HTML in small pieces that have a meaning together. */
const fragments = oneof(
  constantFrom(
    ..."# |## |> |- |1. |* |    |**|*|~~|`|```\n|[x]|[^1]|[^1]: |- [ ] |- [x] |\\|&amp;|&#1;|&lt;|&copy;|&quot;|&#39;|&#x27;|&|<|>|\"|'".split(
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
    ...'<p class="x">|<p id="a">|<p id="">|<p title="a &amp; b">|<p />|<em />|<p onclick="x()">|<dl>|<dt>|<dd>|</dl>|<code class="language-js hljs">|</code>|<ruby>|<rt>|</ruby>'.split(
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

describe("clean bodies of whatever markup comes", () => {
  test("the cheap road and the sanitizer give the same body: of Markdown", () => {
    assert(
      property(anyMarkdown, (markdown) => {
        const { cheap, long } = bothRoads(renderMarkdown(markdown));
        if (cheap !== null) expect(cheap).toEqual(long);
      }),
      runs(3000),
    );
  });

  test("the cheap road and the sanitizer give the same body: of HTML", () => {
    assert(
      property(anyMarkdown, (html) => {
        const { cheap, long } = bothRoads(html);
        if (cheap !== null) expect(cheap).toEqual(long);
      }),
      runs(3000),
    );
  });

  test("hold only allowed elements, attributes and schemes", () => {
    assert(
      property(anyMarkdown, (text) => {
        for (const html of [text, renderMarkdown(text)]) {
          const { cheap, long, problems } = bothRoads(html);
          expect(forbiddenIn(long.body)).toEqual([]);
          if (cheap !== null) expect(forbiddenIn(cheap.body)).toEqual([]);
          expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        }
      }),
      runs(2000),
    );
  });
});

describe("attempts to get a script into an article", () => {
  test("are sixty at least", () => {
    expect(Object.keys(SCRIPT_INJECTIONS).length).toBeGreaterThanOrEqual(60);
  });

  test.for(Object.entries(SCRIPT_INJECTIONS))("do no harm as HTML: %s", ([, attempt]) => {
    for (const html of [attempt, `<p>before ${attempt} after</p>`, `<table><tr><td>${attempt}`]) {
      const { cheap, long } = bothRoads(html);
      expect(forbiddenIn(long.body)).toEqual([]);
      if (cheap !== null) expect(cheap).toEqual(long);
    }
  });

  test.for(Object.entries(SCRIPT_INJECTIONS))("do no harm in Markdown: %s", ([, attempt]) => {
    for (const markdown of [attempt, `before ${attempt} after`, `- ${attempt}\n\n> ${attempt}`]) {
      const { cheap, long } = bothRoads(renderMarkdown(markdown));
      expect(forbiddenIn(long.body)).toEqual([]);
      if (cheap !== null) expect(cheap).toEqual(long);
    }
  });

  test("do no harm behind the sanitizer alone either", () => {
    for (const attempt of Object.values(SCRIPT_INJECTIONS)) {
      expect(forbiddenIn([sanitize(attempt)?.html ?? ""]).filter((name) => name !== "<input>")).toEqual([]);
    }
  });
});
