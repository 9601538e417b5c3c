import { describe, expect, test } from "vitest";
import {
  fillTokens,
  firstNamed,
  longestFolder,
  tablePermalink,
  tokensOf,
  withoutEmptySegments,
} from "../../src/article/address-pattern.ts";
import { pathOf } from "../bake/values.ts";

describe("the tokens of a pattern", () => {
  test.for([
    { pattern: "/{year}/{slug}", tokens: ["year", "slug"] },
    { pattern: "/plain", tokens: [] },
    { pattern: "/{Year}/{2}/{}/{slug", tokens: [] },
  ])("of $pattern are $tokens", ({ pattern, tokens }) => {
    expect(tokensOf(pattern)).toEqual(tokens);
  });

  test("give way to their values", () => {
    expect(fillTokens("/{year}/{Year}/{slug}-{slug}", (token) => `<${token}>`)).toBe(
      "/<year>/{Year}/<slug>-<slug>",
    );
  });
});

describe("a path without segments that no request can reach", () => {
  test.for([
    { path: "/a/b", is: "/a/b" },
    { path: "/a/b/", is: "/a/b/" },
    { path: "//a///b", is: "/a/b" },
    { path: "/./a/.../b", is: "/a/b" },
    { path: "/.a/b./c.d/..e", is: "/.a/b./c.d/..e" },
    { path: "/a/..", is: "/a" },
    { path: "/a/.", is: "/a" },
    { path: "/a/b.", is: "/a/b." },
    { path: "/a/.b", is: "/a/.b" },
    { path: "/", is: "/" },
    { path: "/..", is: "/" },
    { path: "x/a", is: "/a" },
  ])("$path is $is", ({ path, is }) => {
    expect(withoutEmptySegments(path)).toBe(is);
  });
});

describe("the longest folder with a pattern", () => {
  const BLOG = { folder: "blog", pattern: "/b/{slug}" };
  const OLD = { folder: "blog/old", pattern: "/o/{slug}" };
  const SAME = { folder: "news", pattern: "/n/{slug}" };
  const ALL = { folder: "", pattern: "/x/{slug}" };
  const NOTE = { kind: "tag", name: "note", written: "tag:note", pattern: "/t/{slug}" } as const;

  test.for([
    { name: "that a path lies in", paths: ["blog/a.md"], all: [BLOG, OLD], is: BLOG },
    { name: "whatever the order", paths: ["blog/old/a.md"], all: [OLD, BLOG], is: OLD },
    { name: "of several", paths: ["blog/old/a.md"], all: [BLOG, OLD], is: OLD },
    { name: "that any of the paths lies in", paths: ["x.md", "blog/a"], all: [BLOG], is: BLOG },
    { name: "and of two as long the first", paths: ["blog/a", "news/a"], all: [BLOG, SAME], is: BLOG },
    { name: "not one whose name only begins so", paths: ["blogs/a.md"], all: [BLOG], is: null },
    { name: "not one whose name ends so", paths: ["my/blog/"], all: [BLOG], is: null },
    {
      name: "not one whose name is empty, for a path without a slash before",
      paths: ["a.md"],
      all: [ALL],
      is: null,
    },
    { name: "also one whose name is empty", paths: ["/a.md"], all: [ALL], is: ALL },
    { name: "beside patterns for names", paths: ["blog/a.md"], all: [NOTE, BLOG], is: BLOG },
    { name: "none of none", paths: ["blog/a.md"], all: [], is: null },
  ])("$name", ({ paths, all, is }) => {
    expect(longestFolder(paths, all)).toBe(is);
  });
});

describe("of a table of patterns", () => {
  const NOTE = { kind: "tag", name: "A note", written: "tag:A note", pattern: "/n/{slug}" } as const;
  const SEA = { kind: "tag", name: "sea", written: "category:sea", pattern: "/sea/{slug}" } as const;
  const NEWS = { kind: "section", name: "news", written: "section:news", pattern: "/s/{slug}" } as const;
  const BLOG = { folder: "blog", pattern: "/b/{slug}" };
  const TABLE = [BLOG, NOTE, SEA, NEWS];

  test.for([
    { name: "the one of a tag, however that is spelled", facts: { tags: ["a-note"] }, is: NOTE },
    { name: "the first of two tags", facts: { tags: ["sea", "a note"] }, is: NOTE },
    { name: "the one of the section", facts: { section: "News" }, is: NEWS },
    { name: "the first of a tag and the section", facts: { tags: ["sea"], section: "news" }, is: SEA },
    { name: "none of a section of a tag's name", facts: { section: "sea" }, is: null },
    { name: "none of a tag of a section's name", facts: { tags: ["news"] }, is: null },
    { name: "none for an article that has no names", facts: {}, is: null },
  ])("counts $name", ({ facts, is }) => {
    expect(firstNamed(facts, TABLE)).toBe(is);
    expect(firstNamed(facts, [BLOG])).toBeNull();
    expect(tablePermalink(facts, TABLE)).toBe(is);
  });

  test.for([
    { name: "a name before the folder", facts: { path: "blog/a.md", tags: ["sea"] }, is: SEA },
    { name: "the folder, where no name has one", facts: { path: "blog/a.md", tags: ["x"] }, is: BLOG },
    {
      name: "the folder within that of its language",
      facts: { path: "fr/blog/a.md", place: "blog/a.md" },
      is: BLOG,
    },
    { name: "none elsewhere", facts: { path: "fr/blog/a.md" }, is: null },
    {
      name: "none elsewhere within the folder of a language",
      facts: { path: "fr/a.md", place: "a.md" },
      is: null,
    },
  ])("counts $name", ({ facts: { path, place, tags = [] }, is }) => {
    const facts = { path: pathOf(path), tags, ...(place && { addressing: { place } }) };
    expect(tablePermalink(facts, TABLE)).toBe(is);
  });
});
