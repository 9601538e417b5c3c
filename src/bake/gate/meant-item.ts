import type { FeedItem } from "../../render/feeds/feed-model.ts";
import type { FormatName } from "../../render/feeds/formats.ts";
import type { ReadItem } from "./read-back.ts";
import { enclosureWord } from "./read-back.ts";

/** What a reader must get out of the piece of an item in a format. */
export function meantBy(item: FeedItem, format: FormatName): ReadItem {
  const meant = meantByAll(item);
  if (format !== "rss" || item.asWritten === undefined) return meant;
  const { link, pubDate } = item.asWritten;
  const published = Date.parse(pubDate) / 1000;
  return {
    ...meant,
    id: "",
    url: link,
    published,
    ...(item.updated <= item.published && { updated: published }),
  };
}

/** What every format says alike. */
function meantByAll(item: FeedItem): ReadItem {
  return {
    id: item.id,
    title: item.title,
    url: item.url,
    published: Math.floor(item.published.getTime() / 1000),
    updated: Math.floor(item.updated.getTime() / 1000),
    summary: item.summary,
    content: item.content ?? "",
    authors: item.authors.map(({ name = "" }) => name),
    categories: [...new Set(item.categories.map(({ name }) => name))],
    enclosures: item.enclosures.map(({ url, type, sizeBytes }) => enclosureWord(url, type, sizeBytes)),
  };
}
