import { describe, expect, test } from "vitest";
import { sanitize } from "../../src/source/html/sanitize.ts";

describe("the sanitizer by itself", () => {
  test.for([
    { name: "keeps text and allowed elements", html: "a <b>b</b><br>", clean: "a <b>b</b><br />" },
    { name: "keeps the text of other elements", html: "<font>a <b>b</b></font>", clean: "a <b>b</b>" },
    { name: "closes what is open", html: "<p>a<p>b<b>c", clean: "<p>a</p><p>b<b>c</b></p>" },
    { name: "escapes what is text", html: "a < b & c &copy;", clean: "a &lt; b &amp; c ©" },
    { name: "keeps allowed attributes alone", html: "<p id=a onclick=b>c</p>", clean: '<p id="a">c</p>' },
    { name: "keeps those of their elements alone", html: "<p href=a>b</p>", clean: "<p>b</p>" },
    { name: "drops comments", html: "a<!-- b -->c", clean: "ac" },
    { name: "drops what XML has no room for", html: "a\u0008b", clean: "ab" },
    {
      name: "keeps the boxes of a task list",
      html: "<input type=checkbox checked disabled>",
      clean: '<input type="checkbox" checked />',
    },
    {
      name: "keeps the classes of languages",
      html: '<code class="x language-js">a</code>',
      clean: '<code class="language-js">a</code>',
    },
    { name: "keeps no other class", html: '<code class="x">a</code>', clean: "<code>a</code>" },
  ])("$name", ({ html, clean }) => {
    expect(sanitize(html)).toEqual({ html: clean, leftOut: [] });
  });

  test.for([
    "https://a.example",
    "http://a.example",
    "mailto:a@b.example",
    "tel:+1",
    "//a.example/b",
    "a.md",
    "#a",
  ])("keeps a link to %s", (url) => {
    expect(sanitize(`<a href="${url}">b</a>`)?.html).toBe(`<a href="${url}">b</a>`);
  });

  test.for([
    { name: "href", html: '<a href="javascript:x">b</a>', clean: "<a>b</a>" },
    { name: "src", html: '<img src="data:text/html,x">', clean: "<img />" },
    { name: "poster", html: '<video poster="javascript:x"></video>', clean: "<video></video>" },
    { name: "cite", html: '<q cite="javascript:x">b</q>', clean: "<q>b</q>" },
    { name: "srcset", html: '<img srcset="javascript:x 2x">', clean: "<img />" },
  ])("keeps no unsafe URL in $name", ({ html, clean }) => {
    expect(sanitize(html)?.html).toBe(clean);
  });

  test.for(["td", "th"])("makes align of a style of %s, in its place", (name) => {
    const clean = (attributes: string) => sanitize(`<${name} ${attributes}>a</${name}>`)?.html;
    expect(clean('id="b" style="text-align: right" colspan="2"')).toBe(
      `<${name} id="b" align="right" colspan="2">a</${name}>`,
    );
    expect(clean('style="color: red"')).toBe(`<${name}>a</${name}>`);
    expect(clean('align="left" style="text-align: right"')).toBe(`<${name} align="left">a</${name}>`);
    expect(clean("")).toBe(`<${name}>a</${name}>`);
  });
});

describe("what shows or does something that no article can carry", () => {
  test.for("script style textarea svg math canvas".split(" "))(
    "%s goes with its content, and is told",
    (name) => {
      expect(sanitize(`a<${name}>b</${name}>c`)).toEqual({ html: "ac", leftOut: [name] });
    },
  );

  test.for("option xmp noembed noframes title template".split(" "))("%s goes with its content", (name) => {
    expect(sanitize(`a<${name}>b</${name}>c`)).toEqual({ html: "ac", leftOut: [] });
  });

  test.for("applet button form object select".split(" "))("%s goes but for its text, and is told", (name) => {
    expect(sanitize(`a<${name}>b</${name}>c`)).toEqual({ html: "abc", leftOut: [name] });
  });

  test.for(["embed", "frame"])("%s goes, and is told", (name) => {
    expect(sanitize(`a<${name} src="b">c`)).toEqual({ html: "ac", leftOut: [name] });
  });

  test("each is told once, in order", () => {
    expect(sanitize("<form></form><script></script><form></form>")?.leftOut).toEqual(["form", "script"]);
  });
});

describe("a player", () => {
  const youtube = { page: "https://www.youtube.com/watch?v=ab-c_1", text: "Watch on YouTube" };
  const vimeo = { page: "https://vimeo.com/123", text: "Watch on Vimeo" };
  const spotify = { page: "https://open.spotify.com/episode/abc", text: "Listen on Spotify" };

  test.for([
    { src: "https://www.youtube.com/embed/ab-c_1", ...youtube },
    { src: "https://youtube.com/embed/ab-c_1", ...youtube },
    { src: "http://www.youtube-nocookie.com/embed/ab-c_1?rel=0", ...youtube },
    { src: "//www.youtube.com/embed/ab-c_1", ...youtube },
    { src: "https://player.vimeo.com/video/123?h=a", ...vimeo },
    { src: "http://player.vimeo.com/video/123", ...vimeo },
    { src: "//player.vimeo.com/video/123", ...vimeo },
    { src: "https://open.spotify.com/embed/episode/abc?t=1", ...spotify },
    { src: "http://open.spotify.com/embed/episode/abc", ...spotify },
    { src: "//open.spotify.com/embed/episode/abc", ...spotify },
  ])("of $src becomes a link to its page", ({ src, page, text }) => {
    expect(sanitize(`<p><iframe src="${src}" allowfullscreen></iframe></p>`)).toEqual({
      html: `<p><a href="${page}">${text}</a></p>`,
      leftOut: [],
    });
  });

  test.for([
    "https://quay.example/embed/a",
    "https://www.youtube.com/watch?v=a",
    "https://www.youtube.com/embed/",
    "https://www.youtubexcom/embed/a",
    "https://player.vimeo.com/video/x",
    "https://open.spotify.com/embed/episode",
    "https://quay.example/https://www.youtube.com/embed/a",
    "https://quay.example/https://player.vimeo.com/video/123",
    "https://quay.example/https://open.spotify.com/embed/episode/abc",
    "ftp://www.youtube.com/embed/a",
  ])("that we do not know is left out, and told: %s", (src) => {
    expect(sanitize(`a<iframe src="${src}"></iframe>b`)).toEqual({ html: "ab", leftOut: ["iframe"] });
  });

  test("without an address is left out, and told", () => {
    expect(sanitize("a<iframe></iframe>b")).toEqual({ html: "ab", leftOut: ["iframe"] });
  });

  test("of another element is none", () => {
    expect(sanitize('a<embed src="https://www.youtube.com/embed/a">b')?.leftOut).toEqual(["embed"]);
  });
});

describe("a URL with comments inside", () => {
  test("is kept with fifty of them, and left out with more", () => {
    const clean = (count: number) => sanitize(`<a href="a${"<!---->".repeat(count)}b">c</a>`)?.html;
    expect(clean(50)).toContain("href");
    expect(clean(51)).toBe("<a>c</a>");
  });
});
