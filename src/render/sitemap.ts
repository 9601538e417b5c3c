import type { Article, Translation } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";
import { isoOf } from "../article/instant.ts";
import type { KeptLists } from "../article/kept-lists.ts";
import { NO_LIST_KEPT } from "../article/kept-lists.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import { ADDRESS } from "../representation/addresses.ts";
import { sitemapAddress } from "../representation/part-addresses.ts";
import type { Channel } from "./channels/channel.ts";
import { isOriginal, isOriginalAt } from "./originals.ts";
import { madeFrom } from "./text/made-from.ts";
import type { Markup } from "./text/markup.ts";
import { lines, markup } from "./text/markup.ts";

/** Articles a part holds, by ordinal: a new article rewrites the last part and nothing else. */
const PART_SIZE = 1000;

/** How every sitemap begins. */
export const XML = markup`<?xml version="1.0" encoding="utf-8"?>`;
/** The namespace of sitemaps. */
export const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** A sitemap with its path. */
export interface Sitemap {
  readonly address: string;
  readonly render: () => string;
  /** What it is made from: articles, by their ordinals, and what else. */
  readonly ordinals: readonly number[];
  readonly madeFrom: () => string;
  /** Whether it is known to stay as it is. */
  readonly stays: boolean;
}

/**
 * The sitemaps of a site (https://www.sitemaps.org/protocol.html): one for all, or, from ordinal
 * 1,000 on, an index over one for the lists and one for each thousand of articles. `lastmod` is the
 * article's last update; lists have none, since nothing true is known. Copies are left out, since a
 * sitemap names canonical addresses, and so is what search engines are to leave out.
 */
export function sitemaps(
  site: Site,
  articles: Articles,
  standing: readonly Article[],
  channels: readonly Channel[],
  { isArticle, left }: KeptLists = NO_LIST_KEPT,
): Sitemap[] {
  const pages = channels.map(({ addresses }) => `${site.url}${addresses.page}`);
  const lists = () => pages.map((url) => urlElement(url, null));
  const pageAt = new Map(standing.filter(isOriginal).map((page) => [page.ordinal, page]));
  const originals = articles.ordinals.filter((one) => isOriginalAt(articles, one));
  const parts = partsOf([...originals, ...pageAt.keys()]);
  const among = (part: readonly number[]) =>
    part.toSorted((a, b) => a - b).flatMap((one) => pageAt.get(one) ?? articles.at(one) ?? []);
  if (parts.length <= 1) {
    const [part = []] = parts;
    return [
      {
        address: ADDRESS.sitemap,
        render: () => urlSet(among(part), lists()),
        ordinals: part,
        madeFrom: () => madeFrom(pages),
        stays: false,
      },
    ];
  }
  // An article that stays was in one of several parts before.
  const wasParted = parts.slice(1).some((part) => part.some(isArticle));
  const touched = new Set(left.map(({ ordinal }) => partOf(ordinal)));
  const isStaying = (part: readonly number[], index: number) =>
    wasParted && !touched.has(index) && part.every(isArticle);
  const addressed: Sitemap[] = [
    {
      address: sitemapAddress("lists"),
      render: () => urlSet([], lists()),
      ordinals: [],
      madeFrom: () => madeFrom(pages),
      stays: false,
    },
    ...parts.flatMap((part, index) =>
      part.length === 0
        ? []
        : {
            address: sitemapAddress(index + 1),
            render: () => urlSet(among(part)),
            ordinals: part,
            madeFrom: () => "",
            stays: isStaying(part, index),
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
    {
      address: ADDRESS.sitemap,
      render: () => index().source,
      ordinals: [],
      madeFrom: () => madeFrom(urls),
      stays: false,
    },
  ];
}

function partOf(ordinal: number): number {
  return Math.floor(ordinal / PART_SIZE);
}

/** By thousands of ordinals; a thousand whose articles are all gone stays empty, so that none moves. */
function partsOf(ordinals: readonly number[]): number[][] {
  const parts: number[][] = [];
  for (const ordinal of ordinals) {
    const part = partOf(ordinal);
    while (parts.length <= part) parts.push([]);
    parts[part]?.push(ordinal);
  }
  return parts;
}

/** Languages are told as search engines want them (https://developers.google.com/search/docs/specialty/international/localized-versions). */
function urlSet(articles: readonly Article[], lists: readonly Markup[] = []): string {
  const isTranslated = articles.some(({ translations }) => translations !== undefined);
  const xhtml = isTranslated ? markup` xmlns:xhtml="http://www.w3.org/1999/xhtml"` : null;
  const own = articles.map(({ url, updated, translations }) => urlElement(url, updated, translations));
  return lines(XML, markup`<urlset xmlns="${SITEMAP}"${xhtml}>`, [...lists, ...own], markup`</urlset>`)
    .source;
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
