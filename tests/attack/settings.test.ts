import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { pngImage } from "../media-files.ts";
import { ask, bakeAttacked, OBEYED, toldOf } from "./attack.ts";

const GOOD = {
  "good.md": "---\ndate: 2025-06-01\n---\nNothing is wrong here.\n",
  "bad.md": "---\ndate: soon\n---\n",
};
const NAME = "cannot be a key";
const UNSERVED = /write a path (?:of at most 100 bytes )?that can be served/;

async function bake(toml: string, more: Readonly<Record<string, string | Uint8Array>> = {}) {
  const content = join(temporaryFolder(), "content");
  return bakeAttacked(contentFolder({ "site.toml": SITE_TOML + toml, ...GOOD, ...more }, content));
}

describe("a setting is refused, and the articles are judged all the same:", () => {
  test.for([
    { name: "a table that every object has", toml: '[__proto__]\ntitle = "x"', says: NAME },
    { name: "a key that every object has", toml: '"__proto__" = 1', says: NAME },
    { name: "such a key in a dotted one", toml: 'sections.__proto__.title = "x"', says: NAME },
    {
      name: "such a key in a table in a list",
      toml: "authors = [{ name = 'A', __proto__ = { url = 'x' } }]",
      says: NAME,
    },
    { name: "a constructor", toml: '[constructor]\ntitle = "x"', says: NAME },
    { name: "a section called constructor", toml: '[sections.constructor]\ntitle = "x"', says: NAME },
    {
      name: "a section without a name",
      toml: '[sections.""]\ntitle = "x"',
      says: "write the name of the section",
    },
    { name: "a method of every object", toml: 'toString = "x"', says: NAME },
    { name: "a redirect from __proto__", toml: '[redirects]\n__proto__ = "/x"', says: NAME },
    { name: "20,000 brackets", toml: `x = ${"[".repeat(20_000)}`, says: "cannot be read as TOML" },
    { name: "half a pair of surrogates", toml: 'footer = "\\ud800"', says: "backslash" },
    { name: "a key twice", toml: 'title = "x"', says: "appears a second time" },
    { name: "a pattern with an empty segment", toml: 'permalink = "/a//{slug}"', says: UNSERVED },
    { name: "a pattern that leads up", toml: 'permalink = "/../{slug}"', says: UNSERVED },
    { name: "a pattern that leads up in disguise", toml: 'permalink = "/%2e%2e/{slug}"', says: UNSERVED },
    { name: "a pattern that stays where it is", toml: 'permalink = "/./{slug}"', says: UNSERVED },
    { name: "a pattern with a backslash", toml: "permalink = '/a\\{slug}'", says: UNSERVED },
    { name: "a pattern with a hidden slash", toml: 'permalink = "/a%2F{slug}"', says: UNSERVED },
    { name: "a pattern with a zero", toml: 'permalink = "/a%00/{slug}"', says: UNSERVED },
    { name: "a pattern with a broken escape", toml: 'permalink = "/100%/{slug}"', says: UNSERVED },
    {
      name: "a pattern with an escape that ends in a token",
      toml: 'permalink = "/%{day}/{slug}"',
      says: UNSERVED,
    },
    { name: "a pattern with two slugs", toml: 'permalink = "/{slug}/{slug}"', says: UNSERVED },
    { name: "a pattern longer than a key", toml: `permalink = "/${"a".repeat(600)}/{slug}"`, says: UNSERVED },
    {
      name: "a pattern in the place of tags",
      toml: 'permalink = "/tags/{slug}"',
      says: "keeps its own pages",
    },
    {
      name: "a pattern in the place of sections",
      toml: 'permalink = "/sections/a/{slug}/"',
      says: "keeps its own pages",
    },
    {
      name: "a pattern in the place of Cloudflare",
      toml: 'permalink = "/cdn-cgi/{slug}"',
      says: "keeps its own pages",
    },
    {
      name: "a redirect to another host in disguise",
      toml: '[redirects]\n"/a" = "/\\\\evil.example"',
      says: UNSERVED,
    },
    { name: "a redirect to a URL without a host", toml: '[redirects]\n"/a" = "https:///x"', says: UNSERVED },
    {
      name: "a redirect to a URL of backslashes",
      toml: '[redirects]\n"/a" = "https://\\\\x"',
      says: UNSERVED,
    },
    { name: "a redirect of two stars", toml: '[redirects]\n"/*/*" = "/b"', says: "write * once" },
    {
      name: "a redirect whose splat is the host",
      toml: '[redirects]\n"/a/*" = "https://a.example:splat/"',
      says: UNSERVED,
    },
    {
      name: "a redirect whose splat is before the host",
      toml: '[redirects]\n"/a/*" = "https://:splat@a.example/"',
      says: 'leads to "https://:splat@a.example/"',
    },
    {
      name: "a redirect that grows for ever",
      toml: '[redirects]\n"/a/*" = "/a/a/:splat"',
      says: "leads back to itself",
    },
    { name: "a host of this machine", toml: 'hosts = ["localhost"]', says: "write a host" },
    { name: "a host with a path", toml: 'hosts = ["a.example/b"]', says: "write a host without" },
    { name: "a host with a line break", toml: 'hosts = ["a.example\\nb"]', says: "write a host" },
    { name: "a redirect to a path that leads up", toml: '[redirects]\n"/a" = "/b/../../c"', says: UNSERVED },
    { name: "a redirect to an empty segment", toml: '[redirects]\n"/a" = "/b//c"', says: UNSERVED },
    { name: "a redirect to a hidden slash", toml: '[redirects]\n"/a" = "/b%2fc"', says: UNSERVED },
    {
      name: "a redirect to a line break",
      toml: '[redirects]\n"/a" = "/b\\r\\nSet-Cookie: x"',
      says: UNSERVED,
    },
    {
      name: "a redirect to a line break in an escape",
      toml: '[redirects]\n"/a" = "/b%0d%0ac"',
      says: UNSERVED,
    },
    {
      name: "a redirect to Cloudflare's own",
      toml: '[redirects]\n"/a" = "/cdn-cgi/explorer"',
      says: 'leads to "/cdn-cgi/explorer"',
    },
    {
      name: "a redirect from Cloudflare's own",
      toml: '[redirects]\n"/cdn-cgi/a" = "/b"',
      says: "is never asked for here",
    },
    {
      name: "a redirect from an empty segment",
      toml: '[redirects]\n"/a//b" = "/c"',
      says: "write a path that can be asked for",
    },
    {
      name: "a redirect from a hidden slash",
      toml: '[redirects]\n"/a%2fb" = "/c"',
      says: "write a path that can be asked for",
    },
    {
      name: "a redirect from a broken escape",
      toml: '[redirects]\n"/a%zz" = "/c"',
      says: "write a path that can be asked for",
    },
    {
      name: "a redirect from above",
      toml: '[redirects]\n"/..//a" = "/c"',
      says: "write a path that can be asked for",
    },
    { name: "a redirect to itself", toml: '[redirects]\n"/a" = "/%61"', says: "leads back to itself" },
    { name: "a static folder four above", toml: 'static = ["../../../../etc"]', says: "at most three above" },
    {
      name: "a static folder that leads up later",
      toml: 'static = ["a/../../../../../etc"]',
      says: "at most three above",
    },
    { name: "an absolute static folder", toml: 'static = ["/etc"]', says: "from the content folder on" },
    { name: "a hidden static folder", toml: 'static = ["../.ssh"]', says: "begins with a dot" },
    { name: "a static folder with a zero", toml: 'static = ["a\\u0000b"]', says: "at most three above" },
    {
      name: "a key twice, the second for the terminal",
      toml: 'url = "\\u001b[2J\\u009b31m"',
      says: "appears a second time",
    },
    {
      name: "a value that the terminal would obey",
      toml: 'language = "\\u001b[2J\\u009b31m"',
      says: "write a language tag",
    },
  ])("$name", async ({ toml, says }) => {
    const outcome = await bake(toml);
    expect(
      toldOf(outcome, "site.toml")
        .map(({ message }) => message)
        .join("\n"),
    ).toMatch(says);
    expect(toldOf(outcome, "site.toml").filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(toldOf(outcome, "bad.md")).toMatchObject([{ severity: "error", line: 2 }]);
    expect(outcome.report).toMatchObject({
      refusal: expect.stringContaining("fix site.toml first"),
      plan: { put: 0 },
    });
    expect(outcome.lines.filter((line) => OBEYED.test(line))).toEqual([]);
    expect({}).not.toHaveProperty("title");
  });
});

describe("a setting is passed over and told, and the site is published:", () => {
  test.for([
    {
      name: "a host of before that is the site's own",
      toml: 'hosts = ["quay.example"]',
      says: "where the site itself is",
    },
    {
      name: "a name in queries that nobody asks for",
      toml: 'redirect_queries = ["id"]',
      says: "which no redirect asks for",
    },
    {
      name: "a redirect from a page of the site",
      toml: '[redirects]\n"/subscribe" = "/b"',
      says: "belongs to a page",
    },
    {
      name: "an icon outside",
      toml: 'icon = "/../../etc/passwd"',
      says: 'names /../../etc/passwd as "icon"',
    },
    {
      name: "an icon with a zero",
      toml: 'icon = "/a\\u0000b.png"',
      says: "which is not a media file in the content folder",
    },
    {
      name: "an icon longer than any path",
      toml: `icon = "/${"n".repeat(5000)}"`,
      says: "which is not a media file in the content folder",
    },
  ])("$name", async ({ toml, says }) => {
    const outcome = await bake(toml);
    expect(
      toldOf(outcome, "site.toml")
        .map(({ message }) => message)
        .join("\n"),
    ).toMatch(says);
    expect(outcome.report.refusal).toBeNull();
    expect(await ask(outcome.store, "/articles/good")).toMatchObject({ kind: "whole" });
    expect(outcome.lines.filter((line) => OBEYED.test(line))).toEqual([]);
  });
});

test.for([
  {
    name: "a pattern with letters beyond ASCII",
    permalink: "/é+b/{year}-{year}/{slug}.html",
    address: "/é+b/2025-2025/good.html",
  },
  { name: "a pattern with escapes", permalink: "/a%20b/{slug}/", address: "/a%20b/good/" },
  { name: "a pattern at the root", permalink: "/{slug}", address: "/good" },
])("$name makes addresses that are served", async ({ permalink, address }) => {
  const { store, report } = await bake(`permalink = "${permalink}"`);
  expect(report.refusal).toBeNull();
  expect(await ask(store, address)).toMatchObject({
    kind: "whole",
    text: expect.stringContaining("Nothing is wrong"),
  });
});

test("a pattern gives no article an address that the site may come to need", async () => {
  const { store } = await bake('permalink = "/dates/{slug}"', { "a.md": "---\nslug: '2031'\n---\nA.\n" });
  expect(await ask(store, "/dates/2031-2")).toMatchObject({ kind: "whole" });
  expect(await ask(store, "/dates/2031")).toMatchObject({ kind: "nowhere" });
});

test("settings that are too long, or a folder, are an error and not defaults in silence", async () => {
  const content = contentFolder(GOOD, join(temporaryFolder(), "content"));
  writeFileSync(join(content, "site.toml"), "#".repeat(5 * 1024 * 1024 + 1));
  const tooLong = await bakeAttacked(content);
  expect(toldOf(tooLong, "site.toml")).toMatchObject([
    { severity: "error", message: expect.stringContaining("5.0 MiB") },
  ]);
  const folder = contentFolder(
    { ...GOOD, "site.toml/a.png": pngImage() },
    join(temporaryFolder(), "content"),
  );
  const isFolder = await bakeAttacked(folder);
  expect(toldOf(isFolder, "site.toml")).toMatchObject([
    { severity: "error", message: expect.stringContaining("is not a file") },
  ]);
  expect([tooLong, isFolder].map(({ report }) => report.plan.put)).toEqual([0, 0]);
});
