import { describe, expect, test } from "vitest";
import { pastOf } from "../../src/bake/redirects.ts";
import { readSiteSettings } from "../../src/source/site-settings.ts";
import { FileProblems } from "../../src/source/source-file.ts";
import { records } from "../ledger/records.ts";

function siteWith(redirects: Readonly<Record<string, string>>) {
  return {
    ...readSiteSettings(null, "site", new FileProblems("site.toml")),
    redirects: new Map(Object.entries(redirects)),
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

  test.for([
    { name: "no path", redirects: { old: "/new" }, severity: "error", says: "begins with a slash" },
    {
      name: "a path that hides a slash",
      redirects: { "/a%2Fb": "/new" },
      severity: "error",
      says: "no path",
    },
    {
      name: "a script",
      redirects: { "/old": "javascript:alert(1)" },
      severity: "error",
      says: "write a path",
    },
    {
      name: "another host in disguise",
      redirects: { "/old": "//else.example" },
      severity: "error",
      says: "write a path",
    },
    { name: "a line break", redirects: { "/old": "/new\r\nX: y" }, severity: "error", says: "write a path" },
    {
      name: "an article's address",
      redirects: { "/articles/a0": "/new" },
      severity: "warning",
      says: "would hide",
    },
    {
      name: "a circle",
      redirects: { "/a": "/b", "/b": "/a" },
      severity: "error",
      says: "leads back to itself",
    },
    { name: "itself", redirects: { "/a": "/a" }, severity: "error", says: "leads back to itself" },
  ] as readonly { name: string; redirects: Record<string, string>; severity: string; says: string }[])(
    "$name is a problem, and leads nowhere",
    ({ redirects, severity, says }) => {
      const { moved, problems } = pastOf(articles, siteWith(redirects));
      expect(problems[0]).toMatchObject({
        file: "site.toml",
        severity,
        message: expect.stringContaining(says),
      });
      expect([...moved.keys()].filter((path) => path !== "/b" && path in redirects)).toEqual([]);
    },
  );
});
