import { expect, test } from "vitest";
import { rowsThroughPatterns } from "../../src/bake/redirects/rows-through-patterns.ts";
import type { RedirectTarget } from "../../src/representation/redirects/pattern.ts";

interface Case {
  readonly patterns: readonly (readonly [from: string, to: string, status?: number])[];
  readonly rows?: Readonly<Record<string, string>>;
  /** Paths that are gone. */
  readonly gone?: readonly string[];
  readonly live?: readonly string[];
}

function made({ patterns, rows = { "/new/x": "/z" }, gone = [], live = [] }: Case) {
  const all = [
    ...Object.entries(rows).map(([key, to]): [string, RedirectTarget] => [key, { to, status: 301 }]),
    ...gone.map((key): [string, RedirectTarget] => [key, { to: "/", status: 410 }]),
  ];
  const through = rowsThroughPatterns({
    rows: new Map(all),
    patterns: patterns.map(([from, to, status = 301]) => ({ from, to, status })),
    queries: [],
    isLive: (key) => live.includes(key),
    placeOf: (to) => to,
  });
  return Object.fromEntries([...through].map(([key, { to, status }]) => [key, `${status} ${to}`]));
}

test.for<Case & { readonly name: string; readonly are: Readonly<Record<string, string>> }>([
  { name: "in one hop", patterns: [["/old/*", "/new/:splat"]], are: { "/old/x": "301 /z" } },
  {
    name: "with the status of the pattern",
    patterns: [["/old/*", "/new/:splat", 302]],
    are: { "/old/x": "302 /z" },
  },
  {
    name: "to what is gone",
    patterns: [["/old/:a", "/new/:a", 302]],
    rows: {},
    gone: ["/new/x"],
    are: { "/old/x": "410 /" },
  },
  {
    name: "through the longest of several",
    patterns: [
      ["/old/:a", "/new/:a"],
      ["/old/*", "/new/:splat", 302],
    ],
    are: { "/old/x": "301 /z" },
  },
])("a path that a pattern leads to a row leads where that leads: $name", ({ are, ...rest }) => {
  expect(made(rest)).toEqual(are);
});

test.for<Case & { readonly name: string }>([
  { name: "the pattern says that it is gone", patterns: [["/old/*", "/new/:splat", 410]] },
  { name: "the pattern adds a query", patterns: [["/old/*", "/new/:splat?a"]] },
  { name: "the pattern adds a place in the page", patterns: [["/old/*", "/new/:splat#a"]] },
  { name: "the pattern leads to another site", patterns: [["/old/*", "https://else.example/new/:splat"]] },
  { name: "all paths of the pattern lead to one", patterns: [["/old/*", "/new/x"]] },
  { name: "the pattern leaves out a hole", patterns: [["/old/:a/:b", "/new/:a"]] },
  { name: "the row has a query", patterns: [["/old/*", "/new/:splat"]], rows: { "/new/x?p=7": "/z" } },
  {
    name: "the path has a row of its own",
    patterns: [["/old/*", "/new/:splat"]],
    rows: { "/new/x": "/z", "/old/x": "/y" },
  },
  { name: "the path has an article", patterns: [["/old/*", "/new/:splat"]], live: ["/old/x"] },
  {
    name: "a longer pattern leads it elsewhere",
    patterns: [
      ["/old/:a", "/else/:a"],
      ["/old/*", "/new/:splat"],
    ],
  },
  {
    name: "a longer pattern says that it is gone",
    patterns: [
      ["/old/:a", "/", 410],
      ["/old/*", "/new/:splat"],
    ],
  },
])("it has no row of its own where $name", (rest) => {
  expect(made(rest)["/old/x"]).toBeUndefined();
});
