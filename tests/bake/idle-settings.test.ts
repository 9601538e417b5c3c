import { describe, expect, test } from "vitest";
import { idleSettings } from "../../src/bake/problems/idle-settings.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder } from "./baked-folder.ts";
import { siteWith, sourcesOf } from "./small-site.ts";

const LOCK = { "blog/lock.md": "---\ndate: 2025-07-01\n---\nText.\n" };

function told(settings: string, files: Readonly<Record<string, string>> = LOCK, head = SITE_TOML): string[] {
  const site = siteWith(settings, head);
  return idleSettings(site, () => sourcesOf(files, site)).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

const DATED = `${SITE_TOML}permalink = "/{year}/{slug}"\n`;

describe("a setting that changes nothing is told", () => {
  test.for([
    {
      settings: 'permalinks = { "news" = "/{slug}" }\n',
      says: 'has a pattern for "news" in [permalinks], a folder in which no article is; correct its name, or remove the line',
    },
    {
      settings: 'permalinks = { "categories:note" = "/{slug}" }\n',
      says: 'has a pattern for "categories:note" in [permalinks], a folder in which no article is; write "category:note", "tag:note" or "section:note" if you mean one of these, or remove the line',
    },
    {
      settings: 'permalinks = { "my-tags:note" = "/{slug}" }\n',
      says: 'has a pattern for "my-tags:note" in [permalinks], a folder in which no article is; correct its name, or remove the line',
    },
    {
      settings: 'permalinks = { "section:blog" = "/b/{slug}", "tag:sea" = "/s/{slug}" }\n',
      says: 'has a pattern for "tag:sea" in [permalinks], which no article has; correct the name, or remove the line',
    },
    {
      settings: 'permalinks = { "category:notes" = "/{slug}" }\n',
      says: 'has a pattern for "category:notes" in [permalinks], which no article has; correct the name, or remove the line',
    },
    {
      settings: 'permalinks = { "section:news" = "/{slug}" }\n',
      says: 'has a pattern for "section:news" in [permalinks], which no article has; correct the name, or remove the line',
    },
    {
      settings: 'permalinks = { "section:blog" = "/b/{slug}", "tag:sea" = "/s/{slug}" }\n',
      files: { "blog/lock.md": "---\ntags: [Sea]\n---\nText.\n" },
      says: 'has a pattern for "tag:sea" in [permalinks], but each article of it has that of "section:blog", which stands before it; put it first, or remove the line',
    },
    {
      settings: 'collections = ["docs"]\n',
      says: 'lists "docs" in collections, but no article is in _docs; correct it, or remove it',
    },
    {
      settings: 'date_from = "name"\n',
      says: 'has date_from = "name", but no permalink holds {year}, {month} or {day}; add one of them, or remove date_from',
    },
    {
      settings: 'date_from = "name"\n',
      head: DATED,
      says: 'has date_from = "name", but no file name begins with a day, as in 2025-07-01-lock.md; remove it',
    },
    {
      settings: 'date_from = "written"\n',
      head: DATED,
      says: 'has date_from = "written", but no date is written with an offset, as in 2025-07-01T10:00:00+02:00; remove it',
    },
    {
      settings: 'languages = ["en", "fr"]\n',
      says: 'lists "fr" in languages, but no article is in it; name files as in lock.fr.md or put them into a folder fr, or remove it',
    },
    {
      settings: 'slugs = "lower"\n',
      files: { "a.md": "---\npermalink: /a\n---\nText.\n" },
      says: 'has slugs = "lower", but every article has an address of its own; remove it',
    },
  ])("$settings$head", ({ settings, files, head, says }) => {
    expect(told(settings, files, head)).toEqual([`warning: ${says}`]);
  });
});

describe("nothing is said", () => {
  test.for([
    { name: "of usual settings", settings: "" },
    {
      name: "of what every article is in",
      settings: 'permalinks = { "blog" = "/{slug}" }\nslugs = "lower"\n',
    },
    {
      name: "of what one article of several is in",
      settings: 'permalinks = { "blog" = "/{slug}" }\nslugs = "lower"\n',
      files: { ...LOCK, "b.md": "---\npermalink: /b\n---\nText.\n" },
    },
    {
      name: "of names that articles have",
      settings:
        'permalinks = { "category:note" = "/n/{slug}", "tag:a b" = "/t/{slug}", "section:Blog" = "/b/{slug}" }\n',
      files: {
        "blog/lock.md": "Text.\n",
        "blog/a.md": "---\ncategories: [Note]\n---\nText.\n",
        "blog/b.md": "---\ntags: [a-b]\n---\nText.\n",
      },
    },
    {
      name: "of collections that have an article",
      settings: 'collections = ["docs"]\n',
      files: { ...LOCK, "_docs/a.md": "Text.\n" },
    },
    {
      name: "of a day in one name",
      settings: 'date_from = "name"\n',
      head: DATED,
      files: { ...LOCK, "2025-07-01-a.md": "Text.\n" },
    },
    {
      name: "of one date with an offset",
      settings: 'date_from = "written"\npermalinks = { "blog" = "/{day}/{slug}" }\n',
      files: { "blog/a.md": "---\ndate: 2025-07-01T10:00:00+02:00\n---\nText.\n" },
    },
    {
      name: "of languages that are spelled another way",
      settings: 'languages = ["en", "zh_cn"]\n',
      files: { ...LOCK, "zh_cn/a.md": "Text.\n" },
    },
    { name: "of a folder without articles", settings: 'date_from = "name"\nslugs = "lower"\n', files: {} },
  ])("$name", ({ settings, files, head }) => {
    expect(told(settings, files, head)).toEqual([]);
  });
});

test("a pattern that leads an article among the site's own addresses is told with the article", () => {
  const site = bakeFolder(
    contentFolder({
      "site.toml": `${SITE_TOML}permalink = "/{section}/{slug}"\n`,
      "tags/lock.md": "Text.\n",
      "tide.md": "Text.\n",
    }),
  );
  expect(site.problems.filter(({ file }) => file !== "site.toml")).toEqual([
    {
      file: "tags/lock.md",
      line: null,
      severity: "warning",
      message:
        "would be at /tags/lock by the pattern /{section}/{slug}, where the site keeps its own pages and feeds; it has /articles/lock. Give it a permalink: of its own, or its folder another pattern",
    },
  ]);
});

test("a pattern of a folder whose every address is the site's own is an error of site.toml", () => {
  const site = bakeFolder(
    contentFolder({
      "site.toml": `${SITE_TOML}permalinks = { "a" = "/tags/{slug}" }\n`,
      "a/b.md": "Text.\n",
    }),
  );
  expect(site.problems.map(({ file, severity, message }) => `${file} ${severity} ${message}`)).toEqual([
    'site.toml error "permalinks.a" is "/tags/{slug}", where the site keeps its own pages and feeds; write another, such as "/articles/{slug}"',
  ]);
});
