import { describe, expect, test } from "vitest";
import type { Redirect } from "../../src/article/old-addresses.ts";
import { pastOf } from "../../src/bake/redirects/redirects.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { records } from "../ledger/records.ts";

/** Targets by old path; a number in front is the status: `302 /new`. */
type Redirects = Readonly<Record<string, string>>;

function siteWith(
  redirects: Redirects,
  but: { hosts?: readonly string[]; queries?: readonly string[] } = {},
) {
  const written = Object.entries(redirects).map(([from, text]): [string, Redirect] => {
    const [, status = "301", to = "/"] = /^(?:(\d{3}) )?(.*)$/.exec(text) ?? [];
    return [from, { to, status: Number(status), file: "_redirects", line: 3 }];
  });
  return {
    ...readSiteSettings(null, "site", new FileProblems("site.toml")),
    url: "https://quay.example",
    redirects: new Map(written),
    hosts: new Set(but.hosts),
    redirectQueries: new Set(but.queries),
  };
}

/** So many plain redirects. */
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`/old-${n}`, `/articles/a${n % 3}`]));

const articles = records(3, { 1: { earlier: ["/was-a1"] }, 2: { deleted: 2000 } });

describe("where redirects are stored", () => {
  test("up to fifty plain ones under keys of their own", () => {
    const { moved, packed } = pastOf(articles, siteWith(many(50)));
    expect([moved.size, packed.rows.size]).toEqual([51, 0]);
  });

  test("more are packed, but for those that are published under keys of their own", () => {
    const { moved, packed } = pastOf(articles, siteWith(many(60)), new Set(["/old-0", "/old-1"]));
    expect([...moved.keys()]).toEqual(["/was-a1", "/old-0", "/old-1"]);
    expect(packed.rows.size).toBe(58);
  });

  test("all that are published under keys of their own stay there, however many", () => {
    const site = siteWith(many(1000));
    const { moved, packed } = pastOf(articles, site, new Set(Object.keys(many(1000))));
    expect([moved.size, packed.rows.size]).toEqual([1001, 0]);
  });

  test.for([
    ["a query", { "/?p=1": "/articles/a0" }, { "/?p=1": { to: "/articles/a0", status: 301 } }],
    [
      "its names in order",
      { "/?p=1&cat=2": "/articles/a0" },
      { "/?cat=2&p=1": { to: "/articles/a0", status: 301 } },
    ],
    ["another status", { "/old": "302 /articles/a0" }, { "/old": { to: "/articles/a0", status: 302 } }],
    ["what is gone", { "/old": "410 /" }, { "/old": { to: "/", status: 410 } }],
  ] as const)("%s is packed", ([, redirects, rows]) => {
    const { moved, packed, problems } = pastOf(articles, siteWith(redirects));
    expect([...moved.keys()]).toEqual(["/was-a1"]);
    expect(Object.fromEntries(packed.rows)).toEqual(rows);
    expect(problems).toEqual([]);
  });

  test("in place of an alias of ours: under its key", () => {
    const { moved, packed, problems } = pastOf([], siteWith({ ...many(60), "/feed": "/articles/a0" }));
    expect([...moved]).toEqual([["/feed", "/articles/a0"]]);
    expect([packed.rows.size, problems]).toEqual([60, []]);
  });

  test("in place of a deleted article: under its key, where its memory lies", () => {
    const { moved, gone } = pastOf(articles, siteWith({ ...many(60), "/articles/a2": "/articles/a0" }));
    expect(moved.get("/articles/a2")).toBe("/articles/a0");
    expect([...gone]).toEqual([]);
  });

  test("an address that an article had may be taken away", () => {
    const { moved, gone } = pastOf(articles, siteWith({ "/was-a1": "410 /" }));
    expect([...moved]).toEqual([]);
    expect([...gone]).toEqual(["/articles/a2", "/was-a1"]);
  });
});

