import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { bakeFolder, bodyOf } from "./baked-folder.ts";

/** Bakes an article with these fields beside another. */
function bake(matter: string) {
  const site = bakeFolder(
    contentFolder({
      "site.toml": SITE_TOML,
      "a.md": `---\ndate: 2025-06-01\ntags: [sea]\n${matter}\n---\nSecret words.\n`,
      "b.md": "---\ndate: 2025-06-02\ntags: [sea]\n---\nText.\n",
    }),
  );
  const texts = site.documents
    .filter(({ representation }) => representation?.metadata.kind !== "media")
    .filter(({ key }) => !key.startsWith("/media/"))
    .map(({ key }) => [key, bodyOf(site, key)] as const);
  const naming = texts.filter(([, text]) => text.includes("/articles/a")).map(([key]) => key);
  return { site, naming };
}

describe("an article that is not listed", () => {
  test.for([
    "unlisted: true",
    "headless: true",
    "eleventyExcludeFromCollections: true",
    "build:\n  list: never",
    "_build: { list: false }",
  ])("by %s has its page, and stands nowhere else", (matter) => {
    const { site, naming } = bake(matter);
    expect(site.problems).toEqual([]);
    expect(naming).toEqual(["/articles/a"]);
    expect(bodyOf(site, "/articles/a")).toContain('<meta name="robots" content="noindex">');
  });

  test.for(["noindex: true", "sitemap: false", "sitemap: { exclude: true }", "robots: noindex, follow"])(
    "to search engines by %s is in feeds and lists, and in no sitemap",
    (matter) => {
      const { site, naming } = bake(matter);
      expect(site.problems).toEqual([]);
      expect(naming).toEqual(expect.arrayContaining(["/rss.xml", "/", "/tags/sea"]));
      expect(naming.filter((key) => key.startsWith("/sitemap"))).toEqual([]);
      expect(bodyOf(site, "/articles/a")).toContain('<meta name="robots" content="noindex">');
    },
  );

  test.for([
    "unlisted: false",
    "build: { list: always }",
    "eleventyExcludeFromCollections: [pages]",
    "sitemap: true",
  ])("%s changes nothing", (matter) => {
    const { site, naming } = bake(matter);
    expect(site.problems).toEqual([]);
    expect(naming).toEqual(expect.arrayContaining(["/rss.xml", "/sitemap.xml"]));
    expect(bodyOf(site, "/articles/a")).not.toContain("noindex");
  });

  test.for([
    "_build: { render: never }",
    "build: { render: link, list: always }",
    "published: no",
    "draft: yes",
  ])("%s is no article", (matter) => expect(bake(matter).naming).toEqual([]));
});
