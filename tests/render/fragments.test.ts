import { expect, test } from "vitest";
import { readFolder } from "../../src/folder/read-folder.ts";
import { fragmentsOf } from "../../src/render/feeds/fragments.ts";
import { bakeFolder } from "../bake/baked-folder.ts";
import { contentFolder, newswireText, SITE_TOML } from "../content-folder.ts";

test("an article is rendered once a format, kept while a document is to come, and then forgotten", () => {
  const folder = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
  const { site } = readFolder(folder, { drafts: false });
  const articles = [...bakeFolder(folder).articles];
  const [article] = articles;
  if (article === undefined) throw new TypeError("no article");

  const fragments = fragmentsOf(
    site,
    () => [articles, articles],
    () => ({ tags: [], authors: [] }),
  );
  const piece = fragments.item(article).piece?.("rss");
  fragments.release(articles);
  expect(fragments.item(article).piece?.("rss")).toBe(piece);
  expect(fragments.meant(article)).toBe(fragments.meant(article));
  fragments.release(articles);
  expect(fragments.item(article).piece?.("rss")).not.toBe(piece);
  expect(fragments.item(article).piece?.("rss")).toEqual(piece);
});

test("documents that are passed over before the first article is rendered count as done", () => {
  const folder = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
  const { site } = readFolder(folder, { drafts: false });
  const articles = [...bakeFolder(folder).articles];
  const [article] = articles;
  if (article === undefined) throw new TypeError("no article");

  const fragments = fragmentsOf(
    site,
    () => [articles, articles, articles],
    () => ({ tags: [], authors: [] }),
  );
  fragments.release(articles);
  const { piece } = fragments.item(article);
  fragments.release(articles);
  expect(fragments.item(article).piece).toBe(piece);
  fragments.release(articles);
  expect(fragments.item(article).piece).not.toBe(piece);
});
