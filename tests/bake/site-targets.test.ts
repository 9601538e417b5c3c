import { describe, expect, test } from "vitest";
import { resolveTarget } from "../../src/article/resolve-target.ts";
import { siteTargets, urlOn } from "../../src/bake/places/site-targets.ts";
import type { Identification } from "../../src/ledger/identification.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { recordBut, records } from "../ledger/records.ts";
import { siteWith, sourcesOf } from "./small-site.ts";
import { mediaFile, pathOf, urlOf } from "./values.ts";

const site = siteWith('[redirects]\n"/old/" = "/new"\n"/blog/*" = "/new"\n"/b/:name/feed" = "/rss.xml"\n');
const lock = mediaFile("sea/lock.png");

/** The targets of a site that has these articles, by path and address, and the records of two more. */
function targetsOf(files: Readonly<Record<string, string>>, aliases = "[]") {
  const articles = Object.entries(files).flatMap(([path, address], ordinal) =>
    sourcesOf({ [path]: `---\naliases: ${aliases}\n---\nText.\n` }).map((source) => ({
      source,
      record: recordBut({ ordinal, address }),
    })),
  );
  const past = records(2, {
    0: { address: "/moved/", earlier: ["/was", "/was-too/"] },
    1: { deleted: 2000 },
  });
  const identified: Identification = {
    articles,
    records: past,
    ...NOBODY,
  };
  return siteTargets(identified, site, [lock]);
}

describe("a reference can lead to the file of", () => {
  const files = {
    "sea/tea.md": "/articles/tea",
    "sea/rain/index.md": "/articles/rain",
    "sea/indexes/cups.md": "/articles/indexes",
    "v1.2/cups.html": "/articles/cups",
  };

  test.for([
    { name: "an article", file: "sea/tea.md", leads: "https://quay.example/articles/tea" },
    {
      name: "an article, without its extension",
      file: "sea/tea",
      leads: "https://quay.example/articles/tea",
    },
    { name: "a bundle", file: "sea/rain/index.md", leads: "https://quay.example/articles/rain" },
    { name: "a bundle, by its folder", file: "sea/rain", leads: "https://quay.example/articles/rain" },
    {
      name: "an article in a folder with a bundle's name in its own",
      file: "sea/indexes/cups",
      leads: "https://quay.example/articles/indexes",
    },
    {
      name: "an article below a folder with a dot",
      file: "v1.2/cups",
      leads: "https://quay.example/articles/cups",
    },
    { name: "a picture", file: "sea/lock.png", leads: `https://quay.example${lock.address}` },
    { name: "a picture, but not without its extension", file: "sea/lock", leads: undefined },
    { name: "nothing else", file: "sea/rain/index", leads: undefined },
  ])("$name", ({ file, leads }) => {
    expect(targetsOf(files).urls.get(file)).toBe(leads);
  });

  test("the first of two articles with one name, as they lie in the folder, and each by its own extension", () => {
    const { urls } = targetsOf({ "tea.md": "/articles/first", "tea.html": "/articles/second" });
    expect(["tea", "tea.md", "tea.html"].map((name) => urls.get(name))).toEqual([
      "https://quay.example/articles/second",
      "https://quay.example/articles/first",
      "https://quay.example/articles/second",
    ]);
  });

  test("the site whose origin it names", () => {
    expect(targetsOf(files).origin).toBe("https://quay.example");
  });
});

describe("at an address of the site something answers", () => {
  const isAddress = (path: string) =>
    targetsOf({ "tea.md": "/articles/tea" }, '["/tea-time/", "/tea"]').isAddress(path);

  test.for([
    ["of an article, with and without its last slash", "/articles/a1"],
    ["of an article, with and without its last slash", "/articles/a1/"],
    ["of an article, with and without its last slash", "/moved"],
    ["that an article had", "/was"],
    ["that an article had", "/was-too"],
    ["that an article had", "/was-too/"],
    ["that is an article's alias", "/tea"],
    ["that is an article's alias", "/tea-time"],
    ["that is an article's alias", "/tea-time/"],
    ["that is redirected", "/old"],
    ["that is redirected", "/old/"],
    ["that a pattern redirects", "/blog/a/b"],
    ["that a pattern redirects", "/b/tide/feed"],
    ...[
      "archive/1/rss.xml",
      "authors/ada",
      "dates/2025",
      "feed/atom",
      "languages/fr",
      "media/0123456789abcdef0123.png",
    ].map((path) => ["in a folder of the site's own", `/${path}`]),
    ["in a folder of the site's own", "/sections/sea"],
    ["in a folder of the site's own", "/tags/tea/rss.xml"],
    ...[
      "/",
      "/rss.xml",
      "/atom.xml",
      "/feed.json",
      "/feed.css",
      "/favicon.svg",
      "/rss",
      "/atom",
      "/feed",
    ].map((path) => ["of a document that every site has", path]),
    ...["/feed.xml", "/feeds.opml", "/index.xml", "/robots.txt", "/sitemap-news.xml", "/sitemap.xml"].map(
      (path) => ["of a document that every site has", path],
    ),
    ["of a document that every site has", "/subscribe"],
    ["of a document that every site has, with a slash behind it", "/subscribe/"],
    ["of a document that every site has, with a slash behind it", "/rss/"],
  ])("%s: %s", ([, path = ""]) => {
    expect(isAddress(path)).toBe(true);
  });

  test.for([
    ["of no article", "/articles/gone"],
    ["that is only like a folder's", "/tagsoup"],
    ["that is only like a folder's", "/tags"],
    ["that holds a folder's name further on", "/x/tags/tea"],
    ["that holds two slashes behind an article's", "/articles/a1//"],
    ["that is no one's", ""],
  ])("but not %s: %s", ([, path = ""]) => {
    expect(isAddress(path)).toBe(false);
  });
});