describe("patterns", () => {
  test.for([
    [
      "* anywhere",
      { "/blog/*.html": "/articles/:splat" },
      { from: "/blog/*.html", to: "/articles/:splat", status: 301 },
    ],
    [
      "names",
      { "/:year/:month/:name": "302 /articles/:name" },
      { from: "/:year/:month/:name", to: "/articles/:name", status: 302 },
    ],
    [
      "another spelling",
      { "/b\u00fccher/*": "/x/:splat" },
      { from: "/b%C3%BCcher/*", to: "/x/:splat", status: 301 },
    ],
    ["a colon that is no name", { "/a:b/*": "/x" }, { from: "/a%3Ab/*", to: "/x", status: 301 }],
    [
      "a port",
      { "/a/*": "https://else.example:81/:splat" },
      { from: "/a/*", to: "https://else.example:81/:splat", status: 301 },
    ],
  ] as const)("are packed with %s", ([, redirects, pattern]) => {
    const { packed, problems } = pastOf([], siteWith(redirects));
    expect(packed.patterns).toEqual([pattern]);
    expect(problems).toEqual([]);
  });

  test("come the longest first", () => {
    const { packed } = pastOf([], siteWith({ "/a/*": "/x", "/a/b/*": "/y", "/*": "https://z.example/" }));
    expect(packed.patterns.map(({ from }) => from)).toEqual(["/a/b/*", "/a/*", "/*"]);
  });

  test("lead whole paths on, in one hop, but not over an article or a page of the site", () => {
    const { moved } = pastOf(
      articles,
      siteWith({
        "/x": "/articles/a7",
        "/y": "/articles/a0",
        "/z": "/tags/a",
        "/articles/*": "/new/:splat",
        "/tags/*": "/t/:splat",
      }),
    );
    expect(Object.fromEntries(moved)).toMatchObject({
      "/x": "/new/a7",
      "/y": "/articles/a0",
      "/z": "/tags/a",
    });
  });

  test("lead to whole paths in one hop: each such path becomes one of its own", () => {
    const { packed, moved } = pastOf(
      [],
      siteWith({ "/b/x": "302 /c", "/b/y": "/d", "/a/*": "/b/:splat", "/:n/in/*": "/b/:n" }),
    );
    expect(Object.fromEntries([...moved, ...packed.rows])).toEqual({
      "/b/x": { to: "/c", status: 302 },
      "/b/y": "/d",
      "/a/x": "/c",
      "/a/y": "/d",
    });
  });
});

test.for<readonly [name: string, redirects: Redirects]>([
  ["one that takes its own beginning away", { "/en/*": "/:splat" }],
  [
    "many, of which some take a part away",
    {
      "/docs/:lang/usage.html": "/docs/:lang/install.html",
      "/docs/:lang/lint.html": "/docs/:lang/rules.html",
      "/docs/en/*": "/docs/:splat",
      "/en/*": "/:splat",
    },
  ],
  ["two that take each other's beginning away", { "/a/*": "/:splat", "/b/*": "/:splat" }],
])("patterns that make paths shorter are no circle: %s", ([, redirects]) => {
  const { problems, packed } = pastOf([], siteWith(redirects));
  expect([problems, packed.patterns.length]).toEqual([[], Object.keys(redirects).length]);
});

const CIRCLE = "leads back to itself; let it lead to a page";
const NO_TARGET = (to: string) =>
  `leads to "${to}"; write a path such as "/new", or a URL of up to 8000 bytes`;

