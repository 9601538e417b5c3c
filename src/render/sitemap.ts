import type { Article, Translation } from "../article/article.ts";
import { isoOf } from "../article/instant.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import { ADDRESS } from "../representation/addresses.ts";
import { sitemapAddress } from "../representation/part-addresses.ts";
import type { Channel } from "./channels/channel.ts";
import { newestFirst } from "./channels/channel.ts";
import { fingerprints, madeFrom } from "./text/made-from.ts";
import type { Markup } from "./text/markup.ts";
import { lines, markup } from "./text/markup.ts";

/** Articles a part holds, by ordinal: a new article rewrites the last part and nothing else. */
const PART_SIZE = 1000;

/** How far before the newest article the news go: search engines want two days. */
const NEWS_SECONDS = 2 * 24 * 60 * 60;

/** As many as a news sitemap may name. */
const MOST_NEWS = 1000;

const XML = markup`<?xml version="1.0" encoding="utf-8"?>`;
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap with its path. */
export interface Sitemap {
  readonly address: string;
  readonly render: () => string;
  readonly madeFrom: () => string;
}

/**
 * The sitemaps of a site (https://www.sitemaps.org/protocol.html): one for all, or, from ordinal
 * 1,000 on, an index over one for the lists and one for each thousand of articles. `lastmod` is the
 * article's last update; lists have none, since nothing true is known. Copies are left out, since a
 * sitemap names canonical addresses, and so is what search engines are to leave out.
 */
export function sitemaps(site: Site, articles: readonly Article[], channels: readonly Channel[]): Sitemap[] {
  const pages = channels.map(({ addresses }) => `${site.url}${addresses.page}`);
  const lists = () => pages.map((url) => urlElement(url, null));
  const parts = partsOf(articles.filter(isOriginal));
  if (parts.length <= 1) {
    const [part = []] = parts;
    return [
      {
        address: ADDRESS.sitemap,
        render: () => urlSet([...lists(), ...articleElements(part)], part),
        madeFrom: () => madeFrom(pages, fingerprints(part)),
      },
    ];
  }
  const addressed = [
    { address: sitemapAddress("lists"), render: () => urlSet(lists()), madeFrom: () => madeFrom(pages) },
    ...parts.flatMap((part, index) =>
      part.length === 0
        ? []
        : {
            address: sitemapAddress(index + 1),
            render: () => urlSet(articleElements(part), part),
            madeFrom: () => madeFrom(fingerprints(part)),
          },
    ),
  ];
  const urls = addressed.map(({ address }) => `${site.url}${address}`);
  const index = () =>
    lines(
      XML,
      markup`<sitemapindex xmlns="${SITEMAP}">`,
      urls.map((url) => markup`<sitemap><loc>${url}</loc></sitemap>`),
      markup`</sitemapindex>`,
    );
  return [
    ...addressed,
    { address: ADDRESS.sitemap, render: () => index().source, madeFrom: () => madeFrom(urls) },
  ];
}

/**
 * The articles of the two days up to the newest one, for news search
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). Counted from
 * the newest article and not from the clock, so that it changes only when articles do.
 */
export function newsSitemap(site: Site, articles: readonly Article[]): Sitemap {
  const sorted = newestFirst(articles.filter(isOriginal));
  const since = (sorted[0]?.published ?? 0) - NEWS_SECONDS;
  const news = sorted.filter(({ published }) => published >= since).slice(0, MOST_NEWS);
  return {
    address: ADDRESS.newsSitemap,
    render: () =>
      lines(
        XML,
        markup`<urlset xmlns="${SITEMAP}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`,
        news.map((article) => newsElement(article, site)),
        markup`</urlset>`,
      ).source,
    madeFrom: () => madeFrom(site.title, fingerprints(news)),
  };
}

/** Whether search engines are to find it here. */
function isOriginal({ canonical, visibility }: Article): boolean {
  return canonical === null && visibility === "listed";
}

/** By thousands of ordinals; a thousand whose articles are all gone stays empty, so that none moves. */
function partsOf(articles: readonly Article[]): Article[][] {
  const last = articles.reduce((most, { ordinal }) => Math.max(most, ordinal), -1);
  const parts: Article[][] = Array.from({ length: Math.ceil((last + 1) / PART_SIZE) }, () => []);
  for (const article of articles) parts[Math.floor(article.ordinal / PART_SIZE)]?.push(article);
  return parts;
}

function articleElements(articles: readonly Article[]): Markup[] {
  return [...articles]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ url, updated, translations }) => urlElement(url, updated, translations));
}

/** Languages are told as search engines want them (https://developers.google.com/search/docs/specialty/international/localized-versions). */
function urlSet(urls: readonly Markup[], articles: readonly Article[] = []): string {
  const isTranslated = articles.some(({ translations }) => translations !== undefined);
  const xhtml = isTranslated ? markup` xmlns:xhtml="http://www.w3.org/1999/xhtml"` : null;
  return lines(XML, markup`<urlset xmlns="${SITEMAP}"${xhtml}>`, urls, markup`</urlset>`).source;
}

function urlElement(
  url: string,
  updated: EpochSeconds | null,
  translations: readonly Translation[] = [],
): Markup {
  const lastmod = updated === null ? null : markup`<lastmod>${isoOf(updated)}</lastmod>`;
  const links = translations.map(
    (one) => markup`<xhtml:link rel="alternate" hreflang="${one.language}" href="${one.url}"/>`,
  );
  return markup`<url><loc>${url}</loc>${lastmod}${links}</url>`;
}

function newsElement({ url, title, language, published }: Article, site: Site): Markup {
  return markup`<url><loc>${url}</loc><news:news><news:publication><news:name>${site.title}</news:name><news:language>${newsLanguage(language)}</news:language></news:publication><news:publication_date>${isoOf(published)}</news:publication_date><news:title>${title}</news:title></news:news></url>`;
}

/** Reading a tag takes longer than writing the rest of an element. */
const newsLanguages = new Map<string, string>();

/** The language alone, but for the two writings of Chinese, which stay apart. */
function newsLanguage(tag: string): string {
  const known = newsLanguages.get(tag) ?? readNewsLanguage(tag);
  newsLanguages.set(tag, known);
  return known;
}

function readNewsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag);
  if (language !== "zh") return language;
  return script === "Hant" || region === "TW" || region === "HK" ? "zh-tw" : "zh-cn";
}
