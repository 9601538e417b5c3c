import { describe, expect, test } from "vitest";
import { chainEnds } from "../../src/bake/redirects/redirect-chains.ts";
import type { RedirectTarget } from "../../src/representation/redirects/pattern.ts";

interface Site {
  readonly rows: Readonly<Record<string, string>>;
  /** Paths that are gone. */
  readonly gone?: readonly string[];
  readonly patterns?: readonly (readonly [from: string, to: string, status?: number])[];
  readonly live?: readonly string[];
}

function endsOf({ rows, gone = [], patterns = [], live = [] }: Site) {
  const rowsOf = (keys: readonly string[], status: number, targetOf: (key: string) => string) =>
    keys.map((key): [string, RedirectTarget] => [key, { to: targetOf(key), status }]);
  const moved = rowsOf(Object.keys(rows), 301, (key) => rows[key] ?? "");
  return Object.fromEntries(
    chainEnds({
      rows: new Map([...moved, ...rowsOf(gone, 410, () => "/")]),
      patterns: patterns.map(([from, to, status = 301]) => ({ from, to, status })),
      queries: ["p"],
      isLive: (key) => live.includes(key),
      placeOf: (to) => to.replace("https://quay.example", ""),
    }),
  );
}

describe("a chain of redirects ends", () => {
  test.for<Site & { readonly name: string; readonly end: string | null }>([
    { name: "at its only target", rows: { "/a": "/b" }, end: "/b" },
    { name: "at the last of several", rows: { "/a": "/b", "/b": "/c", "/c": "/d" }, end: "/d" },
    { name: "at a place in the last", rows: { "/a": "/b", "/b": "/c#top" }, end: "/c#top" },
    { name: "at the last with its query", rows: { "/a": "/b", "/b": "/c?x=1" }, end: "/c?x=1" },
    { name: "before a place in a page would be lost", rows: { "/a": "/b#top", "/b": "/c" }, end: "/b#top" },
    { name: "before a query would be lost", rows: { "/a": "/b?x=1", "/b": "/c" }, end: "/b?x=1" },
    { name: "before a listed query would be lost", rows: { "/a": "/b?p=7", "/b": "/c" }, end: "/b?p=7" },
    { name: "behind a listed query that is a redirect", rows: { "/a": "/?p=7", "/?p=7": "/c" }, end: "/c" },
    { name: "at what is gone", rows: { "/a": "/b" }, gone: ["/b"], end: "/b" },
    { name: "at a URL of the site", rows: { "/a": "https://quay.example/b", "/b": "/c" }, end: "/c" },
    {
      name: "at another site",
      rows: { "/a": "https://else.example/b", "/b": "/c" },
      end: "https://else.example/b",
    },
    { name: "before the edge corrects capitals", rows: { "/a": "/B", "/b": "/c" }, end: "/B" },
    { name: "before the edge corrects a slash", rows: { "/a": "/b/", "/b": "/c" }, end: "/b/" },
    { name: "at an article of other capitals", rows: { "/a": "/B", "/b": "/c" }, live: ["/B"], end: "/B" },
    { name: "behind a pattern", rows: { "/a": "/x/1" }, patterns: [["/x/*", "/y/:splat"]], end: "/y/1" },
    {
      name: "before a pattern in other capitals",
      rows: { "/a": "/X/1" },
      patterns: [["/x/*", "/y/:splat"]],
      end: "/X/1",
    },
    {
      name: "at what a pattern says is gone",
      rows: { "/a": "/x/1" },
      patterns: [["/x/*", "/y", 410]],
      end: "/x/1",
    },
    {
      name: "before a pattern leads to what is too long to be led to",
      rows: { "/a": `/x/${"n".repeat(4000)}` },
      patterns: [["/x/*", `/${"y".repeat(5000)}/:splat`]],
      end: `/x/${"n".repeat(4000)}`,
    },
    { name: "nowhere, where it comes back", rows: { "/a": "/b", "/b": "/a" }, end: null },
    { name: "nowhere, where it leads to itself", rows: { "/a": "/a" }, end: null },
    {
      name: "nowhere, where it leads to itself by its URL",
      rows: { "/a": "https://quay.example/a" },
      end: null,
    },
    {
      name: "nowhere, where it leads into a circle",
      rows: { "/a": "/b", "/b": "/c", "/c": "/b" },
      end: null,
    },
    {
      name: "nowhere, where a query comes back",
      rows: { "/a": "/b?p=7", "/b?p=7": "/b", "/b": "/a" },
      end: null,
    },
    { name: "at another spelling of its own path, where nothing else is", rows: { "/a": "/A" }, end: "/A" },
    {
      name: "behind a document's address that is redirected",
      rows: { "/a": "/rss.xml", "/rss.xml": "/c" },
      end: "/c",
    },
    { name: "at an address of the site's own", rows: { "/a": "/feed.xml" }, end: "/feed.xml" },
  ])("$name", ({ end, ...site }) => expect(endsOf(site)["/a"]).toBe(end));

  test("nowhere else than where it is, for what is gone", () => {
    expect(endsOf({ rows: { "/": "/c" }, gone: ["/b"] })).toEqual({ "/": "/c", "/b": "/" });
  });

  test("for every step of it", () => {
    expect(endsOf({ rows: { "/z": "/a", "/a": "/b", "/b": "/c" } })).toEqual({
      "/z": "/c",
      "/a": "/c",
      "/b": "/c",
    });
  });

  test("with the query that goes on through a redirect which has none", () => {
    const patterns = [["/x/*", "/y/:splat"]] as const;
    expect(endsOf({ rows: { "/a": "/x/1?p=7" }, patterns })["/x/1?p=7"]).toBe("/y/1?p=7");
    expect(endsOf({ rows: { "/a": "/b?p=7", "/b": "/c" } })["/b?p=7"]).toBe("/c?p=7");
    expect(endsOf({ rows: { "/a": "/b?p=7", "/b": "/c?d" } })["/b?p=7"]).toBe("/c?d");
    expect(endsOf({ rows: { "/a": "/b?p=7", "/b": "/c#d" } })["/b?p=7"]).toBe("/c#d");
    expect(endsOf({ rows: { "/a": "/b?p=7", "/b": "https://else.example/c" } })["/b?p=7"]).toBe(
      "https://else.example/c",
    );
  });
});
