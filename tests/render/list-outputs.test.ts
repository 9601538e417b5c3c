import { describe, expect, test } from "vitest";
import { articlesOf } from "../../src/article/articles.ts";
import { Sum } from "../../src/article/sum.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { outputContext } from "../../src/bake/output-context.ts";
import type { KeptRun } from "../../src/render/kept-run.ts";
import { isKept, NOTHING_KEPT } from "../../src/render/kept-run.ts";
import { dateOutputs, sitemapOutputs } from "../../src/render/list-outputs.ts";
import type { Output } from "../../src/render/output.ts";
import type { RenderedSite } from "../../src/render/rendered-site.ts";
import { renderedSite } from "../../src/render/rendered-site.ts";
import { inputOf, siteWith } from "../bake/small-site.ts";
import { articleBut } from "../bake/values.ts";

const STYLES = { stylesheet: "/media/a.css", textStylesheet: "/media/b.css" };
const dated = (date: string, more = "") => `---\ndate: ${date}\n${more}---\n# Of ${date}\n\nText.\n`;
const FILES = {
  "a.md": dated("2024-12-05"),
  "b.md": dated("2025-03-05"),
  "c.md": dated("2025-06-10"),
  "d.md": dated("2025-06-20"),
};

/** A site, of whose articles those with some ordinals do not stay. */
function siteOf(
  files: Readonly<Record<string, string>>,
  others: readonly number[] | null = null,
): RenderedSite {
  const bake = openBake(inputOf(files, { site: siteWith() }));
  const isArticle = (ordinal: number) => others !== null && !others.includes(ordinal);
  const findKept = () => ({ ...NOTHING_KEPT, isArticle });
  return renderedSite(outputContext(bake, STYLES, findKept));
}

const shown = (all: Iterable<Output | KeptRun>) =>
  Array.from(all, (one) => (isKept(one) ? [...one.keys()] : one.key));

/** What a document is made from. */
function sumOf(all: Iterable<Output | KeptRun>, key: string): string {
  const outputs = Array.from(all, (one) => (isKept(one) ? [...one.outputs()] : [one])).flat();
  const sum = new Sum();
  outputs.find((one) => one.key === key)?.madeFrom(sum);
  return [sum.a, sum.b, sum.c].join();
}

describe("the archive for people", () => {
  const YEARS = ["/dates/2025", "/dates/2024"];

  test("has its years before its months, of which those that stay are in runs", () => {
    const months = ["/dates/2025/06", "/dates/2025/03", "/dates/2024/12"];
    expect(shown(dateOutputs(siteOf(FILES)))).toEqual([...YEARS, ...months]);
    expect(shown(dateOutputs(siteOf(FILES, [])))).toEqual([...YEARS, months]);
    expect(shown(dateOutputs(siteOf(FILES, [3])))).toEqual([...YEARS, months[0], months.slice(1)]);
  });

  test("leaves to an article the address of a month, also in a run", () => {
    const files = { ...FILES, "b.md": dated("2025-03-05", "permalink: /dates/2025/03\n") };
    const site = { ...siteOf(files, []), ownPages: new Set(["/dates/2025/03"]) };
    expect(shown(dateOutputs(site))).toEqual([...YEARS, ["/dates/2025/06", "/dates/2024/12"]]);
  });

  test("has months that are made from their articles, and from those around them", () => {
    const sum = (files: Readonly<Record<string, string>>) =>
      sumOf(dateOutputs(siteOf(files)), "/dates/2025/03");
    const all = [
      FILES,
      { ...FILES, "a.md": dated("2024-11-05") },
      { ...FILES, "b.md": `${FILES["b.md"]}More.\n` },
      { ...FILES, "c.md": dated("2025-05-10") },
      { ...FILES, "e.md": dated("2025-03-01") },
    ];
    expect(new Set(all.map(sum)).size).toBe(all.length);
    expect(sum({ ...FILES, "e.md": dated("2025-06-01") })).toBe(sum(FILES));
  });

  test("has days that are made from their articles", () => {
    const long = (more = "") => `---\ndate: 2025-06-20\ntitle: ${"A".repeat(40_000)}\n---\nText.${more}\n`;
    const sum = (files: Readonly<Record<string, string>>) =>
      sumOf(dateOutputs(siteOf(files)), "/dates/2025/06/20");
    const all = { ...FILES, "d.md": long(), "e.md": long() };
    expect(sum({ ...all, "d.md": long(" More.") })).not.toBe(sum(all));
    expect(sum({ ...all, "c.md": `${FILES["c.md"]}More.\n` })).toBe(sum(all));
  });

  test("has the pages of a site that stay in a run, as they are elsewhere", () => {
    const site = siteOf(FILES, []);
    const [run] = [...dateOutputs(site)].filter(isKept);
    const [june] = run?.outputs() ?? [];
    expect(june).toMatchObject({ key: "/dates/2025/06", kind: "page", status: 200 });
    expect(june?.render(0)).toContain("Of 2025-06-20");
    expect(sumOf(dateOutputs(site), "/dates/2025/06")).toBe(
      sumOf(dateOutputs(siteOf(FILES)), "/dates/2025/06"),
    );
  });
});

describe("the archive for search engines", () => {
  test("has the news last, and no run in a small site", () => {
    expect(shown(sitemapOutputs(siteOf(FILES, [])))).toEqual(["/sitemap.xml", "/sitemap-news.xml"]);
  });

  test("has runs of the parts that stay in a large one", () => {
    const articles = articlesOf([0, 1000, 2000, 3000].map((ordinal) => articleBut({ ordinal })));
    const parts = [1, 2, 3, 4].map((number) => `/sitemap/${number}.xml`);
    const shownBut = (...others: readonly number[]) =>
      shown(sitemapOutputs({ ...siteOf(FILES, others), articles }));
    const [lists, ...last] = ["/sitemap/lists.xml", "/sitemap.xml", "/sitemap-news.xml"];
    expect(shownBut()).toEqual([lists, parts, ...last]);
    expect(shownBut(1000)).toEqual([lists, [parts[0]], parts[1], parts.slice(2), ...last]);
    const site = { ...siteOf(FILES), articles };
    expect(shown(sitemapOutputs(site))).toEqual([lists, ...parts, ...last]);
  });

  test("is made from what it names, and is XML", () => {
    const sum = (files: Readonly<Record<string, string>>, key = "/sitemap.xml") =>
      sumOf(sitemapOutputs(siteOf(files)), key);
    const tagged = { ...FILES, "a.md": dated("2024-12-05", "tags: [sea]\n") };
    const longer = { ...FILES, "a.md": `${FILES["a.md"]}More.\n` };
    expect(new Set([FILES, tagged, longer].map((files) => sum(files))).size).toBe(3);
    expect(sum(longer, "/sitemap-news.xml")).toBe(sum(FILES, "/sitemap-news.xml"));
    const { site, ...others } = siteOf(FILES);
    const renamed = sitemapOutputs({ ...others, site: { ...site, title: "The Mole" } });
    expect(sumOf(renamed, "/sitemap-news.xml")).not.toBe(sum(FILES, "/sitemap-news.xml"));
    expect([...sitemapOutputs(siteOf(FILES))]).toMatchObject([
      { key: "/sitemap.xml", kind: "text", type: "application/xml; charset=utf-8" },
      { key: "/sitemap-news.xml", kind: "text", type: "application/xml; charset=utf-8" },
    ]);
  });
});
