import { describe, expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder } from "./baked-folder.ts";

const RULES = `slugs = "verbatim"\npermalink = "/{path}.html"\npermalinks = { "_posts" = "/{year}/{month}/{slug}.html" }\n`;

/** Titles, old paths and problems of a Jekyll folder with an article and these files. */
function baked(files: Readonly<Record<string, string>>, settings = "") {
  const toml = `${SITE_TOML}generator = "jekyll"\n${RULES}${settings}`;
  const folder = contentFolder({
    "site.toml": toml,
    "tea.md": "# Tea\n\nHot.",
    "_posts/2025-06-01-rain.md": "Wet.",
    ...files,
  });
  const site = bakeFolder(folder);
  const moved = site.documents.flatMap(({ key, representation }) =>
    representation?.metadata.kind === "moved" ? [[key, representation.metadata.location]] : [],
  );
  const told = [...readFolder(folder, { drafts: false }).problems, ...site.problems];
  return {
    articles: [...site.articles].map(({ title }) => title).sort(),
    moved: Object.fromEntries(moved),
    told: told
      .filter(({ severity }) => severity !== "notice")
      .map(({ file, line, message }) => `${file}:${line} ${message}`),
  };
}

describe("a page that only leads elsewhere", () => {
  test.for([
    { name: "a page", path: "docs/lock.md", from: "/docs/lock.html" },
    { name: "a post", path: "_posts/2025-07-01-lock.md", from: "/2025/07/lock.html" },
  ])("is a redirect from its address, and no article: $name", ({ path, from }) => {
    expect(baked({ [path]: "---\ntitle: Lock\nredirect_to: /tea.html\n---\n" })).toEqual({
      articles: ["Rain", "Tea"],
      moved: { [from]: "/tea.html" },
      told: [],
    });
  });

  test("may lead to another site, from its permalink and its aliases, and its text is not read", () => {
    const text =
      "---\npermalink: /lock/\nredirect_from: [/sluice, /gate]\nredirect_to: [https://else.example/a?b#c]\n---\n{% nothing %}\n";
    const to = "https://else.example/a?b#c";
    expect(baked({ "lock.md": text })).toEqual({
      articles: ["Rain", "Tea"],
      moved: { "/lock/": to, "/sluice": to, "/gate": to },
      told: [],
    });
  });

  test("is no redirect from where it leads itself", () => {
    const text = "---\nredirect_from: [/tea.html]\nredirect_to: /tea.html\n---\n";
    expect(baked({ "lock.md": text })).toMatchObject({ moved: { "/lock.html": "/tea.html" }, told: [] });
  });

  test("gives way to site.toml, and is nothing as a draft", () => {
    const files = {
      "lock.md": "---\nredirect_to: /a\n---\n",
      "_drafts/quay.md": "---\nredirect_to: /tea.html\n---\n",
    };
    expect(baked(files, '[redirects]\n"/lock.html" = "/tea.html"\n')).toMatchObject({
      articles: ["Rain", "Tea"],
      moved: { "/lock.html": "/tea.html" },
      told: [],
    });
  });

  test("says at its line what is wrong with where it leads", () => {
    expect(
      baked({
        "a.md": "---\ntitle: A\nredirect_to: soon\n---\n",
        "b.md": "---\ntitle: B\nredirect_to: /nowhere\n---\n",
      }).told,
    ).toEqual([
      'a.md:3 "redirect_to" is "soon"; write a path such as /new/, or a whole URL',
      'b.md:3 redirect from "/b.html" leads to "/nowhere", where nothing is; let it lead to a page',
    ]);
  });
});

test("the field means nothing in folders of others", () => {
  const folder = contentFolder({
    "site.toml": SITE_TOML,
    "tea.md": "---\nredirect_to: /a\n---\n# Tea\n\nHot.",
  });
  expect([...bakeFolder(folder).articles].map(({ title }) => title)).toEqual(["Tea"]);
});

test("a page that only leads elsewhere does so from its date on", () => {
  const lock =
    "---\ntitle: Lock\ndate: 2025-07-01T19:00:00Z\nredirect_from: [/sluice]\nredirect_to: /tea.html\n---\n";
  const folder = contentFolder({
    "site.toml": `${SITE_TOML}generator = "jekyll"\n${RULES}`,
    "tea.md": "# Tea\n\nHot.",
    "lock.md": lock,
  });
  const at = Date.parse("2025-07-01T19:00:00Z") / 1000;
  const movedAt = (now: number) =>
    bakeFolder(folder, EMPTY_LEDGER, now).documents.flatMap(({ key, representation }) =>
      representation?.metadata.kind === "moved" && representation.metadata.from === undefined ? key : [],
    );
  expect(movedAt(at - 3600)).toEqual([]);
  expect(movedAt(at).sort()).toEqual(["/lock.html", "/sluice"]);
  expect(bakeFolder(folder, EMPTY_LEDGER, at - 3600).sealed).toMatchObject([{ file: "lock.md", at }]);
});