describe("the origin of the site is not a prefix", () => {
  const base = urlOf("https://quay.example/articles/tea");

  test.for([
    { target: "https://quay.example/gone", kind: "missing" },
    { target: "https://quay.example.evil/gone", kind: "found" },
    { target: "https://quay.example:8443/gone", kind: "found" },
    { target: "https://quay.example@evil.example/gone", kind: "found" },
    { target: "http://quay.example/gone", kind: "found" },
    { target: "//quay.example/gone", kind: "missing" },
  ])("$target is $kind", ({ target, kind }) => {
    expect(resolveTarget(target, pathOf("tea.md"), base, targetsOf({})).kind).toBe(kind);
  });
});

test("an address of the site is a URL below its origin, or a fault", () => {
  expect(urlOn(site, "/tea")).toBe("https://quay.example/tea");
  expect(() => urlOn({ ...site, url: "nowhere" }, "/tea")).toThrow(
    new RangeError("nowhere/tea is not a URL"),
  );
});

describe("an article can be named in any folder by", () => {
  const files = {
    "sea/_posts/2025-07-01-tea.md": "/articles/tea",
    "sea/rain/index.md": "/articles/rain",
    "land/rain.md": "/articles/rain-2",
    "notes/v1.2.md": "/articles/v1-2",
    "lock.en.md": "/lock",
    "lock.fr.md": "/fr/lock",
    "gate/index.en.md": "/gate",
    "gate/index.fr.md": "/fr/gate",
    "de/blog/tide.md": "/de/tide",
    "en/blog/tide.md": "/tide",
  };
  const urlOfName = (name: string, from = FROM) => targetsOf(files).urlOfName(name, from);
  const FROM = pathOf("notes/new.md");

  test.for([
    { name: "2025-07-01-tea", leads: "/articles/tea" },
    { name: "2025-07-01-tea.md", leads: "/articles/tea" },
    { name: "_posts/2025-07-01-tea.markdown", leads: "/articles/tea" },
    { name: "sea/rain", leads: "/articles/rain" },
    { name: "sea/rain/index.md", leads: "/articles/rain" },
    { name: "rain", leads: "/articles/rain-2" },
    { name: "lock.md", leads: "/lock" },
    { name: "lock.fr.md", leads: "/fr/lock" },
    { name: "gate", leads: "/gate" },
    { name: "tide.md", leads: "/de/tide" },
    { name: "v1.2", leads: "/articles/v1-2" },
    { name: "v1.2.md", leads: "/articles/v1-2" },
  ])("$name", ({ name, leads }) => {
    expect(urlOfName(name)).toBe(`https://quay.example${leads}`);
  });

  test.for(["tea", "ea/rain", "posts/2025-07-01-tea", ""])("not by %s", (name) => {
    expect(urlOfName(name)).toBeNull();
  });

  test.for([
    { name: "lock.md", from: "notes/new.fr.md", leads: "/fr/lock" },
    { name: "gate", from: "gate/index.fr.md", leads: "/fr/gate" },
    { name: "lock.en.md", from: "notes/new.fr.md", leads: "/lock" },
    { name: "blog/tide.md", from: "en/new.md", leads: "/tide" },
    { name: "rain", from: "sea/new.md", leads: "/articles/rain" },
  ])("$name, and from $from the one that is nearest", ({ name, from, leads }) => {
    expect(urlOfName(name, pathOf(from))).toBe(`https://quay.example${leads}`);
  });
});

test("of several files of one name the one that shares most folders is meant", () => {
  const nearest = (from: string, ...paths: readonly string[]) => {
    const files = Object.fromEntries(paths.map((path) => [path, `/${path}`]));
    return targetsOf(files).urlOfName("rain", pathOf(from));
  };
  expect(nearest("a/b/new.md", "a/a/rain.md", "a/b/rain.md")).toBe("https://quay.example/a/b/rain.md");
  expect(nearest("a/b/c/new.md", "a/a/rain.md", "a/b/rain.md")).toBe("https://quay.example/a/b/rain.md");
  expect(nearest("x/new.md", "a/a/rain.md", "a/b/rain.md")).toBe("https://quay.example/a/a/rain.md");
});

test("a redirect from what is no path begins nowhere", () => {
  const none = {
    articles: [],
    records: [],
    ...NOBODY,
  };
  const redirect = { to: "/a", status: 301, file: "_redirects", line: 1 };
  const redirects = new Map(["/a%2Fb", "/old"].map((from) => [from, redirect]));
  const { isAddress } = siteTargets(none, { ...site, redirects }, []);
  expect(["/old", "/a%2Fb", ""].map(isAddress)).toEqual([true, false, false]);
});

describe("what is hidden", () => {
  const none = {
    articles: [],
    records: [],
    ...NOBODY,
  };
  const hidden = { paths: ["sea/soon.md"], isAddress: (pathname: string) => pathname === "/soon" };
  const targets = () => siteTargets(none, site, [], hidden);

  test("has the paths of its files, with and without their extension, their names, and its addresses", () => {
    expect([...targets().hidden]).toEqual(["sea/soon.md", "sea/soon"]);
    const from = pathOf("a.md");
    expect(["soon", "sea/soon.md", "later"].map((name) => targets().isHiddenName(name, from))).toEqual([
      true,
      true,
      false,
    ]);
    expect(["/soon", "/later"].map((one) => targets().isHidden(one))).toEqual([true, false]);
  });

  test("is nothing where nothing is to come", () => {
    const { hidden, isHiddenName, isHidden } = siteTargets(none, site, []);
    expect([hidden.size, isHiddenName("soon", pathOf("a.md")), isHidden("/soon")]).toEqual([0, false, false]);
  });
});
