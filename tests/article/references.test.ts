import { describe, expect, test } from "vitest";
import { escapeAttribute } from "../../src/article/escape-attribute.ts";
import { filesNamed, joinBody, leadsElsewhere } from "../../src/article/references.ts";
import type { Targets } from "../../src/article/resolve-target.ts";
import { resolveReferences, resolveTarget } from "../../src/article/resolve-target.ts";
import type { AbsoluteUrl, ContentPath } from "../../src/article/values.ts";

const SITE = "https://quay.example";
const BASE = `${SITE}/articles/lock` as AbsoluteUrl;
const PATH = "harbour/lock.md" as ContentPath;
const url = (address: string) => `${SITE}${address}` as AbsoluteUrl;

const targets: Targets = {
  origin: SITE,
  hidden: new Set(["harbour/soon.md", "harbour/soon"]),
  urls: new Map([
    ["harbour/lock.md", BASE],
    ["harbour/pumps.md", url("/articles/pumps")],
    ["harbour/pumps", url("/articles/pumps")],
    ["world/tide", url("/articles/tide")],
    ["harbour/a b.png", url("/media/1.png")],
    ["img/é.png", url("/media/2.png")],
    ["harbour", url("/articles/harbour")],
    ["harbour/lock/gates.png", url("/media/3.png")],
    ["img/a@2x.png", url("/media/4.png")],
    ["harbour/100%.png", url("/media/5.png")],
    ["harbour/mailto:mole@quay.example", url("/media/6.png")],
    ["harbour/pumps-2", url("/articles/pumps-2")],
  ]),
  urlOfName: (name) => (/^(?:world\/)?tide(?:\.md)?$/.test(name) ? url("/articles/tide") : null),
  isHiddenName: (name) => name === "later",
  isHidden: (pathname) => pathname === "/articles/soon",
  isAddress: (pathname) => ["/", "/rss.xml", "/articles/pumps"].includes(pathname),
};

describe("resolveTarget", () => {
  test.for([
    { name: "a source file beside the article", target: "pumps.md", leads: "/articles/pumps" },
    { name: "one with a fragment", target: "./pumps.md#one", leads: "/articles/pumps#one" },
    { name: "one with a query and a fragment", target: "pumps.md?a=b#c", leads: "/articles/pumps?a=b#c" },
    { name: "one without its extension", target: "pumps", leads: "/articles/pumps" },
    { name: "one with a slash at its end", target: "pumps/", leads: "/articles/pumps" },
    { name: "one under the extension of a page", target: "pumps.html", leads: "/articles/pumps" },
    { name: "one in another folder", target: "../world/tide", leads: "/articles/tide" },
    { name: "one from the content folder on", target: "/world/tide/", leads: "/articles/tide" },
    { name: "one as Zola writes it", target: "@/harbour/pumps.md", leads: "/articles/pumps" },
    { name: "one beside the page, as a browser shows it", target: "../pumps/", leads: "/articles/pumps" },
    { name: "one below the page, as a browser shows it", target: "gates.png", leads: "/media/3.png" },
    { name: "one under the short extension of a page", target: "pumps.HTM", leads: "/articles/pumps" },
    { name: "a file with a mark that Zola puts first", target: "/img/a@2x.png", leads: "/media/4.png" },
    { name: "a file with a stray percent sign", target: "100%.png", leads: "/media/5.png" },
    { name: "a file with a space", target: "a%20b.png", leads: "/media/1.png" },
    { name: "a file with an accent", target: "/img/%C3%A9.png", leads: "/media/2.png" },
    { name: "the article itself", target: "", leads: "/articles/lock" },
    { name: "a fragment of the article itself", target: "#one", leads: "/articles/lock#one" },
    { name: "a query of the article itself", target: "?one", leads: "/articles/lock?one" },
    { name: "an address of the site", target: "/rss.xml", leads: "/rss.xml" },
    { name: "the site itself", target: "https://quay.example/", leads: "/" },
    {
      name: "an address beside the article's (RFC 3986 §5)",
      target: "/articles/pumps?x",
      leads: "/articles/pumps?x",
    },
  ])("finds $name", ({ target, leads }) => {
    expect(resolveTarget(target, PATH, BASE, targets)).toEqual({ kind: "found", url: url(leads) });
  });

  test.for([
    { target: "https://other.example/x.md", leads: "https://other.example/x.md" },
    { target: "//other.example/a", leads: "https://other.example/a" },
    { target: "mailto:desk@quay.example", leads: "mailto:desk@quay.example" },
    { target: "mailto:mole@quay.example", leads: "mailto:mole@quay.example" },
  ])("leaves $target alone, whatever files there are", ({ target, leads }) => {
    expect(resolveTarget(target, PATH, BASE, targets)).toEqual({ kind: "found", url: leads });
  });

  test.for([
    { name: "a file that is not there", target: "gone.md" },
    { name: "a name without an extension", target: "gone" },
    { name: "a name that only begins like that of a page", target: "pumps.html-2" },
    { name: "a folder", target: "./gallery/" },
    { name: "an address where nothing answers", target: "/about/" },
    { name: "such an address as a whole URL", target: "https://quay.example/about" },
    { name: "a path that leaves the content folder", target: "../../etc/passwd" },
    { name: "a URL that is none", target: "https://" },
  ])("misses $name", ({ target }) => {
    expect(resolveTarget(target, PATH, BASE, targets)).toMatchObject({ kind: "missing" });
  });
});

