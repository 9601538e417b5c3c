import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";

/** A Markdown article with front matter. */
const article = (matter: string, title = "Tea") =>
  `---\ndate: 2025-06-30T08:30:00Z\n${matter}\n---\n# ${title}\n\nText.\n`;

const SITE = {
  "site.toml": `${SITE_TOML}description = "What happens."
feed_items = 2
[sections.harbour]
title = "Harbour & port"
description = "Ships."
`,
};

const folders = (site: BakedSite) =>
  site.documents
    .map(({ key }) => key)
    .filter((key) => /^\/(sections|tags|authors|languages)\/[^/]+$/.test(key));

const tagFolders = (site: BakedSite) =>
  folders(site)
    .filter((path) => path.startsWith("/tags/"))
    .toSorted();

describe("a channel", () => {
  const content = {
    ...SITE,
    "harbour/a.md": article("tags: [sea]\nauthor: Ada", "One"),
    "b.md": article("lang: fr", "Deux"),
  };

  test.for([
    { path: "/sections/harbour", title: "Harbour & port · The Quay", description: "Ships.", language: "en" },
    {
      path: "/tags/sea",
      title: "sea · The Quay",
      description: "Articles of The Quay about sea.",
      language: "en",
    },
    {
      path: "/authors/ada",
      title: "Ada · The Quay",
      description: "Articles by Ada in The Quay.",
      language: "en",
    },
    {
      path: "/languages/fr",
      title: "français · The Quay",
      description: "français : les articles de The Quay.",
      language: "fr",
    },
  ])("$path has a page and three feeds of its own, right with one article", ({ path, ...own }) => {
    const site = bakeFolder(contentFolder(content));
    const rss = parseRssFeed(bodyOf(site, `${path}/rss.xml`));
    const atom = parseAtomFeed(bodyOf(site, `${path}/atom.xml`));
    const json = parseJsonFeed(bodyOf(site, `${path}/feed.json`));
    expect(rss).toMatchObject({ ...own, link: `https://quay.example${path}` });
    expect(json).toMatchObject({ ...own, home_page_url: `https://quay.example${path}` });
    expect(atom).toMatchObject({
      id: `tag:quay.example,2025:${path}`,
      title: { value: own.title },
      subtitle: { value: own.description },
    });
    for (const [feed, self] of [
      [rss.atom?.links, "rss.xml"],
      [atom.links, "atom.xml"],
    ] as const) {
      expect(feed?.find(({ rel }) => rel === "self")?.href).toBe(`https://quay.example${path}/${self}`);
    }
    expect(json.feed_url).toBe(`https://quay.example${path}/feed.json`);
    expect([rss.items?.length, atom.entries?.length, json.items?.length]).toEqual([1, 1, 1]);
    expect(bodyOf(site, path)).toContain(`href="https://quay.example${path}/rss.xml"`);
  });

  test("of a language is there only where the site has several", () => {
    const { "b.md": _, ...english } = content;
    expect(folders(bakeFolder(contentFolder(english)))).toEqual([
      "/sections/harbour",
      "/tags/sea",
      "/authors/ada",
    ]);
  });

  test("holds its newest n articles, and says that it is complete where it is", () => {
    const three = ["1", "2", "3"].map((name) => [`${name}.md`, article("tags: [sea]", name)]);
    const two = bakeFolder(contentFolder({ ...SITE, ...Object.fromEntries(three.slice(0, 2)) }));
    expect(bodyOf(two, "/tags/sea/atom.xml")).toContain("<fh:complete/>");
    const all = bakeFolder(contentFolder({ ...SITE, ...Object.fromEntries(three) }));
    expect(bodyOf(all, "/tags/sea/atom.xml")).not.toContain("<fh:complete/>");
    expect(parseAtomFeed(bodyOf(all, "/tags/sea/atom.xml")).entries).toHaveLength(2);
  });

  test("that nothing names any more is an empty feed, and stands in neither OPML nor sitemap", () => {
    const folder = contentFolder({ ...content, "c.md": article("tags: [quay]", "Three") });
    const first = bakeFolder(folder);
    expect(bodyOf(first, "/feeds.opml")).toContain("/tags/sea/rss.xml");
    rmSync(join(folder, "harbour/a.md"));
    const second = bakeFolder(folder, first.ledger, NOW + 60);
    expect(parseRssFeed(bodyOf(second, "/tags/sea/rss.xml")).title).toBe("sea · The Quay");
    expect(parseRssFeed(bodyOf(second, "/tags/sea/rss.xml")).items ?? []).toEqual([]);
    expect(bodyOf(second, "/feeds.opml")).not.toContain("/tags/sea/");
    expect(bodyOf(second, "/sitemap.xml")).not.toContain("/tags/sea");
    expect(bodyOf(second, "/tags/sea")).toContain("noindex");
  });
});

describe("the address of a channel", () => {
  test.for([
    { tags: ["Чай"], paths: ["/tags/%D1%87%D0%B0%D0%B9"] },
    { tags: ["日本語"], paths: ["/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E"] },
    { tags: ["Économie & Cie"], paths: ["/tags/%C3%A9conomie-cie"] },
    { tags: ["C++", "C#", "C"], paths: ["/tags/c", "/tags/c-2", "/tags/c-3"] },
    { tags: ["++", "🙂"], paths: ["/tags/other", "/tags/other-2"] },
    { tags: ["Sea", "sea", "  SEA "], paths: ["/tags/sea"] },
    { tags: ["../etc", "a/b"], paths: ["/tags/etc", "/tags/a-b"] },
  ])("of $tags is $paths", ({ tags, paths }) => {
    const site = bakeFolder(contentFolder({ ...SITE, "a.md": article(`tags: ${JSON.stringify(tags)}`) }));
    expect(tagFolders(site)).toEqual(paths.toSorted());
  });

  test("fits a storage key, however long the name", () => {
    const site = bakeFolder(
      contentFolder({ ...SITE, "a.md": article(`tags: ["${"語".repeat(200)}", "${"word ".repeat(200)}"]`) }),
    );
    for (const { key } of site.documents) expect(key.length).toBeLessThanOrEqual(512);
    expect(tagFolders(site)).toHaveLength(2);
  });

  test("stays when a name that sorts before it takes the same slug later", () => {
    const folder = contentFolder({ ...SITE, "a.md": article('tags: ["C++"]') });
    const first = bakeFolder(folder);
    contentFolder({ "b.md": article('tags: ["C#"]', "Two") }, folder);
    const second = bakeFolder(folder, first.ledger, NOW + 60);
    expect(parseRssFeed(bodyOf(second, "/tags/c-2/rss.xml")).title).toBe("C# · The Quay");
    expect(second.ledger.documents.get("/tags/c/rss.xml")).toEqual(
      first.ledger.documents.get("/tags/c/rss.xml"),
    );
  });
});
