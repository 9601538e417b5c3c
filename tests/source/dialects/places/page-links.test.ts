import { describe, expect, test } from "vitest";
import type { Body, Reference } from "../../../../src/article/references.ts";
import type { Generator } from "../../../../src/article/setting-choices.ts";
import type { ContentPath } from "../../../../src/article/values.ts";
import { withHeadingIds } from "../../../../src/source/dialects/places/heading-ids.ts";
import { headingSlug, looseSlug } from "../../../../src/source/dialects/places/heading-slugs.ts";
import { withOwnLinks, withPageLinks } from "../../../../src/source/dialects/places/page-links.ts";

const link = (target: string) => ({ kind: "link", target }) as unknown as Reference;
const written = (body: Body) =>
  body.map((piece) => (typeof piece === "string" ? piece : `‹${piece.target}›`)).join("");
const identified = (body: Body, generator: Generator | null = null) =>
  withHeadingIds(body, generator, (text) => text);

describe("the id of a heading", () => {
  test.for([
    { text: " High Tide, at Noon ", generator: "jekyll", id: "high-tide-at-noon" },
    { text: "Über _uns_ 2", generator: "hugo", id: "über-_uns_-2" },
    { text: "a  b", generator: "astro", id: "a--b" },
    { text: "Über uns", generator: "zola", id: "ueber-uns" },
    { text: "OurTide at sea", generator: "eleventy", id: "ourtide-at-sea" },
    { text: "!?", generator: "gatsby", id: "section" },
    { text: "", generator: null, id: "section" },
    { text: "x".repeat(300), generator: "docusaurus", id: "x".repeat(200) },
  ] as const)("$text of $generator is $id", ({ text, generator, id }) => {
    expect(headingSlug(text, generator)).toBe(id);
  });

  test("is alike in any spelling of its letters", () => {
    expect([looseSlug("Über-Uns 2!"), looseSlug("über uns-2")]).toEqual(["uberuns2", "uberuns2"]);
    expect(looseSlug("x".repeat(300))).toBe("x".repeat(200));
  });
});

describe("headings get ids", () => {
  test.for([
    { body: "<h2>A</h2>", html: '<h2 id="a">A</h2>' },
    {
      body: "<h2>A</h2><h3>A</h3><h3>A</h3>",
      html: '<h2 id="a">A</h2><h3 id="a-1">A</h3><h3 id="a-2">A</h3>',
    },
    { body: '<h2 id="b">A</h2>', html: '<h2 id="b">A</h2>' },
    { body: '<h2 class="c" id="b">A</h2><h2>B</h2>', html: '<h2 class="c" id="b">A</h2><h2 id="b-1">B</h2>' },
    {
      body: '<h2 id="b">A</h2><h2 id="b" class="c">B</h2>',
      html: '<h2 id="b">A</h2><h2 id="b-1" class="c">B</h2>',
    },
    { body: '<p id="a">x</p><h2>A</h2>', html: '<p id="a">x</p><h2 id="a-1">A</h2>' },
    {
      body: '<h2 id="b">A</h2><h2 class="c" id="b">B</h2>',
      html: '<h2 id="b">A</h2><h2 class="c" id="b-1">B</h2>',
    },
    { body: "<h2><em>A</em> &amp; b</h2>", html: '<h2 id="a--b"><em>A</em> &amp; b</h2>' },
    { body: "<h7>A</h7><p>b</p>", html: "<h7>A</h7><p>b</p>" },
    { body: '<h2 id="text">A</h2>', html: '<h2 id="text-1">A</h2>' },
    { body: '<p id="text">a</p> id="text"', html: '<p id="text-1">a</p> id="text"' },
    { body: "<dt>A</dt>", html: "<dt>A</dt>" },
  ])("$body is $html", ({ body, html }) => {
    expect(written(identified([body]).body)).toBe(html);
  });

  test("and so do terms of definitions in Hugo", () => {
    expect(written(identified(["<dt>A</dt>"], "hugo").body)).toBe('<dt id="a">A</dt>');
  });

  test("and references within them do not cut them", () => {
    const body = ["<h2>A ", link("/b"), ' c</h2><a href="', link("/d"), '" id="text">e</a>'];
    const { body: made, places, ids } = identified(body);
    expect(written(made)).toBe('<h2 id="a--c">A ‹/b› c</h2><a href="‹/d›" id="text-1">e</a>');
    expect(places[0]).toEqual({ text: "text", id: "text-1" });
    expect(ids.has("text-1")).toBe(true);
  });

  test("and terms that have one keep it", () => {
    const { places } = identified(['<dt id="x">A</dt>'], "hugo");
    expect(places).toEqual([{ text: "A", id: "x" }]);
  });

  test("and each is an id of the article, with those of tags that references cut", () => {
    const own = [...identified([""]).ids];
    const body = ['<img id="a" src="', link("/b"), '" id="b"><p>id="c"</p><h2>D</h2><p>e</p>'];
    expect([...identified(body).ids]).toEqual([...own, "a", "b", "d"]);
  });

  test("and bodies without headings are what they were", () => {
    const body = ["<p>a</p>", link("/b")];
    expect(identified(body).body).toBe(body);
  });
});