test.for([
  { name: "its address", target: "/articles/soon" },
  { name: "its address with a place in it", target: "/articles/soon#gates" },
  { name: "its URL", target: "https://quay.example/articles/soon?a" },
  { name: "its file", target: "soon.md" },
  { name: "its file without an extension", target: "soon" },
  { name: "its name, in any folder", target: "**/later" },
])("an article that is not there now is no link and no fault: $name", ({ target }) => {
  const references = [{ target, line: 3 }];
  expect(resolveReferences(references, PATH, BASE, targets)).toEqual({ urls: [null], broken: [] });
});

describe("a name in any folder", () => {
  test.for([
    { name: "an article", target: "**/tide", kind: "found", leads: "/articles/tide" },
    { name: "a place in one", target: "**/world/tide.md#high", kind: "found", leads: "/articles/tide#high" },
    { name: "an address", target: "**/articles/pumps", kind: "found", leads: "/articles/pumps" },
    {
      name: "a file below the content folder",
      target: "**/img/%C3%A9.png",
      kind: "found",
      leads: "/media/2.png",
    },
    { name: "a file beside the article", target: "**/a b.png", kind: "found", leads: "/media/1.png" },
    { name: "no file", target: "**/gone.png", kind: "missing", leads: "/gone.png" },
    { name: "no article", target: "**/gone.md", kind: "lost", leads: "/gone.md" },
    { name: "no article in other forms", target: "**/gone.markdown", kind: "lost", leads: "/gone.markdown" },
    { name: "no page", target: "**/gone.html", kind: "lost", leads: "/gone.html" },
    { name: "no page of old", target: "**/gone.HTM", kind: "lost", leads: "/gone.HTM" },
    {
      name: "no file, though it begins like Markdown",
      target: "**/gone.mdx",
      kind: "missing",
      leads: "/gone.mdx",
    },
    {
      name: "no file, though it begins like a longer name of it",
      target: "**/gone.markdown2",
      kind: "missing",
      leads: "/gone.markdown2",
    },
    {
      name: "no file, though it begins like a page",
      target: "**/gone.html5",
      kind: "missing",
      leads: "/gone.html5",
    },
    { name: "no article without an extension", target: "**/v1.2/gone", kind: "lost", leads: "/v1.2/gone" },
  ])("may be that of $name", ({ target, kind, leads }) => {
    expect(resolveTarget(target, PATH, BASE, targets)).toEqual({ kind, url: url(leads) });
  });

  test("may be that of an article that is there, though one that is not has it too", () => {
    const both = { ...targets, isHiddenName: () => true, isHidden: () => true };
    expect(resolveTarget("**/tide", PATH, BASE, both)).toEqual({ kind: "found", url: url("/articles/tide") });
  });

  test("that nothing has is told, and leaves its text", () => {
    const references = [{ target: "**/gone", line: 3 }];
    const { urls, broken } = resolveReferences(references, PATH, BASE, targets);
    expect(joinBody(['See <a href="', '" title="x">that</a>.'], urls)).toBe('See <a title="x">that</a>.');
    expect(broken).toEqual(references);
  });
});

