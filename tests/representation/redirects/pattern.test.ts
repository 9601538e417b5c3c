import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  fillHoles,
  holesOf,
  longestFirst,
  matchPatterns,
} from "../../../src/representation/redirects/pattern.ts";

const led = (from: string, to: string, path: string) =>
  matchPatterns([{ from, to, status: 301 }], path)?.to ?? null;

describe("a pattern", () => {
  test.for([
    ["takes what begins like it", "/blog/*", "/articles/:splat", "/blog/a/b", "/articles/a/b"],
    ["takes nothing for *", "/blog/*", "/articles/:splat", "/blog/", "/articles/"],
    ["needs its beginning", "/blog/*", "/articles/:splat", "/blogs/a", null],
    ["needs its end", "/*.php", "/:splat", "/a/b.html", null],
    ["has * in the middle", "/a/*/c", "/:splat", "/a/b/b/c", "/b/b"],
    ["takes no character twice", "/ab*ba", "/:splat", "/aba", null],
    ["may lead to one place", "/blog/*", "/", "/blog/a", "/"],
    [
      "may lead to another site",
      "/blog/*",
      "https://a.example:81/:splat?x=:splat#:splat",
      "/blog/b",
      "https://a.example:81/b?x=b#b",
    ],
    ["names segments", "/:y/:m/*", "/x/:m-:y/:splat", "/2004/05/a/b", "/x/05-2004/a/b"],
    ["names segments behind *", "/*/in/:what", "/:what/:splat", "/a/b/in/c", "/c/a/b"],
    ["names no empty segment", "/:y/a", "/:y", "//a", null],
    ["names a whole segment", "/:y", "/:y", "/a/b", null],
    ["without a hole takes one path", "/a", "/b", "/a", "/b"],
    ["without a hole takes no longer path", "/a", "/b", "/a/", null],
    ["leaves a name that it has not", "/blog/*", "/x/:other/:splat", "/blog/a", "/x/:other/a"],
    ["makes no second slash", "/blog*", "/:splat", "/blog/evil.example", "/evil.example"],
    ["makes no second slash behind a slash", "/blog*", "//:splat", "/blog//evil.example", "/evil.example"],
  ] as const)("%s", ([, from, to, path, expected]) => {
    expect(led(from, to, path)).toBe(expected);
  });

  test("is chosen by its length, holes aside", () => {
    const patterns = ["/*", "/a/*", "/a/:one/*", "/a/b*", "/*.php"].map((from) => ({
      from,
      to: "/",
      status: 301,
    }));
    expect(longestFirst(patterns).map(({ from }) => from)).toEqual([
      "/*.php",
      "/a/:one/*",
      "/a/b*",
      "/a/*",
      "/*",
    ]);
  });

  test("matches what its filled holes make, whatever they hold", () => {
    const piece = fc.string({ unit: fc.constantFrom(..."ab/.%-"), maxLength: 6 });
    const segment = fc.string({ unit: fc.constantFrom(..."ab.%-"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(piece, segment, piece, (head, one, splat) => {
        const from = `/${head}/:one/*/end`;
        const path = `/${head}/${one}/${splat}/end`;
        expect(holesOf(from, path)).toEqual(
          new Map([
            ["one", one],
            ["splat", splat],
          ]),
        );
      }),
    );
  });

  test("never leads a path of this site to another", () => {
    const any = fc.string({ unit: fc.constantFrom(..."/\\:@.ev%?#"), maxLength: 12 });
    fc.assert(
      fc.property(any, any, (splat, to) => {
        const filled = fillHoles(`/${to.replace(/^[/\\]+/, "")}:splat`, new Map([["splat", splat]]));
        expect(filled).not.toMatch(/^\/\//);
      }),
    );
  });
});
