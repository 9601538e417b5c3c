import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import type { Attack } from "./attack.ts";
import { addressesIn, ask, bakeAttacked, files, keyAskedFor } from "./attack.ts";
import { testSideBySide } from "./side-by-side.ts";

const LOST = [
  { name: "leads up", path: "/..//evil" },
  { name: "leads up and down again", path: "/a/../b" },
  { name: "leads up in disguise", path: "/a/%2e%2E/b" },
  { name: "stays where it is", path: "/a/./b" },
  { name: "has an empty segment", path: "/a//b" },
  { name: "has a backslash", path: "/a\\b" },
  { name: "has a zero", path: "/a%00b" },
  { name: "has a line break", path: "/a%0d%0ab" },
  { name: "has a hidden slash", path: "/a%2fb" },
  { name: "has a hidden slash in capitals", path: "/a%2Fb" },
  { name: "has a hidden backslash", path: "/a%5cb" },
  { name: "has a broken escape", path: "/a%zz" },
  { name: "has half an escape", path: "/a%2" },
  { name: "has an escape that is no UTF-8", path: "/a%ff" },
  { name: "is longer than a key", path: `/${"a".repeat(600)}` },
  { name: "is longer than a key once it is encoded", path: `/${"é".repeat(200)}` },
  { name: "is on a site that leads up", path: "https://a.example/../b" },
] as const;

const yaml = (field: string, value: string) => ({
  "a.md": `---\n${field}: ${JSON.stringify(value)}\n---\nText.\n`,
});

const OWN = [
  "/rss.xml",
  "/feed",
  "/archive/1/rss.xml",
  "/archive/7/feed.json",
  "/sections/sea/atom.xml",
  "/tags/a",
  "/authors/ana/feed.json",
  "/languages/en",
  "/dates/2025/07",
  "/media/0123456789abcdef0123.png",
  "/sitemap/1.xml",
  "/cdn-cgi/explorer",
];

testSideBySide([
  ...LOST.map(
    ({ name, path }): Attack => ({
      name: `a permalink that ${name}`,
      plant: files(yaml("permalink", path)),
      told: ["a.md", "error", '"permalink" is'],
    }),
  ),
  ...LOST.map(
    ({ name, path }): Attack => ({
      name: `an alias that ${name}`,
      plant: files({ "a.md": `---\naliases: ["/fine", ${JSON.stringify(path)}]\n---\nText.\n` }),
      told: ["a.md", "error", "can be no address"],
    }),
  ),
  ...["a/../b", "..", ".", "a\\b", "a\u0000b", "a%2fb", "a%2Fb", "a%5cb", "a%00", "a/b//c", "%0d%0a"].map(
    (slug): Attack => ({
      name: `the slug ${JSON.stringify(slug)}`,
      plant: files(yaml("slug", slug)),
      told: ["a.md", "error", '"slug" is'],
    }),
  ),
  ...OWN.map(
    (path): Attack => ({
      name: `a permalink where the site has its own, ${path}`,
      plant: files(yaml("permalink", path)),
      told: ["a.md", "warning", "where the site keeps its own pages and feeds"],
    }),
  ),
  ...["/rss.xml", "/feed/", "/subscribe", "/cdn-cgi/a"].map(
    (path): Attack => ({
      name: `an alias where the site has its own, ${path}`,
      plant: files(yaml("aliases", path)),
      told: ["a.md", "warning", `has the alias ${path}, where the site keeps its own`],
    }),
  ),
  {
    name: "an alias that another article has",
    plant: files({
      "a.md": "---\ndate: 2025-01-01\naliases: [/shared-alias]\n---\nText.\n",
      "b.md": "---\ndate: 2025-01-02\naliases: [/shared-alias]\n---\nText.\n",
    }),
    told: ["b.md", "warning", "has the alias /shared-alias, which is another article's"],
  },
] satisfies readonly Attack[]);

test("a page that stands by itself is served however long its name is", async () => {
  const text = "---\npage: true\n---\nHere it is.\n";
  const content = join(temporaryFolder(), "content");
  const files = { "site.toml": SITE_TOML, [`${"潮".repeat(80)}.md`]: text, "b.md": "B.\n" };
  const { store, report } = await bakeAttacked(contentFolder(files, content));
  expect(report.problems).toEqual([]);
  for (const key of await addressesIn(store)) expect(keyAskedFor(key)).toBe(key);
});

describe("an address that can be served", () => {
  test.for([
    { name: "signs that URLs keep as they are", permalink: "/a+b@c,d;e=f&g", address: "/a+b@c,d;e=f&g" },
    { name: "a sign in two spellings", permalink: "/%7Eana/", address: "/~ana/" },
    { name: "letters of any script", permalink: "/заря/東京", address: "/заря/東京" },
    { name: "brackets and quotes", permalink: "/a[b]'c'(d)!", address: "/a[b]'c'(d)!" },
    { name: "dots that lead nowhere", permalink: "/.../..a/b..", address: "/.../..a/b.." },
    { name: "an escape of a percent sign", permalink: "/100%25", address: "/100%25" },
  ])("is served: $name", async ({ permalink, address }) => {
    const text = `---\npermalink: ${JSON.stringify(permalink)}\naliases: ${JSON.stringify(`/was${permalink}`)}\n---\nHere it is. [Itself](${permalink})\n`;
    const content = join(temporaryFolder(), "content");
    const { report, store } = await bakeAttacked(
      contentFolder({ "site.toml": SITE_TOML, "a.md": text }, content),
    );
    expect(report.problems).toEqual([]);
    expect(await ask(store, address)).toMatchObject({
      kind: "whole",
      text: expect.stringContaining("Here it is."),
    });
    expect(await ask(store, `/was${address}`)).toMatchObject({ kind: "moved" });
    for (const key of await addressesIn(store)) expect(keyAskedFor(key)).toBe(key);
  });
});