describe("resolveReferences and joinBody", () => {
  test("puts absolute URLs in, escaped, and tells broken references with their lines", () => {
    const references = [
      { target: "pumps.md?a=1&b=2", line: 3 },
      { target: 'gone".png', line: 7 },
    ];
    const { urls, broken } = resolveReferences(references, PATH, BASE, targets);
    expect(joinBody(['<a href="', '">x</a><img src="', '" />'], urls)).toBe(
      '<a href="https://quay.example/articles/pumps?a=1&amp;b=2">x</a><img src="https://quay.example/articles/gone%22.png" />',
    );
    expect(broken).toEqual([{ target: 'gone".png', line: 7 }]);
  });

  test.for([
    { name: "is empty", pieces: [], urls: [], html: "" },
    { name: "has no reference", pieces: ["<p>See.</p>"], urls: [], html: "<p>See.</p>" },
    { name: "ends with a reference", pieces: ["<a>"], urls: [BASE], html: `<a>${BASE}` },
  ])("a body that $name is put together as it is", ({ pieces, urls, html }) => {
    expect(joinBody(pieces, urls)).toBe(html);
  });

  test("the page of an article whose path has several dots is below its name", () => {
    const urls = new Map([["v1.2/lock.old/gates.png", url("/media/3.png")]]);
    expect(
      resolveTarget("gates.png", "v1.2/lock.old.md" as ContentPath, BASE, { ...targets, urls }),
    ).toMatchObject({ kind: "found" });
  });
});

describe("a reference leads to another site at a glance", () => {
  test.for([
    "https://sea.example",
    "http://sea.example/a?b#c",
    "https://sea.example?b",
    "https://sea.example#c",
    "https://a.b-c-d.sea9.example/",
    "https://quay.example.org/a",
    "https://my-quay.example/a",
  ])("%s", (target) => {
    expect(leadsElsewhere({ target, line: 1 }, SITE)).toBe(true);
  });

  test.for([
    { name: "this site", target: "https://quay.example/a" },
    { name: "this site without encryption", target: "http://quay.example" },
    { name: "a host that is a number", target: "https://1.2.3.4/" },
    { name: "a host of one letter at its end", target: "https://sea.e/" },
    { name: "a host without a dot", target: "https://sea/" },
    { name: "a host that begins with a hyphen", target: "https://-sea.example/" },
    { name: "a host in capitals", target: "https://SEA.example/" },
    { name: "a host with a port", target: "https://sea.example:8080/" },
    { name: "a host behind a user", target: "https://a@sea.example/" },
    { name: "a URL without its scheme", target: "//sea.example" },
    { name: "a path", target: "/a/https://sea.example/" },
    { name: "a file", target: "sea.example" },
    { name: "an address of mail", target: "mailto:a@sea.example" },
  ])("but not at $name: that takes a look", ({ target }) => {
    expect(leadsElsewhere({ target, line: 1 }, SITE)).toBe(false);
  });
});

test("text in a double-quoted attribute is escaped", () => {
  expect(escapeAttribute(`a & "b" <c> & "d" <e>`)).toBe(
    "a &amp; &quot;b&quot; &lt;c&gt; &amp; &quot;d&quot; &lt;e&gt;",
  );
});

describe("a file that is not to be seen yet", () => {
  test.for(["soon.md", "soon", "soon.md#top", "../harbour/soon.md"])("leads nowhere: %s", (target) => {
    expect(resolveTarget(target, PATH, BASE, targets)).toEqual({ kind: "hidden", url: BASE });
  });

  test("leaves its text, and is no broken link", () => {
    const references = [
      { target: "soon.md", line: 3 },
      { target: "pumps.md", line: 4 },
    ];
    expect(resolveReferences(references, PATH, BASE, targets)).toEqual({
      urls: [null, url("/articles/pumps")],
      broken: [],
    });
  });
});

test.for([
  { target: "pumps.md", files: ["harbour/pumps.md", "harbour/lock/pumps.md"] },
  { target: "pumps.md?v=1#gates", files: ["harbour/pumps.md", "harbour/lock/pumps.md"] },
  { target: "/img/a.png#top", files: ["img/a.png"] },
  { target: "@/world/tide.md?a#b\nc", files: ["world/tide.md"] },
  { target: "../tide.md#a", files: ["tide.md", "harbour/tide.md"] },
])("$target may mean $files, whatever part of it is named", ({ target, files }) => {
  expect(filesNamed(target, PATH)).toEqual(files);
});
