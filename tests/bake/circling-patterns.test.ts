import { expect, test } from "vitest";
import { circlingPatterns } from "../../src/bake/redirects/circling-patterns.ts";

interface Site {
  readonly patterns: readonly (readonly [from: string, to: string, status?: number])[];
  readonly rows?: readonly string[];
  readonly live?: readonly string[];
}

function circling({ patterns, rows = [], live = [] }: Site): readonly string[] {
  const found = circlingPatterns({
    rows: new Map(rows.map((key) => [key, { to: "/else", status: 301 }])),
    patterns: patterns.map(([from, to, status = 301]) => ({ from, to, status })),
    queries: [],
    isLive: (key) => live.includes(key),
    placeOf: (to) => to,
  });
  return [...found].map(({ from }) => from);
}

test.for<Site & { readonly name: string; readonly are: readonly string[] }>([
  { name: "one that leads to itself", patterns: [["/a/*", "/a/x"]], are: ["/a/*"] },
  { name: "one that leads to itself with a query", patterns: [["/a/*", "/a/x?b#c"]], are: ["/a/*"] },
  { name: "none whose end is a page", patterns: [["/a/*", "/a/x"]], live: ["/a/x"], are: [] },
  {
    name: "none whose end is a page in another spelling",
    patterns: [["/a/*", "/a/x"]],
    live: ["/a/x/"],
    are: [],
  },
  { name: "none whose end is a redirect of its own", patterns: [["/a/*", "/a/x"]], rows: ["/a/x"], are: [] },
  {
    name: "one with a hole, though a page has its letters",
    patterns: [["/a/*", "/a/:splat"]],
    live: ["/a/:splat"],
    are: ["/a/*"],
  },
  { name: "none that is gone", patterns: [["/a/*", "/a/x", 410]], are: [] },
  { name: "none that leads to another site", patterns: [["/a/*", "https://else.example/a/x"]], are: [] },
  { name: "none that leads elsewhere", patterns: [["/a/*", "/b/:splat"]], are: [] },
  {
    name: "two that lead to each other",
    patterns: [
      ["/a/*", "/b/:splat"],
      ["/b/*", "/a/:splat"],
    ],
    are: ["/a/*", "/b/*"],
  },
  {
    name: "none of two that lead on",
    patterns: [
      ["/a/*", "/b/:splat"],
      ["/b/*", "/c/:splat"],
    ],
    are: [],
  },
  {
    name: "one that leads into a circle",
    patterns: [
      ["/z/*", "/a/x"],
      ["/a/*", "/a/x"],
    ],
    are: ["/z/*", "/a/*"],
  },
  {
    name: "none that leads to itself in other capitals, where the edge stops",
    patterns: [["/a/*", "/A/x"]],
    are: [],
  },
  {
    name: "one that leads to itself in other capitals with a query",
    patterns: [["/a/*", "/A/x?b"]],
    are: ["/a/*"],
  },
  { name: "none that makes every path shorter", patterns: [["/old/a/*", "/:splat"]], are: [] },
  { name: "one that makes paths longer", patterns: [["/a/*", "/a/b/:splat"]], are: ["/a/*"] },
  { name: "none that leads elsewhere in its folder", patterns: [["/f/a/*", "/f/b/:splat"]], are: [] },
  {
    name: "none that makes every path shorter, though it has as many segments",
    patterns: [["/f/long/:ab1/:ab2/*", "/f/:ab1/x/:ab2/:splat"]],
    are: [],
  },
  {
    name: "one that has a hole twice, which may make it longer",
    patterns: [["/f/longer/:a/:b/*", "/f/:a/x/:a/:splat"]],
    are: ["/f/longer/:a/:b/*"],
  },
  {
    name: "two where one leads to a part of what the other may match",
    patterns: [
      ["/c/:x", "/a/:x/d"],
      ["/a/b/:y", "/c/b"],
    ],
    are: ["/c/:x", "/a/b/:y"],
  },
  {
    name: "none of those that take segments away, though another one adds some and ends",
    patterns: [
      ["/g/*", "/h/i/:splat"],
      ["/q/a/*", "/r/:splat"],
      ["/r/*", "/q/:splat"],
    ],
    are: [],
  },
  { name: "one that swaps its parts", patterns: [["/a/:one/:two", "/a/:two/:one"]], are: ["/a/:one/:two"] },
])("patterns that may lead in a circle: $name", ({ are, ...site }) => {
  expect(circling(site)).toEqual(are);
});
