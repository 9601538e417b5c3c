import { describe, expect, test } from "vitest";
import { mayMatch, spellingsOf } from "../../src/bake/redirects/may-match.ts";
import { fillHoles, holesOf } from "../../src/representation/redirects/pattern.ts";

describe("a target may be a path of a pattern", () => {
  test.for([
    { path: "/a/b", from: "/a/*", may: true },
    { path: "/a", from: "/b/*", may: false },
    { path: "/%zz", from: "/*", may: false },
    { path: "/a/:x", from: "/a/:y", may: true },
    { path: "/a/:x", from: "/b/:y", may: false },
    { path: "/a/:x", from: "/a/:y/c", may: false },
    { path: "/a/:x/c", from: "/a/:y", may: false },
    { path: "/a/:x", from: "/a/*/b", may: false },
    { path: "/a/*", from: "/a/:y/c", may: true },
    { path: "/a/*", from: "/a/:y", may: true },
    { path: "/a/*", from: "/a", may: true },
    { path: "/*", from: "/a/b", may: true },
    { path: "/a/b/*", from: "/a/:y", may: true },
    { path: "/a/b/c/*", from: "/a/:y", may: false },
    { path: "/a/:x/:y", from: "/*", may: true },
    { path: "/a/:x", from: "/b/*", may: false },
    { path: "/x/:a.html", from: "/x/:b.html", may: true },
    { path: "/x/:a.html", from: "/x/:b.htm", may: false },
    { path: "/x/pre-:a", from: "/x/pr:b", may: true },
    { path: "/x/pre-:a", from: "/x/post-:b", may: false },
    { path: "/a/x-:n", from: "/a/*-y", may: true },
    { path: "/a/*/z", from: "/a/*/z", may: true },
    { path: "/a/*/z", from: "/a/*/y", may: false },
    { path: "/:x/", from: "/:y/b", may: false },
    { path: "/*/", from: "/:y/b", may: false },
    { path: "/:x/", from: "/:y/*", may: true },
    { path: "/:x/", from: "/:y/:z", may: false },
    { path: "/:x/:z", from: "/:y/", may: false },
    { path: "/x/pr:a", from: "/x/pre-:b", may: true },
    { path: "/x/:a.h", from: "/x/:b-x.h", may: true },
    { path: "/x/:b-x.h", from: "/x/:a.h", may: true },
    { path: "/:x/b", from: "/:y/bb", may: false },
    { path: "/:x/b", from: "/:y/c", may: false },
    { path: "/:x/b", from: "/:y/bc", may: false },
    { path: "/:x/b", from: "/*/c", may: false },
    { path: "/:x/b", from: "/a/b/:y", may: false },
    { path: "/:x/b/c", from: "/:y/*/d", may: false },
    { path: "/a/:x/c/*", from: "/a/b/d/*", may: false },
    { path: "/:x/c/*", from: "/b/c/d/e", may: true },
  ])("$path of $from: $may", ({ path, from, may }) => expect(mayMatch(path, from)).toBe(may));

  test("in every case in which it becomes one", () => {
    const words = ["a", "b", ":x", "*", ":x.h", ""];
    const isPattern = (path: string) => /^[^:]*:?[^:]*$/.test(path) && /^[^*]*\*?[^*]*$/.test(path);
    const paths = words
      .flatMap((one) => words.flatMap((two) => [`/${one}`, `/${one}/${two}`, `/a/${one}/${two}`]))
      .filter((path) => isPattern(path) && !path.includes("//"));
    const missed = paths.flatMap((path) =>
      paths.flatMap((from) =>
        ["a", "b", "a.h"].flatMap((x) =>
          ["", "a", "a/b"].flatMap((splat) => {
            const filled = fillHoles(path.replace("*", ":splat"), new Map(Object.entries({ x, splat })));
            return holesOf(from, filled) !== null && !mayMatch(path, from) ? [[path, from, filled]] : [];
          }),
        ),
      ),
    );
    expect(missed).toEqual([]);
  });
});

test.for([
  { path: "/A/:splat", are: ["/A/*", "/a/*", "/A/*/", "/a/*/"] },
  { path: "/a/", are: ["/a/", "/a/", "/a", "/a"] },
  { path: "/:splats/:splat", are: ["/:splats/*", "/:splats/*", "/:splats/*/", "/:splats/*/"] },
])("the edge may correct $path to $are", ({ path, are }) => expect(spellingsOf(path)).toEqual(are));
