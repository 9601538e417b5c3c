import type { Article } from "../article/article.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import { ADDRESS } from "../representation/addresses.ts";
import type { FeedChannel, FeedItem } from "./feeds/feed-model.ts";
import { leadFigure } from "./lead-figure.ts";
import { markup } from "./markup.ts";

/** A stream of articles that one can subscribe to. */
export interface Channel {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Paths of its page and its feeds. */
  readonly addresses: {
    readonly page: string;
    readonly rss: string;
    readonly atom: string;
    readonly json: string;
  };
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** The channel of the whole site: its newest articles. */
export function siteChannel(site: Site, authority: string, articles: readonly Article[]): Channel {
  return {
    id: `tag:${authority}:/`,
    title: site.title,
    description: site.description,
    addresses: { page: ADDRESS.index, rss: ADDRESS.rss, atom: ADDRESS.atom, json: ADDRESS.json },
    articles: newestFirst(articles).slice(0, site.feedItems),
  };
}

/** By date of publication, then by address, so that the order never depends on the input's. */
export function newestFirst(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => b.published - a.published || (a.address < b.address ? -1 : 1));
}

/** A channel in the words of the feed model, as of an edition. */
export function feedChannel(channel: Channel, site: Site, updated: EpochSeconds): FeedChannel {
  const { page, rss, atom, json } = channel.addresses;
  return {
    id: channel.id,
    title: channel.title,
    description: channel.description,
    link: `${site.url}${page}`,
    feedLinks: { rss: `${site.url}${rss}`, atom: `${site.url}${atom}`, json: `${site.url}${json}` },
    language: site.language,
    updated: new Date(updated * 1000),
    ttl: site.pollMinutes,
    generator: "Feedwright",
    authors: site.authors.map(({ name, url }) => ({ name, ...(url && { link: url }) })),
    ...(site.copyright && { copyright: site.copyright }),
    ...(site.hubs[0] && { hub: site.hubs[0] }),
  };
}

/** An article in the words of the feed model. */
export function feedItem(article: Article, site: Site): FeedItem {
  const { image, agency, correction, language } = article;
  return {
    id: article.id,
    title: article.title,
    link: article.url,
    description: article.summary,
    ...(site.feedContent === "full" && { content: contentOf(article) }),
    text: article.text,
    published: new Date(article.published * 1000),
    date: new Date(article.updated * 1000),
    author: article.authors.map(({ name, url, email }) => ({
      name,
      ...(url && { link: url }),
      ...(email && { email }),
    })),
    category: article.tags.map((name) => ({ name })),
    ...(image && { image: image.url }),
    ...(agency && { agency }),
    ...(correction && { correction }),
    ...(language !== site.language && { language }),
  };
}

/** The lead image and the text; the headline where there is nothing else. */
function contentOf(article: Article): string {
  return `${leadFigure(article) ?? ""}${article.html}` || markup`<p>${article.title}</p>`.source;
}
