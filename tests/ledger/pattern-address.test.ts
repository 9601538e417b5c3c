import { describe, expect, test } from "vitest";
import type { Addressing } from "../../src/article/source.ts";
import { patternAddress, patternOf } from "../../src/ledger/pattern-address.ts";
import { siteWith } from "../bake/small-site.ts";
import { articleText, NOW, SiteHistory } from "./site-history.ts";
import { sourceAt } from "./source-at.ts";

const site = siteWith('timezone = "Pacific/Auckland"\n');
/** 2024-12-31T22:05:00Z, which is 1 January in Auckland. */
const NEW_YEAR = Date.parse("2024-12-31T22:05:00Z") / 1000;

function address(pattern: string, addressing: Addressing = {}, suffix = ""): string {
  return patternAddress(pattern, "lock", NEW_YEAR, site, { addressing })(suffix);
}

describe("an address by a pattern", () => {
  test.for([
    { pattern: "/{year}/{month}/{day}/{hour}{minute}/{slug}", is: "/2025/01/01/1105/lock" },
    { pattern: "/{plainmonth}/{plainday}/{slug}", is: "/1/1/lock" },
    { pattern: "/{yearday}/{slug}.html", is: "/001/lock.html" },
    { pattern: "/{plainyearday}/{shortyear}/{slug}", is: "/1/25/lock" },
    { pattern: "/{monthname}/{shortmonth}/{slug}", is: "/January/Jan/lock" },
    { pattern: "/{weekyear}/W{week}/{weekday}/{slug}", is: "/2025/W01/3/lock" },
    { pattern: "/{dayname}/{shortday}/{second}/{slug}", is: "/Wednesday/Wed/00/lock" },
    { pattern: "/{author}/{slug}/", is: "/lock/" },
    { pattern: "/{section}/{categories}/{slug}", is: "/lock" },
    { pattern: "/{slug}/{author}", is: "/lock/" },
    { pattern: "/.{author}/{slug}", is: "/lock" },
    { pattern: "/{slug}/..{author}", is: "/lock" },
    { pattern: "/{title}", is: "/lock" },
    { pattern: "/{filename}.html", is: "/lock.html" },
    { pattern: "/{path}/", is: "/lock/" },
    { pattern: "/{folders}/{lang}/{slug}", is: "/lock" },
  ])("of $pattern is $is, and what is missing leaves no segment", ({ pattern, is }) => {
    expect(address(pattern)).toBe(is);
  });

  test("has the values of its source", () => {
    const values = { section: "sea", categories: "a/b", author: "ana", lang: "fr", path: "x/y" };
    expect(address("/{lang}/{section}/{categories}/{author}/{path}.html", { values })).toBe(
      "/fr/sea/a/b/ana/x/y.html",
    );
  });

  test("has the day that was written, whatever the zone", () => {
    expect(address("/{year}/{month}/{day}/{hour}/{slug}", { wall: "2024-12-31T23:30" })).toBe(
      "/2024/12/31/23/lock",
    );
  });

  test("writes each part of a date with as many digits as every other date has", () => {
    expect(
      address("/{year}/{month}/{day}/{hour}{minute}/{yearday}/{slug}", { wall: "0987-03-04T05:06" }),
    ).toBe("/0987/03/04/0506/063/lock");
    expect(address("/{weekyear}/{week}/{slug}", { wall: "0987-03-04T05:06" })).toBe("/0987/09/lock");
  });

  test("has the year of its week, which on the last days of a year may be the next", () => {
    expect(address("/{year}/{weekyear}-{week}/{slug}", { wall: "2024-12-30T12:00" })).toBe(
      "/2024/2025-01/lock",
    );
    expect(address("/{year}/{weekyear}-{week}/{slug}", { wall: "2027-01-01T12:00" })).toBe(
      "/2027/2026-53/lock",
    );
  });

  test.for([
    { pattern: "/{year}/{slug}.html", is: "/2025/lock-2.html" },
    { pattern: "/{path}/", is: "/a/b-2/" },
    { pattern: "/{title}/{slug}", is: "/lock/lock-2" },
    { pattern: "/{categories}/", is: "/c-2/" },
    { pattern: "/{categories}", is: "/c-2" },
    { pattern: "/{author}", is: "/U.S.-2" },
    { pattern: "/{author}/{filename}", is: "/U.S./N.Y.-2" },
  ])("takes a number behind what names the article: $is", ({ pattern, is }) => {
    const values = { path: "a/b", categories: "c", author: "U.S.", filename: "N.Y." };
    expect(address(pattern, { values }, "-2")).toBe(is);
  });

  test.for([
    {
      name: "what others share goes first",
      values: { section: "s".repeat(600) },
      pattern: "/{section}/{slug}/",
      is: "/lock/",
    },
    {
      name: "then the end of the rest",
      values: { path: "p".repeat(600) },
      pattern: "/{path}",
      is: `/${"p".repeat(499)}`,
    },
    {
      name: "no letter is cut in two",
      values: { path: "%E6%BD%AE".repeat(60) },
      pattern: "/{path}",
      is: `/${"%E6%BD%AE".repeat(55)}`,
    },
    {
      name: "no slash is left at its end",
      values: { path: `${"p".repeat(498)}/q` },
      pattern: "/{path}/",
      is: `/${"p".repeat(498)}/`,
    },
    {
      name: "what others share stays where there is room to the byte",
      values: { section: "s".repeat(494) },
      pattern: "/{section}/{slug}",
      is: `/${"s".repeat(494)}/lock`,
    },
    {
      name: "and goes where a byte is missing",
      values: { section: "s".repeat(495) },
      pattern: "/{section}/{slug}",
      is: "/lock",
    },
    {
      name: "a date stays",
      values: { section: "s".repeat(600) },
      pattern: "/{year}/{section}/{slug}",
      is: "/2025/lock",
    },
    {
      name: "a date stays, and the end of the rest goes",
      values: { path: "p".repeat(600) },
      pattern: "/{year}/{path}",
      is: `/2025/${"p".repeat(494)}`,
    },
    {
      name: "no letter is cut in two at its second byte",
      values: { path: `p${"%E6%BD%AE".repeat(60)}` },
      pattern: "/{path}",
      is: `/p${"%E6%BD%AE".repeat(55)}`,
    },
    {
      name: "no letter is cut in two between its bytes",
      values: { path: `pp${"%E6%BD%AE".repeat(60)}` },
      pattern: "/{path}",
      is: `/pp${"%E6%BD%AE".repeat(55)}`,
    },
    {
      name: "no byte of a letter is cut in two, whatever its digits",
      values: { path: `${"p".repeat(8)}${"%E2%80%93".repeat(60)}` },
      pattern: "/{path}",
      is: `/${"p".repeat(8)}${"%E2%80%93".repeat(54)}`,
    },
    {
      name: "no slash or dot is left at its end, however many",
      values: { path: `${"p".repeat(497)}..qq` },
      pattern: "/{path}",
      is: `/${"p".repeat(497)}`,
    },
    {
      name: "a text without any token",
      values: {},
      pattern: `/${"p".repeat(600)}`,
      is: `/${"p".repeat(499)}`,
    },
    {
      name: "something of what names the article stays, whatever the rest",
      values: {},
      pattern: `/${"p".repeat(600)}/{slug}`,
      is: `/${"p".repeat(600)}/l`,
    },
    {
      name: "what would be cut to nothing is an article",
      values: { path: `./${"p".repeat(600)}` },
      pattern: `/${"p".repeat(600)}/{path}`,
      is: `/${"p".repeat(600)}/article`,
    },
  ])("fits a storage key: $name", ({ values, pattern, is }) => {
    expect(address(pattern, { values })).toBe(is);
  });

  test("is cut before its number, so that one that has none keeps its bytes", () => {
    expect(address("/{path}", { values: { path: "p".repeat(600) } }, "-2")).toBe(`/${"p".repeat(499)}-2`);
  });
});

