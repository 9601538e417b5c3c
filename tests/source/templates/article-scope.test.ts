import { describe, expect, test } from "vitest";
import type { Generator } from "../../../src/article/setting-choices.ts";
import { articleScope, inlineHtml } from "../../../src/source/templates/article-scope.ts";
import { readValue } from "../../../src/source/templates/values/expression.ts";
import { Budget, Scope } from "../../../src/source/templates/values/scope.ts";
import { UNKNOWN } from "../../../src/source/templates/values/value.ts";
import { siteWith } from "../../bake/small-site.ts";

const DATA = { people: { ana: "Ana Holm" }, site: { motto: "Hold" } };

/** What names mean in an article of a generator's folder. */
function meaning(generator: Generator | null, config: Readonly<Record<string, unknown>> = { motto: "Wait" }) {
  const site = { ...siteWith(), generator, generatorData: { config, data: DATA, includes: {} } };
  const fields = { title: "Lock", params: { deep: { er: "x" } }, sub: { at: "y" }, url: "/own" };
  const values = articleScope("_posts/2025-07-01-lock.md", fields, site);
  const scope = new Scope(values, new Budget(1000));
  return { values, of: (name: string) => readValue(name, scope), site };
}

describe("names in a folder of Jekyll", () => {
  const { of, site } = meaning("jekyll");
  test.for<readonly [string, unknown]>([
    ["page.title", "Lock"],
    ["page.sub.at", "y"],
    ["page.slug", "lock"],
    ["page.date", "2025-07-01"],
    ["page.path", "_posts/2025-07-01-lock.md"],
    ["page.name", "2025-07-01-lock.md"],
    ["page.absent", null],
    ["page.url", "/own"],
    ...["id", "content", "excerpt", "output", "dir", "previous", "next", "collection", "lang"].map(
      (name) => [`page.${name}`, UNKNOWN] as const,
    ),
    ["site.motto", "Wait"],
    ["site.url", site.url],
    ["site.baseurl", ""],
    ["site.title", site.title],
    ["site.description", site.description],
    ["site.data.people.ana", "Ana Holm"],
    ["site.absent", null],
    ...[
      "time",
      "posts",
      "pages",
      "documents",
      "collections",
      "static_files",
      "categories",
      "tags",
      "github",
    ].map((name) => [`site.${name}`, UNKNOWN] as const),
    ["site.RegularPages", UNKNOWN],
    ["page.myurl", null],
    ["page.urls", null],
    ["site.mytags", null],
    ["site.tagsets", null],
    ["layout.any", UNKNOWN],
    ["people.ana", UNKNOWN],
    ["other", UNKNOWN],
  ])("%s is %o", ([name, value]) => {
    expect(of(name)).toBe(value);
  });

  test("that the settings of the generator would say are unknown where there are none", () => {
    expect(meaning("jekyll", {}).of("site.motto")).toBe(UNKNOWN);
    expect(meaning("jekyll", {}).of("site.title")).toBe(site.title);
  });

  test("tell that there is a layout, of which nobody knows more", () => {
    expect(of("layout")).toEqual({});
    expect(meaning("hugo").of("layout")).toBe(UNKNOWN);
    expect(meaning(null).of("layout")).toBe(UNKNOWN);
  });

  test("have no author where neither the settings nor the site name one", () => {
    expect(meaning("jekyll").values.globals.site).not.toHaveProperty("author");
  });

  test("have the site's author where the settings name none", () => {
    const authored = siteWith(`authors = ["Ana Holm"]\n`);
    const author = (config: Readonly<Record<string, unknown>>) =>
      readValue(
        "site.author",
        new Scope(
          articleScope(
            "a.md",
            {},
            {
              ...authored,
              generator: "jekyll",
              generatorData: { config, data: {}, includes: {} },
            },
          ),
          new Budget(100),
        ),
      );
    expect([author({ motto: "x" }), author({ author: "Bo" })]).toEqual(["Ana Holm", "Bo"]);
  });
});

describe("names in a folder of Eleventy", () => {
  const { of, site } = meaning("eleventy");
  test.for<readonly [string, unknown]>([
    ["title", "Lock"],
    ["sub.at", "y"],
    ["people.ana", "Ana Holm"],
    ["page.fileSlug", "lock"],
    ["page.absent", UNKNOWN],
    ["site.motto", "Hold"],
    ["site.url", site.url],
    ["layout", UNKNOWN],
    ["data", undefined],
    ["data.x", UNKNOWN],
  ])("%s is %o", ([name, value]) => {
    expect(of(name)).toBe(value);
  });
});

test("an address that says no date has none", () => {
  const site = { ...siteWith(), generator: "jekyll" as const };
  const { globals } = articleScope("a/tide.md", {}, site);
  expect(globals.page).toEqual({ slug: "tide", fileSlug: "tide", path: "a/tide.md", name: "tide.md" });
});

test("a parameter of Hugo is one of the front matter, or of its table params", () => {
  const { values } = meaning("hugo");
  expect(["title", "sub.at", "deep.er", "absent", "deep.absent"].map(values.param)).toEqual([
    "Lock",
    "y",
    "x",
    null,
    null,
  ]);
});

test("what a scope makes of texts is what the site makes of them", () => {
  const { values, site } = meaning("jekyll");
  expect([values.origin, values.timezone]).toEqual([site.url, site.timezone]);
  expect(values.slugOf("High Tide")).toBe("high-tide");
  expect(values.markdownify("*a*").trim()).toBe("<p><em>a</em></p>");
  expect(values.readDate("2025-07-01T18:00:00Z")).toBe(1_751_392_800);
  expect(values.readDate("2025-07-01T18:00:00.000Z")).toBe(1_751_392_800);
  expect(values.readDate("2025-07-01T20:00:00.125")).toBe(values.readDate("2025-07-01T20:00:00"));
  expect(values.readDate("2025-07-01T20:00:00.5+02:00")).toBe(1_751_392_800);
  // A fraction of a minute, as ISO 8601 has it.
  expect(values.readDate("2025-07-01T20:00.25")).toBe(values.readDate("2025-07-01T20:00"));
  expect(values.readDate("2025-07-01T20:00.25+02:00")).toBe(1_751_392_800);
  expect(values.readDate("now")).toBeNull();
});

test.for([
  { markdown: "Tide, at noon", html: "Tide, at noon" },
  { markdown: "Tide *at* noon", html: "Tide <em>at</em> noon" },
  { markdown: "  *a*\n b ", html: "<em>a</em> b" },
  { markdown: "Tide ", html: "Tide" },
  { markdown: "See www.quay.example", html: 'See <a href="http://www.quay.example">www.quay.example</a>' },
  { markdown: "T_i_de", html: "T_i_de" },
  { markdown: "1. a", html: "<ol>\n<li>a</li>\n</ol>" },
  { markdown: "A<", html: "A&lt;" },
  { markdown: "<div><p>a</p>", html: "<div><p>a</p>" },
  { markdown: "<p>a</p><div></div>", html: "<p>a</p><div></div>" },
  { markdown: "a < b", html: "a &lt; b" },
  { markdown: "www.quay.example", html: '<a href="http://www.quay.example">www.quay.example</a>' },
])("within a line $markdown is $html", ({ markdown, html }) => {
  expect(inlineHtml(markdown)).toBe(html);
});
