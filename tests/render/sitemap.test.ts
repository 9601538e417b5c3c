import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { articlesOf } from "../../src/article/articles.ts";
import { readFolder } from "../../src/folder/read-folder.ts";
import { newsSitemap } from "../../src/render/news-sitemap.ts";
import { sitemaps } from "../../src/render/sitemap.ts";
import { bakeFolder, bodyOf, NOW } from "../bake/baked-folder.ts";
import { contentFolder, newswireText, SITE_TOML } from "../content-folder.ts";

const DAY = 86_400;

function articlesAt(
  count: number,
  published = (ordinal: number) => ordinal * DAY,
): { articles: Article[]; site: ReturnType<typeof readFolder>["site"] } {
  const folder = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
  const [article] = bakeFolder(folder).articles;
  if (article === undefined) throw new TypeError("no article");
  const articles = Array.from({ length: count }, (_, ordinal) => ({
    ...article,
    ordinal,
    address: `/articles/${ordinal}`,
    url: `${article.url}-${ordinal}` as Article["url"],
    published: published(ordinal),
    updated: published(ordinal),
  }));
  return { articles, site: readFolder(folder, { drafts: false }).site };
}

const rendered = (list: ReturnType<typeof sitemaps>) =>
  new Map(list.map(({ address, render }) => [address, render()]));
const count = (text = "") => text.match(/<url>/g)?.length ?? 0;

describe("a sitemap", () => {
  test("is one file below 1,000 articles", () => {
    const { articles, site } = articlesAt(999);
    const files = rendered(sitemaps(site, articlesOf(articles), [], []));
    expect([...files.keys()]).toEqual(["/sitemap.xml"]);
    expect(count(files.get("/sitemap.xml"))).toBe(999);
  });

  test("is an index over thousands from then on, and a new article rewrites one of them", () => {
    const { articles, site } = articlesAt(2500);
    const before = rendered(sitemaps(site, articlesOf(articles.slice(0, 2499)), [], []));
    const after = rendered(sitemaps(site, articlesOf(articles), [], []));
    expect([...after.keys()]).toEqual([
      "/sitemap/lists.xml",
      "/sitemap/1.xml",
      "/sitemap/2.xml",
      "/sitemap/3.xml",
      "/sitemap.xml",
    ]);
    expect(
      [...after].filter(([address, text]) => before.get(address) !== text).map(([address]) => address),
    ).toEqual(["/sitemap/3.xml"]);
  });

  test("leaves out a thousand that is gone, and moves none", () => {
    const { articles, site } = articlesAt(2500);
    const left = articles.filter(({ ordinal }) => ordinal < 1000 || ordinal >= 2000);
    const files = rendered(sitemaps(site, articlesOf(left), [], []));
    expect([...files.keys()]).toEqual([
      "/sitemap/lists.xml",
      "/sitemap/1.xml",
      "/sitemap/3.xml",
      "/sitemap.xml",
    ]);
    expect(files.get("/sitemap.xml")).not.toContain("/sitemap/2.xml");
  });
});

describe("the news sitemap", () => {
  test("of a site that rests is not written anew, and the next article takes the old ones out", () => {
    const folder = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
    const first = bakeFolder(folder);
    const month = 30 * DAY;
    const rested = bakeFolder(folder, first.ledger, NOW + month);
    expect(rested.documents.filter(({ representation }) => representation !== null)).toEqual([]);
    const date = new Date((NOW + month) * 1000).toISOString();
    contentFolder({ "b.md": `---\ndate: ${date}\n---\n# B\n\nText.\n` }, folder);
    const later = bodyOf(bakeFolder(folder, first.ledger, NOW + month), "/sitemap-news.xml");
    expect(later.match(/<news:title>[^<]*/g)).toEqual(["<news:title>B"]);
  });

  test("holds the two days up to the newest article, whatever the clock says", () => {
    const { articles, site } = articlesAt(10);
    expect(count(newsSitemap(site, articlesOf(articles)).render())).toBe(3);
  });

  test("counts from the newest of the site's own, and tells which it holds", () => {
    const { articles, site } = articlesAt(10);
    const canonical = "https://mole.example/1" as Article["url"];
    const own = articles.map((one) => (one.ordinal > 7 ? { ...one, canonical } : one));
    expect(newsSitemap(site, articlesOf(own.toReversed())).ordinals).toEqual([7, 6, 5]);
    expect(newsSitemap(site, articlesOf([])).ordinals).toEqual([]);
  });

  test("holds 1,000 at most", () => {
    const { articles, site } = articlesAt(1200, () => DAY);
    expect(count(newsSitemap(site, articlesOf(articles)).render())).toBe(1000);
  });

  test.for([
    ["en-GB", "en"],
    ["zh-TW", "zh-tw"],
    ["zh", "zh-cn"],
    ["zh-Hant", "zh-tw"],
    ["pt-BR", "pt"],
  ] as const)("names %s as %s", ([language, named]) => {
    const { articles, site } = articlesAt(1);
    const text = newsSitemap(
      site,
      articlesOf(articles.map((article) => ({ ...article, language }))),
    ).render();
    expect(text).toContain(`<news:language>${named}</news:language>`);
  });
});
