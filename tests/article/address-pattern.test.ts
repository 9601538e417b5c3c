import { describe, expect, test } from "vitest";
import {
  fillTokens,
  longestFolder,
  tokensOf,
  withoutEmptySegments,
} from "../../src/article/address-pattern.ts";

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
    { name: "none of none", paths: ["blog/a.md"], all: [], is: null },
  ])("$name", ({ paths, all, is }) => {
    expect(longestFolder(paths, all)).toBe(is);
  });
});
