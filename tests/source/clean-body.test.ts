import { describe, expect, test } from "vitest";
import { readUnchecked } from "../../src/source/clean-body.ts";
import { renderMarkdown } from "../../src/source/markdown.ts";
import { ReferenceLines } from "../../src/source/reference-lines.ts";
import { htmlOf } from "./allowed-tree.ts";
import { bothRoads } from "./both-roads.ts";

describe("clean bodies", () => {
  test("most Markdown takes the cheap road: all that has no raw HTML", () => {
    const markdown =
      '# A\n\nText & *em* "q" [l](b.md) ![i](a.png "t")  \nbreak\n\n- [x] done\n\n| a |\n|--:|\n| 1 |\n\n```js\na < b\n```\n\n> q[^1]\n\n[^1]: n\n\n---\n\n~~s~~ <https://quay.example/> &copy;\n';
    expect(readUnchecked(renderMarkdown(markdown), new ReferenceLines(markdown, 1))).not.toBeNull();
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
});