describe("what is wrong with a redirect is told at its line:", () => {
  test.for<readonly [name: string, redirects: Redirects, says: readonly string[], severity?: string]>([
    ["a pattern that leads to itself", { "/a/*": "/a/b/:splat" }, [CIRCLE]],
    ["a pattern that leads to its beginning", { "/a*": "/a" }, [CIRCLE]],
    ["a pattern that leads to the very path", { "/:year/:name": "/articles/:name" }, [CIRCLE]],
    ["two patterns that lead to each other", { "/a/*": "/b/:splat", "/b/*": "/a/:splat" }, [CIRCLE, CIRCLE]],
    [
      "a language with another name, and back",
      { "/zh/*": "/zh-cn/:splat", "/:lang/show/": "/:lang/x/show/", "/zh-cn/*": "/Zh/:splat" },
      [CIRCLE, CIRCLE, CIRCLE],
    ],
    [
      "a language that is changed for another",
      { "/a/*": "/b/:splat", "/:lang/:to": "/:to/:lang" },
      [CIRCLE, CIRCLE],
    ],
    ["a pattern that leads into a circle", { "/c/*": "/a/:splat", "/a/*": "/a/b/:splat" }, [CIRCLE, CIRCLE]],
    [
      "two patterns, of which one makes paths longer",
      { "/a/*": "/:splat", "/b/*": "/a/b/:splat" },
      [CIRCLE, CIRCLE],
    ],
    [
      "two patterns beside one that makes paths shorter",
      { "/a/*": "/b/:splat", "/b/*": "/a/:splat", "/c/*": "/:splat" },
      [CIRCLE, CIRCLE],
    ],
    ["a splat that doubles", { "/a/*": "/:splat:splat" }, [CIRCLE]],
    ["a whole path that a pattern leads back to", { "/a": "/b/c", "/b/*": "/a" }, [CIRCLE]],
    ["a query that leads to itself", { "/?p=1": "/?p=1" }, [CIRCLE]],
    ["a query that comes along", { "/a": "/b", "/b?p=1": "/a?p=1" }, [CIRCLE]],
    ["a query that does not count", { "/a": "/a?x=1" }, [CIRCLE]],
    ["a part of the very page", { "/a": "/a#x" }, [CIRCLE]],
    ["the site's own URL", { "/a": "https://quay.example/a" }, [CIRCLE]],
    ["the site's own URL without TLS", { "/a": "http://QUAY.example:80/a" }, [CIRCLE]],
    ["the site's own URL with a last dot", { "/a/*": "https://quay.example./a/:splat" }, [CIRCLE]],
    ["the URL of a host of before", { "/a/*": "https://old.example/a/:splat" }, [CIRCLE]],
    ["a URL of the site's own in other letters", { "/a.pdf": "https://quay.example/A.pdf" }, [CIRCLE]],
    ["capitals that are corrected", { "/x": "/Y", "/y": "/X" }, [CIRCLE, CIRCLE]],
    ["slashes that are corrected", { "/x": "/y/", "/y": "/x/" }, [CIRCLE, CIRCLE]],
    ["patterns with capitals", { "/a/*": "/B/:splat", "/b/*": "/A/:splat" }, [CIRCLE, CIRCLE]],
    ["patterns with slashes", { "/a/:x": "/b/:x/", "/b/:x": "/a/:x/" }, [CIRCLE, CIRCLE]],
    ["a pattern that grows in capitals", { "/a/*": "/A/x/:splat" }, [CIRCLE]],
    ["a pattern whose query tells nothing", { "/a/*": "/a?p=:splat" }, [CIRCLE]],
    ["a name that may be the pattern's own word", { "/c/:n/b": "/c/B/:n/" }, [CIRCLE]],
    ["empty segments in the site's own URL", { "/a/*": "https://quay.example/a//b//:splat" }, [CIRCLE]],
    ["a pattern that swaps its parts", { "/b/*/:n/": "/B/:n/:splat/" }, [CIRCLE]],
    ["a splat that may stand for nothing", { "/*": "/b:splat", "/b/*": "/b?p=:splat" }, [CIRCLE, CIRCLE]],
    ["a pattern in another spelling", { "/a/*": "/%61/b/:splat" }, [CIRCLE]],
    ["a pattern that doubles what it takes", { "/x/*": "/:splat/:splat" }, [CIRCLE]],
    [
      "one that shortens before one that does not",
      { "/aa/*": "/b/:splat", "/b/*": "/aa/:splat" },
      [CIRCLE, CIRCLE],
    ],
    [
      "a splat without *",
      { "/a": "/b/:splat" },
      ["leads to :splat, but the old path has no *; write one, or a whole path"],
    ],
    ["a splat in the host", { "/a/*": "https://:splat/x" }, [NO_TARGET("https://:splat/x")]],
    [
      "a splat behind the host",
      { "/a/*": "https://else.example:splat/x" },
      [NO_TARGET("https://else.example:splat/x")],
    ],
    [
      "a splat before the host",
      { "/a/*": "https://a:splat@else.example/x" },
      [NO_TARGET("https://a:splat@else.example/x")],
    ],
    [
      "a name that is not listed",
      { "/a?id=1": "/b" },
      [
        'asks for "id" in a query, which does not count, so it is left out; list it: redirect_queries = ["id"]',
      ],
      "warning",
    ],
    [
      "a pattern of Cloudflare's",
      { "/cdn-cgi/*": "/b" },
      ["is never asked for here: Cloudflare answers below /cdn-cgi itself"],
    ],
    [
      "an article's address",
      { "/articles/a0": "302 /b" },
      ["would hide the article at that address, so it is left out"],
      "warning",
    ],
    [
      "a status at an address of before",
      { "/was-a1": "302 /b" },
      ["has the status 302, but here it can be 301 or 410, so it is left out"],
      "warning",
    ],
    [
      "a status at an alias of ours",
      { "/feed": "302 /b" },
      ["has the status 302, but here it can be 301 or 410, so it is left out"],
      "warning",
    ],
  ])("%s", ([, redirects, says, severity = "error"]) => {
    const { problems } = pastOf(articles, siteWith(redirects, { hosts: ["old.example"] }));
    expect(problems.map(({ message }) => message.replace(/^redirect from "[^"]*" /, ""))).toEqual(says);
    expect(new Set(problems.map(({ file, line, severity }) => `${file}:${line} ${severity}`))).toEqual(
      new Set([`_redirects:3 ${severity}`]),
    );
  });

  test("one that may end is none: through an article's address, to a query, to another site", () => {
    const redirects = {
      "/a/*": "/articles/a0",
      "/b/*": "https://else.example/b/:splat",
      "/articles/*": "/?p=:splat",
    };
    expect(pastOf(articles, siteWith(redirects)).problems).toEqual([]);
  });

  test.for<readonly [name: string, redirects: Redirects]>([
    ["a folder that moves up: each time the path is shorter", { "/blog/*": "/:splat" }],
    [
      "a language with another name, and places in each language",
      {
        "/zh/*": "/zh-cn/:splat",
        "/:lang/showcase/": "/:lang/resources/showcase/",
        "/:lang/guides/parts/": "/:lang/parts/using/",
      },
    ],
    ["two of them", { "/blog/*": "/:splat", "/en/*": "/:splat" }],
    ["everything to the home page, which is there", { "/*": "/" }],
    ["a slash that is added", { "/blog/:name": "/blog/:name/" }],
    ["a pattern that takes a segment, with a slash", { "/:year/:name": "/posts/:name/" }],
    ["capitals that are taken away", { "/Blog/*": "/blog/:splat" }],
    ["capitals that are added", { "/blog/*": "/Blog/:splat" }],
    ["a file in capitals", { "/files/a.pdf": "/files/A.pdf" }],
    ["a slash that is added in a URL of the site", { "/blog/:name": "https://quay.example/blog/:name/" }],
    ["another port of the site's host", { "/a/*": "https://quay.example:8443/a/:splat" }],
  ])("no circle is %s", ([, redirects]) => {
    expect(pastOf([], siteWith(redirects)).problems).toEqual([]);
  });

  test("a URL of the site's own is followed as its path is, and stays one where it ends", () => {
    const redirects = {
      "/a": "https://quay.example/b",
      "/b": "/c",
      "/d": "https://quay.example/rss.xml",
      "/e": "https://old.example/a",
    };
    const { moved } = pastOf([], siteWith(redirects, { hosts: ["old.example"] }));
    expect(Object.fromEntries(moved)).toEqual({
      "/a": "/c",
      "/b": "/c",
      "/d": "https://quay.example/rss.xml",
      "/e": "/c",
    });
  });

  test("too many patterns", () => {
    const patterns = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`/a${n}/*`, "/x"]));
    expect(pastOf([], siteWith(patterns)).problems.map(({ message }) => message)).toEqual([
      "has 501 redirects with * or :name, of which there may be 500; write several as one",
    ]);
  });

  test("more than can be searched in time", () => {
    const far = `https://else.example/${"n".repeat(7970)}`;
    const long = Object.fromEntries(Array.from({ length: 510 }, (_, n) => [`/old-${n}`, `302 ${far}`]));
    expect(pastOf([], siteWith(long)).problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^has redirects of \d+ characters, of which there may be 4000000; /),
    ]);
  });
});

