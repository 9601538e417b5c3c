import { describe, expect, test } from "vitest";
import { excludedBy } from "../../src/folder/excluded.ts";

describe("exclude", () => {
  test.for([
    { glob: "docs", out: ["docs/a.md", "x/docs/a.md", "docs"], stays: ["docs.md", "mydocs/a.md"] },
    { glob: "docs/", out: ["docs/a/b.md"], stays: ["doc/a.md"] },
    { glob: "docs/a", out: ["docs/a/b.md", "docs/a"], stays: ["x/docs/a", "docs/ab"] },
    { glob: "*.txt", out: ["a.txt", "x/y.txt"], stays: ["a.txt.md", "atxt"] },
    { glob: "posts/*.md", out: ["posts/a.md"], stays: ["posts/x/a.md", "a.md"] },
    { glob: "posts/**/*.md", out: ["posts/a.md", "posts/x/y/a.md"], stays: ["posts/a.txt"] },
    { glob: "**/draft-*", out: ["draft-a.md", "x/draft-b.md"], stays: ["x/a-draft-b.md"] },
    { glob: "posts/**", out: ["posts/a.md", "posts/x/a.md"], stays: ["post/a.md"] },
    { glob: "{a,b}.md", out: ["a.md", "x/b.md"], stays: ["c.md", "a,b.md"] },
    { glob: "a?.md", out: ["ab.md"], stays: ["a.md", "abc.md"] },
    { glob: "(a+b).md", out: ["(a+b).md"], stays: ["aab.md"] },
    { glob: "./a.md", out: ["a.md"], stays: ["b.md"] },
    { glob: "*a*b*c*d*.md", out: ["xabxcd.md", "x/abcd.md"], stays: ["abc.md", "dabc.md"] },
    { glob: "**/x/**/y/**/*.md", out: ["x/y/a.md", "a/x/b/y/c/a.md"], stays: ["y/x/a.md"] },
    { glob: "{a*,b?}/{,x}c", out: ["a/c", "ab/xc", "bb/c/d.md"], stays: ["b/c", "a/yc"] },
    { glob: "\u{1f980}?.md", out: ["\u{1f980}\u{1f980}.md"], stays: ["\u{1f980}.md"] },
    { glob: "a}b{c,", out: ["a}b{c,"], stays: ["abc"] },
  ])("$glob", ({ glob, out, stays }) => {
    const isExcluded = excludedBy([glob, "zzz"]);
    expect(out.filter((path) => !isExcluded(path))).toEqual([]);
    expect(stays.filter(isExcluded)).toEqual([]);
  });

  test("nothing excludes nothing", () => expect(excludedBy([])("a.md")).toBe(false));
});
