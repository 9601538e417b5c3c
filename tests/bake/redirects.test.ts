import { describe, expect, test } from "vitest";
import { pastOf } from "../../src/bake/redirects/redirects.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { records } from "../ledger/records.ts";

function siteWith(redirects: Readonly<Record<string, string>>) {
  return {
    ...readSiteSettings(null, "site", new FileProblems("site.toml")),
    redirects: new Map(
      Object.entries(redirects).map(([from, to]) => [
        from,
        { to, status: 301, file: "site.toml", line: null },
      ]),
    ),
  };
}

describe("addresses that an article had", () => {
  test("lead to the one it has, in one hop (RFC 9110 §15.4.2)", () => {
    const { moved, gone } = pastOf(records(1, { 0: { earlier: ["/a", "/b"] } }), siteWith({}));
    expect([...moved]).toEqual([
      ["/a", "/articles/a0"],
      ["/b", "/articles/a0"],
    ]);
    expect([...gone]).toEqual([]);
  });

  test.for([
    {
      name: "that could never be served",
      earlier: ["/a%2Fb", "/cdn-cgi/x", "/ok"],
      address: "/tea",
      leads: ["/ok"],
    },
    { name: "of one at an address that nothing can lead to", earlier: ["/ok"], address: "/a b", leads: [] },
    {
      name: "of one at an address that could never be served",
      earlier: ["/ok"],
      address: "/cdn-cgi/x",
      leads: [],
    },
  ])("lead nowhere: those $name", ({ earlier, address, leads }) => {
    expect([...pastOf(records(1, { 0: { earlier, address } }), siteWith({})).moved.keys()]).toEqual(leads);
  });

  test("are gone with it (RFC 9110 §15.5.11)", () => {
    const { moved, gone } = pastOf(records(1, { 0: { earlier: ["/a"], deleted: 2000 } }), siteWith({}));
    expect([...moved]).toEqual([]);
    expect([...gone]).toEqual(["/articles/a0", "/a"]);
  });
});