describe("links within an article", () => {
  const ANA = '<h2>Ana Holm</h2><h2>Tide 2</h2><h2 id="own">x</h2><h2>🎉 Party</h2>';
  const linked = (target: string, titles: readonly (string | null)[] = []) => {
    const { body, lost } = withPageLinks(identified([`${ANA}<a href="`, link(target), '">b</a>']), titles);
    return { html: written(body).slice(written(body).indexOf("<a")), lost: lost.map(({ target }) => target) };
  };

  test.for([
    { target: "#ana-holm", leads: "#ana-holm" },
    { target: "#own", leads: "#own" },
    { target: "#Ana_Holm", leads: "#ana-holm" },
    { target: "#anaholm", leads: "#ana-holm" },
    { target: "#ana-holm-1", leads: "#ana-holm" },
    { target: "#ana-holm-12", leads: "#ana-holm" },
    { target: "#tide-2", leads: "#tide-2" },
    { target: "#%61na-holm", leads: "#%61na-holm" },
    { target: "#top", leads: "#top" },
    { target: "#TOP", leads: "#TOP" },
    { target: "#", leads: "#" },
    { target: "#:~:text=a", leads: "#:~:text=a" },
    { target: "/other#x", leads: "/other#x" },
    { target: "#lock", leads: "#top", titles: [null, "Lock"] },
  ])("$target leads to $leads", ({ target, leads, titles = [] }) => {
    expect(linked(target, titles)).toEqual({ html: `<a href="‹${leads}›">b</a>`, lost: [] });
  });

  test.for(["#nowhere", "#nowhere#", "#topic", "#text", "#ana-holm-x", "#ana-1-holm", "#-"])(
    "%s leads nowhere, and becomes its text",
    (target) => {
      expect(linked(target)).toEqual({ html: "<a>b</a>", lost: [target] });
    },
  );

  test("to a heading with a picture may be written with words for it", () => {
    const body = ['<h2>Party 🎉</h2><a href="', link("#party-tada"), '">b</a>'];
    expect(written(withPageLinks(identified(body), []).body)).toContain('href="‹#party-›"');
    const plain = ['<h2>Party</h2><a href="', link("#party-tada"), '">b</a>'];
    expect(withPageLinks(identified(plain), []).lost).toHaveLength(1);
    const alone = ['<h2>🎉</h2><h2>!?</h2><a href="', link("#party-tada"), '">b</a>'];
    expect(withPageLinks(identified(alone), []).lost).toHaveLength(1);
  });

  test("are compared with a hundred headings with pictures, and no more", () => {
    const headings = Array.from({ length: 101 }, (_, at) => `<h2>H${at}x 🎉</h2>`).join("");
    const lost = (id: string) =>
      withPageLinks(identified([`${headings}<a href="`, link(id), '">b</a>']), []).lost.length;
    expect([lost("#h99x-tada"), lost("#h100x-tada")]).toEqual([0, 1]);
  });

  test("that no attribute holds stay as they are", () => {
    const { body, lost } = withPageLinks(identified(["<p>", link("#nowhere"), "</p>"]), []);
    expect([written(body), lost]).toEqual(["<p>‹#nowhere›</p>", []]);
  });

  test("that all lead somewhere leave the body as it was", () => {
    const before = identified(['<h2 id="a">A</h2><a href="', link("#a"), '">b</a>']);
    expect(withPageLinks(before, []).body).toBe(before.body);
  });

  test.for([
    { target: "lock.md#gates", own: true },
    { target: "lock#gates", own: true },
    { target: "/news/lock.md#gates", own: true },
    { target: "other.md#gates", own: false },
    { target: "lock.md", own: false },
    { target: "lock.md?x#gates", own: false },
    { target: "tide?lock.md#gates", own: false },
    { target: "#gates", own: false },
    { target: "https://quay.example/lock.md#gates", own: false },
  ])("$target names the article's own file: $own", ({ target, own }) => {
    for (const path of ["news/lock.md", "news/v1.2/lock.md"] as ContentPath[]) {
      const [, made] = withOwnLinks(["<a>", link(target.replace("/news/lock.md", `/${path}`))], path);
      expect(made).toEqual(link(own ? "#gates" : target));
    }
  });
});
