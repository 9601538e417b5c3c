import { describe, expect, test } from "vitest";
import { articlesOf } from "../../src/article/articles.ts";
import { sitemaps } from "../../src/render/sitemap.ts";
import { siteWith } from "../bake/small-site.ts";
import { articleBut, urlOf } from "../bake/values.ts";

const site = siteWith();
const articleAt = (ordinal: number) =>
  articleBut({ ordinal, url: urlOf(`https://quay.example/articles/${ordinal}`) });
const [one, two, three] = [articleAt(0), articleAt(1), articleAt(2)];

describe("a sitemap names articles and pages that stand by themselves", () => {
  const locations = (text = "") => [...text.matchAll(/<loc>([^<]*)/g)].map(([, url]) => url);
  const page = { ...one, ordinal: 1, page: true, url: urlOf("https://quay.example/about") };
  const canonical = urlOf("https://mole.example/1");

  test("by their ordinals, whatever their order", () => {
    const [whole] = sitemaps(site, articlesOf([three, one]), [page], []);
    expect(locations(whole?.render())).toEqual([one.url, page.url, three.url]);
    expect(whole?.ordinals.toSorted()).toEqual([0, 1, 2]);
  });

  test("but for copies, and for those that search engines are to leave out", () => {
    const copies = [one, { ...two, canonical }, { ...three, visibility: "unlisted" as const }];
    const [whole] = sitemaps(site, articlesOf(copies), [{ ...page, canonical }], []);
    expect([locations(whole?.render()), whole?.ordinals]).toEqual([[one.url], [0]]);
    const hidden = { ...page, visibility: "unlisted" as const };
    expect(sitemaps(site, articlesOf([one]), [hidden], [])[0]?.ordinals).toEqual([0]);
  });

  test("in the thousand of their ordinals", () => {
    const late = { ...page, ordinal: 1000 };
    const files = sitemaps(site, articlesOf([one]), [late], []);
    expect(files.map(({ address, ordinals }) => [address, ordinals])).toEqual([
      ["/sitemap/lists.xml", []],
      ["/sitemap/1.xml", [0]],
      ["/sitemap/2.xml", [1000]],
      ["/sitemap.xml", []],
    ]);
    expect(locations(files[2]?.render())).toEqual([late.url]);
  });

  test("beside the lists of channels, which come first", () => {
    const addresses = { page: "/tags/sea" };
    const channel = { addresses } as unknown as Parameters<typeof sitemaps>[3][number];
    const [whole] = sitemaps(site, articlesOf([one]), [], [channel]);
    expect(locations(whole?.render())).toEqual([`${site.url}/tags/sea`, one.url]);
    expect(whole?.madeFrom()).not.toBe(sitemaps(site, articlesOf([one]), [], [])[0]?.madeFrom());
    const [lists] = sitemaps(site, articlesOf([{ ...one, ordinal: 1000 }]), [], [channel]);
    expect(locations(lists?.render())).toEqual([`${site.url}/tags/sea`]);
  });
});
