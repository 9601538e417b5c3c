import type { Article } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";
import { isoOf } from "../article/instant.ts";
import type { Site } from "../article/site.ts";
import { ADDRESS } from "../representation/addresses.ts";
import { newestFirst } from "./channels/newest-first.ts";
import { isOriginalAt } from "./originals.ts";
import type { Sitemap } from "./sitemap.ts";
import { SITEMAP, XML } from "./sitemap.ts";
import { madeFrom } from "./text/made-from.ts";
import type { Markup } from "./text/markup.ts";
import { lines, markup } from "./text/markup.ts";

/** How far before the newest article the news go: search engines want two days. */
const NEWS_SECONDS = 2 * 24 * 60 * 60;

/** As many as a news sitemap may name. */
const MOST_NEWS = 1000;

/**
 * The articles of the two days up to the newest one, for news search
 * (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). Counted from
 * the newest article and not from the clock, so that it changes only when articles do.
 */
export function newsSitemap(site: Site, articles: Articles): Sitemap {
  const { ordinals, published } = articles;
  let newest = -Infinity;
  for (const one of ordinals) {
    const at = published[one] ?? 0;
    if (at > newest && isOriginalAt(articles, one)) newest = at;
  }
  const isNews = (one: number) =>
    (published[one] ?? 0) >= newest - NEWS_SECONDS && isOriginalAt(articles, one);
  const news = newestFirst(articles.among(ordinals.filter(isNews))).slice(0, MOST_NEWS);
  return {
    address: ADDRESS.newsSitemap,
    render: () =>
      lines(
        XML,
        markup`<urlset xmlns="${SITEMAP}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">`,
        news.map((article) => newsElement(article, site)),
        markup`</urlset>`,
      ).source,
    ordinals: news.map(({ ordinal }) => ordinal),
    madeFrom: () => madeFrom(site.title),
    stays: false,
  };
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