describe("settings that have no effect are told:", () => {
  test("a host that is the site's own, and a name that nobody asks for", () => {
    const site = siteWith(
      { "/?id=1": "/x" },
      { hosts: ["quay.example", "old.example"], queries: ["id", "node"] },
    );
    const { packed, problems } = pastOf([], site);
    expect(packed).toMatchObject({ origin: "https://quay.example", hosts: ["old.example"], queries: ["id"] });
    expect(problems.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'warning: "redirect_queries" names "node", which no redirect asks for; remove it',
      'warning: "hosts" names quay.example, where the site itself is; remove it',
    ]);
  });
});

test("many patterns that lead to many paths are written out up to a bound", () => {
  const rows = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`/b/${n}`, "/c"]));
  const patterns = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`/a${n}/*`, "/b/:splat"]));
  expect(pastOf([], siteWith({ ...rows, ...patterns })).packed.rows.size).toBe(3000);
});

test("what a pattern leads to and is gone is gone behind the pattern", () => {
  const { packed } = pastOf([], siteWith({ "/b/x": "410 /", "/a/*": "/b/:splat" }));
  expect(packed.rows.get("/a/x")).toEqual({ to: "/", status: 410 });
});

test("a chain of ten thousand redirects is followed once", () => {
  const chain = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`/n${n}`, `/n${n + 1}`]));
  const { packed } = pastOf([], siteWith(chain));
  expect(new Set([...packed.rows.values()].map(({ to }) => to))).toEqual(new Set(["/n10000"]));
});
