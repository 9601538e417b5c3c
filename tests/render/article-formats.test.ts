import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";

const TOML = `${SITE_TOML}article_formats = ["json", "markdown"]\n`;
const TIDE = `---
date: 2025-06-30T08:00:00Z
updated: 2025-07-01T08:00:00Z
section: sea
tags: [Tea & rain]
authors: [Ana Holm]
agency: QN
correction: It rises at 9, not at 8.
---
# Tide: 2 < 3 & more

It *rises* at [nine](lock.md).

- one
- two

## By night

\`\`\`js
let a = 1;
\`\`\`
`;
const LOCK = "---\ndate: 2025-06-29T08:00:00Z\n---\n# Lock\n\nIt opens.\n";
const FILES = { "site.toml": TOML, "tide.md": TIDE, "lock.md": LOCK };

const changed = (site: BakedSite) =>
  site.documents.filter(({ representation }) => representation !== null).map(({ key }) => key);
const metadataOf = (site: BakedSite, key: string) =>
  site.documents.find((one) => one.key === key)?.representation?.metadata;

describe("an article for programs (article_formats)", () => {
  test("is a JSON Feed of one item, which says what the site's feed says of it", () => {
    const site = bakeFolder(contentFolder(FILES));
    const { items, feed_url, next_url, hubs, home_page_url } = JSON.parse(
      bodyOf(site, "/articles/tide.json"),
    );
    const [newest] = JSON.parse(bodyOf(site, "/feed.json")).items;
    expect(items).toEqual([newest]);
    expect({ feed_url, next_url, hubs, home_page_url }).toEqual({
      feed_url: "https://quay.example/articles/tide.json",
      home_page_url: "https://quay.example/",
    });
  });

  test("is Markdown, with what the page tells around the text as front matter", () => {
    const site = bakeFolder(contentFolder(FILES));
    expect(bodyOf(site, "/articles/tide.md")).toBe(`---
title: "Tide: 2 < 3 & more"
url: "https://quay.example/articles/tide"
id: "tag:quay.example,2025:tide"
date: "2025-06-30T08:00:00Z"
updated: "2025-07-01T08:00:00Z"
authors: ["Ana Holm"]
agency: "QN"
section: "sea"
tags: ["Tea & rain"]
language: "en"
site: "The Quay"
summary: "It rises at nine."
correction: "It rises at 9, not at 8."
---

# Tide: 2 < 3 & more

> It rises at 9, not at 8.

It *rises* at [nine](https://quay.example/articles/lock).

- one
- two

## By night

\`\`\`js
let a = 1;
\`\`\`
`);
  });

  test("has a type, says where its page is, and its page says where it is, behind the feeds", () => {
    const site = bakeFolder(contentFolder(FILES));
    const link =
      '<https://quay.example/articles/tide>; rel="canonical", <https://quay.example/articles/tide>; rel="alternate"; type="text/html"';
    expect(metadataOf(site, "/articles/tide.json")).toMatchObject({
      type: "application/feed+json; charset=utf-8",
      kind: "article",
      link,
    });
    expect(metadataOf(site, "/articles/tide.md")).toMatchObject({
      type: "text/markdown; charset=utf-8",
      link,
    });
    const alternates = bodyOf(site, "/articles/tide").match(/<link rel="alternate"[^>]*>/g);
    expect(alternates?.slice(-2)).toEqual([
      '<link rel="alternate" type="application/feed+json" title="JSON" href="https://quay.example/articles/tide.json">',
      '<link rel="alternate" type="text/markdown" title="Markdown" href="https://quay.example/articles/tide.md">',
    ]);
  });

  test("costs two documents a new article, and none for a neighbour's sake", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    contentFolder({ "mole.md": "---\ndate: 2025-07-01T09:00:00Z\n---\n# Mole\n\nIt stands.\n" }, folder);
    const forms = changed(bakeFolder(folder, first.ledger, NOW + 60)).filter((key) =>
      /^\/articles\/.*\./.test(key),
    );
    expect(forms).toEqual(["/articles/mole.json", "/articles/mole.md"]);
  });

  test("goes with its page: 410 after a deletion, 301 after a move, and back", () => {
    const folder = contentFolder(FILES);
    const first = bakeFolder(folder);
    rmSync(join(folder, "lock.md"));
    contentFolder({ "tide.md": TIDE.replace("---\n", "---\nslug: high-tide\n") }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + 60);
    expect(metadataOf(second, "/articles/lock.json")?.status).toBe(410);
    expect(metadataOf(second, "/articles/lock.md")?.status).toBe(410);
    expect(metadataOf(second, "/articles/tide.json")).toMatchObject({
      status: 301,
      location: "/articles/high-tide.json",
    });
    expect(metadataOf(second, "/articles/high-tide.md")?.status).toBe(200);
    expect(second.problems.map(({ message }) => message)).toEqual([expect.stringMatching(/^names lock\.md/)]);
    expect(changed(bakeFolder(folder, second.ledger, NOW + 120))).toEqual([]);
    contentFolder({ "lock.md": LOCK }, folder);
    const third = bakeFolder(folder, second.ledger, NOW + 180);
    expect(metadataOf(third, "/articles/lock.json")?.status).toBe(200);
  });

  test("stands where the page does, with and without a slash, and gives way to an article there", () => {
    const site = bakeFolder(
      contentFolder({
        ...FILES,
        "tide.md": TIDE.replace("---\n", "---\npermalink: /sea/tide/\n"),
        "data.md": "---\npermalink: /articles/lock.json\n---\n# Data\n\nNone.\n",
      }),
    );
    const keys = site.documents.map(({ key }) => key as string);
    expect(keys).toContain("/sea/tide.json");
    expect(bodyOf(site, "/articles/lock.json")).toContain("<!doctype html>");
    expect(site.problems).toEqual([]);
  });

  test("is not there where nobody asks for it, and a page says nothing of it then", () => {
    const site = bakeFolder(contentFolder({ ...FILES, "site.toml": SITE_TOML }));
    expect(site.documents.filter(({ key }) => /^\/articles\/.*\.(?:json|md)$/.test(key))).toEqual([]);
    expect(bodyOf(site, "/articles/tide")).not.toContain("text/markdown");
  });
});