describe("the pattern for an article", () => {
  const folders = siteWith('permalinks = { "blog" = "/b/{slug}", "blog/old" = "/o/{slug}" }\n');
  const of = (path: string, addressing?: Addressing) =>
    patternOf(sourceAt({ path, ...(addressing && { addressing }) }), folders);

  test.for([
    { rule: "that of its folder", path: "blog/a.md", is: "/b/{slug}" },
    { rule: "that of the longest one", path: "blog/old/new/a.md", is: "/o/{slug}" },
    { rule: "the site's where a name only begins like a folder", path: "blogs/a.md", is: "/articles/{slug}" },
    { rule: "the site's for a file of a folder's name", path: "blog.md", is: "/articles/{slug}" },
  ])("is $rule: $path", ({ path, is }) => {
    expect(of(path)).toBe(is);
  });

  test.for([
    { rule: "that of its tag before its folder's", tags: ["A Note"], is: "/n/{slug}" },
    { rule: "the first in the table of several", tags: ["sea", "a-note"], is: "/n/{slug}" },
    { rule: "that of its section", section: "News", is: "/s/{slug}" },
    { rule: "that of its section behind one of a tag", section: "news", tags: ["a note"], is: "/n/{slug}" },
    {
      rule: "that of its folder where no name has one",
      tags: ["lock", "news"],
      section: "sea",
      is: "/b/{slug}",
    },
  ])("is $rule", ({ tags = [], section = null, is }) => {
    const site = siteWith(
      'permalinks = { "blog" = "/b/{slug}", "tag:a note" = "/n/{slug}", "category:sea" = "/sea/{slug}", "section:news" = "/s/{slug}" }\n',
    );
    expect(patternOf(sourceAt({ path: "blog/a.md", tags, section }), site)).toBe(is);
    expect(patternOf({}, site)).toBe("/articles/{slug}");
  });

  test("begins with the language for a tag too", () => {
    const site = siteWith('languages = ["en", "fr"]\npermalinks = { "tag:note" = "/n/{slug}" }\n');
    const source = sourceAt({ path: "a.md", tags: ["note"], addressing: { language: "fr" } });
    expect(patternOf(source, site)).toBe("/fr/n/{slug}");
  });

  test("is its own before all", () => {
    expect(of("blog/a.md", { pattern: "/{year}/{slug}", language: "fr" })).toBe("/{year}/{slug}");
  });

  test.for([
    { pattern: "/blog/{year}/{month}/{day}/{slug}", slug: "tide", is: "/blog/{slug}" },
    { pattern: "/blog/{year}/{slug}/", slug: "tide", is: "/blog/{slug}/" },
    { pattern: "/blog/{year}/{slug}/", slug: null, is: "/blog/{year}/{slug}/" },
  ])("of Docusaurus has no date where the front matter has a slug: $pattern", ({ pattern, slug, is }) => {
    const site = siteWith(`generator = "docusaurus"\npermalink = "${pattern}"\n`);
    expect(patternOf(sourceAt({ path: "a.md", slug }), site)).toBe(is);
  });

  test.for([
    { generator: "docusaurus", pattern: "/docs/{path}", slug: "tide", is: "/docs/{path}" },
    { generator: "docusaurus", pattern: "/docs/{path}", slugPath: "a/tide", is: "/docs/a/tide" },
    { generator: "docusaurus", pattern: "/docs/{path}/", slugPath: "", is: "/docs//" },
    { generator: "docusaurus", pattern: "/blog/{year}/{slug}", slugPath: "2024/tide", is: "/blog/2024/tide" },
    { generator: "gatsby", pattern: "/blog/{path}/", slug: "tide", is: "/blog/{slug}/" },
    { generator: "gatsby", pattern: "/{year}/{slug}/", slug: "tide", is: "/{year}/{slug}/" },
    { generator: "gatsby", pattern: "/{path}/", slugPath: "a/tide", is: "/a/tide/" },
    { generator: "hugo", pattern: "/{path}/", slug: "tide", is: "/{path}/" },
  ])("of $generator has a slug where the program would put it: $pattern", (row) => {
    const { generator, pattern, slug = "x", slugPath, is } = row;
    const site = siteWith(`generator = "${generator}"\npermalink = "${pattern}"\n`);
    const addressing = slugPath === undefined ? {} : { addressing: { slugPath } };
    expect(patternOf(sourceAt({ path: "a.md", slug, ...addressing }), site)).toBe(is);
  });

  test.for([null, "jekyll", "hugo"])(
    "of any other generator keeps its date beside a slug: %s",
    (generator) => {
      const named = generator === null ? "" : `generator = "${generator}"\n`;
      const site = siteWith(`${named}permalink = "/blog/{year}/{slug}"\n`);
      expect(patternOf(sourceAt({ path: "a.md", slug: "tide" }), site)).toBe("/blog/{year}/{slug}");
    },
  );

  test.for([
    { rule: "behind the folder that has it", path: "docs/a.md", slugPath: "b/tide", is: "/d/docs/b/tide" },
    {
      rule: "as it is where the pattern holds no path",
      path: "blog/a.md",
      slugPath: "b/tide",
      is: "/b/b/tide",
    },
    { rule: "as it is where the pattern is a tag's", path: "a.md", tags: ["n"], slugPath: "t", is: "/n/t" },
    { rule: "as it is where the pattern is the site's", path: "a.md", slugPath: "t", is: "/s/t" },
    { rule: "nowhere where there is none", path: "docs/a.md", is: "/d/{path}" },
  ])("of Docusaurus has a slug with folders $rule", ({ path, tags = [], slugPath, is }) => {
    const site = siteWith(
      'generator = "docusaurus"\npermalink = "/s/{path}"\n' +
        'permalinks = { "docs" = "/d/{path}", "blog" = "/b/{title}", "tag:n" = "/n/{path}" }\n',
    );
    const addressing = slugPath === undefined ? {} : { addressing: { slugPath } };
    expect(patternOf(sourceAt({ path, tags, ...addressing }), site)).toBe(is);
  });

  test("has a slug with folders as it is in every other generator", () => {
    const site = siteWith('generator = "hugo"\npermalinks = { "docs" = "/d/{path}" }\n');
    expect(patternOf(sourceAt({ path: "docs/a.md", addressing: { slugPath: "b/tide" } }), site)).toBe(
      "/d/b/tide",
    );
  });

  test.for([
    { generator: "jekyll", path: "about/index.md", pattern: "/{path}.html", is: "/{path}/" },
    { generator: "jekyll", path: "about/index.html", pattern: "/{path}.html", is: "/{path}/" },
    { generator: "jekyll", path: "about/me.md", pattern: "/{path}.html", is: "/{path}.html" },
    { generator: "jekyll", path: "about/index.d/me", pattern: "/{path}.html", is: "/{path}.html" },
    { generator: "jekyll", path: "about/index.md", pattern: "/{path}.html/x", is: "/{path}.html/x" },
    { generator: "hugo", path: "about/index.md", pattern: "/{path}.html", is: "/{path}.html" },
  ])("of $generator is $is for $path by $pattern", ({ generator, path, pattern, is }) => {
    const site = siteWith(`generator = "${generator}"\npermalink = "${pattern}"\n`);
    expect(patternOf(sourceAt({ path }), site)).toBe(is);
  });

  test("begins with a language that is not the site's", () => {
    expect(of("fr/blog/a.md", { language: "fr", place: "blog/a" })).toBe("/fr/b/{slug}");
  });

  test("begins with a language in the letters of an address", () => {
    expect(of("a.md", { language: "pt br" })).toBe("/pt%20br/articles/{slug}");
  });

  test("names the language once where it says where that stands", () => {
    const site = siteWith('permalink = "/{lang}/{slug}"\n');
    expect(patternOf(sourceAt({ path: "a.md", addressing: { language: "fr" } }), site)).toBe(
      "/{lang}/{slug}",
    );
  });
});

describe("an article among the site's own addresses", () => {
  test("stands below /articles/ instead, since no number leads out of there", () => {
    const history = new SiteHistory('permalink = "/{section}/1/{slug}"\n');
    const { "archive/a.md": record } = history.bake({ "archive/a.md": articleText("Tide") }, NOW);
    expect(record?.address).toBe("/articles/a");
  });

  test("is not at the front page", () => {
    const history = new SiteHistory('generator = "jekyll"\n');
    const { "a.md": record } = history.bake(
      { "a.md": articleText("Tide", "permalink: /:categories/\n") },
      NOW,
    );
    expect(record?.address).toBe("/articles/a");
  });
});