describe("redirects of site.toml", () => {
  const articles = records(3, { 1: { earlier: ["/was-a1"] }, 2: { deleted: 2000 } });

  test.for([
    { name: "to a path", redirects: { "/old": "/new" }, leads: { "/old": "/new" } },
    {
      name: "to another site as somebody",
      redirects: { "/old": "https://ab:cd@else.example/" },
      leads: { "/old": "https://ab:cd@else.example/" },
    },
    {
      name: "to another site",
      redirects: { "/old": "https://else.example/x?y" },
      leads: { "/old": "https://else.example/x?y" },
    },
    {
      name: "to a part of a page",
      redirects: { "/old": "/articles/a0#end" },
      leads: { "/old": "/articles/a0#end" },
    },
    { name: "through each other", redirects: { "/x": "/y", "/y": "/z" }, leads: { "/x": "/z", "/y": "/z" } },
    {
      name: "through an address that an article had",
      redirects: { "/x": "/was-a1" },
      leads: { "/x": "/articles/a1" },
    },
    {
      name: "from a path in another spelling",
      redirects: { "/%6Fld%20one": "/new" },
      leads: { "/old%20one": "/new" },
    },
    {
      name: "in place of an article that is gone",
      redirects: { "/articles/a2": "/articles/a0" },
      leads: { "/articles/a2": "/articles/a0" },
    },
  ] as readonly { name: string; redirects: Record<string, string>; leads: Record<string, string> }[])(
    "$name",
    ({ redirects, leads }) => {
      const { moved, gone, problems } = pastOf(articles, siteWith(redirects));
      expect(Object.fromEntries(moved)).toMatchObject(leads);
      expect([...gone].filter((path) => path in leads)).toEqual([]);
      expect(problems).toEqual([]);
    },
  );

  const noPath = 'is not a path; write one that begins with a slash, such as "/old"';
  const noTarget = (to: string) =>
    `leads to "${to}"; write a path such as "/new", or a URL of up to 8000 bytes`;
  const hides = "would hide the article at that address, so it is left out";
  const circle = "leads back to itself; let it lead to a page";

  test.for([
    { name: "from no path", from: "old", to: "/new", says: noPath },
    { name: "from a path that hides a slash", from: "/a%2Fb", to: "/new", says: noPath },
    ...[
      { name: "to a script", to: "javascript:alert(1)" },
      { name: "to a script that holds a slash", to: "javascript:/x" },
      { name: "to a mailbox", to: "mailto:https:@else.example" },
      { name: "to another host in disguise", to: "//else.example" },
      { name: "to a word", to: "new" },
      { name: "to a line break", to: "/new\r\nX: y" },
      { name: "to a space", to: " https://else.example/" },
      { name: "to what is not encoded", to: "https://else.example/\u0447" },
      { name: "to a path of 8001 bytes", to: `/${"n".repeat(8000)}` },
      { name: "to a path that browsers take for another host", to: "/\\else.example" },
      { name: "to a URL without a host", to: "https:///else" },
      { name: "to a URL with no port of any kind", to: "https://else.example:port/" },
    ].map((row) => ({ ...row, from: "/old", says: noTarget(row.to) })),
    { name: "to what hides a slash", from: "/old", to: "/a%2Fb", says: noTarget("/a%2Fb") },
    {
      name: "to what Cloudflare answers itself",
      from: "/old",
      to: "/cdn-cgi/x",
      says: noTarget("/cdn-cgi/x"),
    },
    { name: "to that with a query", from: "/old", to: "/cdn-cgi?abc", says: noTarget("/cdn-cgi?abc") },
    ...["https://ab:splat@else.example/", "http://ab:splat@else.example/"].map((to) => ({
      name: `to a host that a path might choose (${to})`,
      from: "/old/*",
      to,
      says: noTarget(to),
    })),
    { name: "from a pattern with a query", from: "/old/*?p=7", to: "/new", says: noPath },
    { name: "from a query without names", from: "/old?", to: "/new", says: noPath },
    { name: "from an article's address", from: "/articles/a0", to: "/new", severity: "warning", says: hides },
    {
      name: "from an article's address, spelled otherwise",
      from: "/articles/%610",
      to: "/new",
      severity: "warning",
      says: hides,
    },
    { name: "to itself", from: "/old", to: "/old", says: circle },
    { name: "to itself, spelled otherwise", from: "/old", to: "/%6Fld", says: circle },
  ])("$name is a problem, and leads nowhere", ({ from, to, severity = "error", says }) => {
    const { moved, problems } = pastOf(articles, siteWith({ [from]: to }));
    expect(problems).toEqual([
      { file: "site.toml", line: null, severity, message: `redirect from "${from}" ${says}` },
    ]);
    expect([...moved]).toEqual([["/was-a1", "/articles/a1"]]);
  });

  test("from an article's address with a query are those of the query", () => {
    const { packed, problems } = pastOf(articles, siteWith({ "/articles/a0?p=7": "/new" }));
    expect([[...packed.rows.keys()], problems]).toEqual([["/articles/a0?p=7"], []]);
  });

  test("with a hole in the query of their target lead there", () => {
    const { packed, problems } = pastOf([], siteWith({ "/old/*": "/go?u=https://:splat" }));
    expect([packed.patterns.map(({ to }) => to), problems]).toEqual([["/go?u=https://:splat"], []]);
  });

  test("with a pattern in a circle are told, and lead nowhere", () => {
    const { packed, problems } = pastOf([], siteWith({ "/a/*": "/a/x", "/b/*": "/c" }));
    expect(packed.patterns.map(({ from }) => from)).toEqual(["/b/*"]);
    expect(problems.map(({ message }) => message)).toEqual([`redirect from "/a/*" ${circle}`]);
  });

  test("in a circle, or into one, are told one by one and lead nowhere", () => {
    const { moved, problems, written } = pastOf(
      [],
      siteWith({ "/a": "/b", "/b": "/c", "/c": "/b", "/d": "/e" }),
    );
    expect(Object.fromEntries(moved)).toEqual({ "/d": "/e" });
    expect([...written.keys()]).toEqual(["/d"]);
    expect(problems.map(({ message }) => message)).toEqual(
      ["/a", "/b", "/c"].map((from) => `redirect from "${from}" ${circle}`),
    );
  });

  test("from a path that is no path make no circle of the others", () => {
    const { moved, problems } = pastOf([], siteWith({ old: "/a", "/a": "/b", "/b": "/new" }));
    expect(Object.fromEntries(moved)).toEqual({ "/a": "/new", "/b": "/new" });
    expect(problems).toHaveLength(1);
  });

  test("to a target of 8000 bytes lead there", () => {
    const to = `http://else.example/${"n".repeat(7980)}`;
    expect(to).toHaveLength(8000);
    expect(Object.fromEntries(pastOf([], siteWith({ "/old": to })).moved)).toEqual({ "/old": to });
  });
});
