import { Readable } from "node:stream";
import { extractFromJson, extractFromXml } from "@extractus/feed-extractor";
import FeedParser from "feedparser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";
import * as v from "valibot";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import type { FeedReader, SeenArticle, ServedFeed } from "./reading.ts";
import { lettersIn, secondsOf } from "./reading.ts";

/** A library that makes articles of a feed's text. */
function library(
  name: string,
  formats: readonly FormatName[],
  parse: (feed: ServedFeed) => SeenArticle[] | Promise<SeenArticle[]>,
): FeedReader {
  return {
    name,
    programs: [],
    formats,
    async read(feeds) {
      const seen = new Map<string, SeenArticle[]>();
      for (const feed of feeds) seen.set(feed.url, await parse(feed));
      return seen;
    },
  };
}

const names = (people: readonly { name?: string | undefined }[] = []) =>
  people.map(({ name = "" }) => name).join(", ");

const FEEDSMITH: Readonly<Record<FormatName, (text: string) => SeenArticle[]>> = {
  rss: (text) =>
    (parseRssFeed(text).items ?? []).map((item) => ({
      id: item.guid?.value ?? "",
      title: item.title ?? "",
      published: secondsOf(item.pubDate),
      authors: item.dc?.creators?.join(", ") ?? "",
      letters: lettersIn(item.content?.encoded ?? ""),
      enclosures:
        (item.enclosures?.length ?? 0) +
        // The picture that stands for an article is no file that comes along, and has no length.
        (item.media?.contents?.filter(({ fileSize }) => fileSize !== undefined).length ?? 0),
    })),
  atom: (text) =>
    (parseAtomFeed(text).entries ?? []).map((entry) => ({
      id: entry.id ?? "",
      title: entry.title?.value ?? "",
      published: secondsOf(entry.published),
      authors: names(entry.authors),
      letters: lettersIn(entry.content?.value ?? ""),
      enclosures: entry.links?.filter(({ rel }) => rel === "enclosure").length ?? 0,
    })),
  json: (text) =>
    (parseJsonFeed(text).items ?? []).map((item) => ({
      id: item.id ?? "",
      title: item.title ?? "",
      published: secondsOf(item.date_published),
      authors: names(item.authors),
      letters: lettersIn(item.content_html ?? ""),
      enclosures: item.attachments?.length ?? 0,
    })),
};

/** What rss-parser makes of an item; of Atom it knows only the first author. */
const rssParser = new RssParser<object, { "dc:creator"?: string; author?: string }>();

async function readWithRssParser({ text, format }: ServedFeed): Promise<SeenArticle[]> {
  const { items } = await rssParser.parseString(text);
  return items.map((item) => ({
    id: (format === "rss" ? item.guid : (item as { id?: string }).id) ?? "",
    title: item.title ?? "",
    published: secondsOf(item.isoDate),
    authors: item.creator ?? item.author ?? "",
    letters: lettersIn((item as { "content:encoded"?: string })["content:encoded"] ?? item.content ?? ""),
    enclosures: item.enclosure ? 1 : 0,
  }));
}

async function readWithFeedparser({ text, url }: ServedFeed): Promise<SeenArticle[]> {
  const parser = new FeedParser({ feedurl: url });
  Readable.from([text]).pipe(parser);
  const seen: SeenArticle[] = [];
  for await (const item of parser) {
    seen.push({
      id: item.guid,
      title: item.title ?? "",
      published: secondsOf(item.pubdate),
      authors: item.author ?? "",
      letters: lettersIn(item.description ?? ""),
      enclosures: item.enclosures.length,
    });
  }
  return seen;
}

const EXTRACTED = v.object({
  entries: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      published: v.string(),
      description: v.optional(v.string(), ""),
      authors: v.optional(v.string(), ""),
    }),
  ),
});

/** feed-extractor shortens texts and knows neither authors nor enclosures. */
function readWithFeedExtractor({ text, format }: ServedFeed): SeenArticle[] {
  const options = { descriptionMaxLen: 0 };
  const extracted =
    format === "json" ? extractFromJson(JSON.parse(text), options) : extractFromXml(text, options);
  return v.parse(EXTRACTED, extracted).entries.map((entry) => ({
    id: entry.id,
    title: entry.title,
    published: secondsOf(entry.published),
    authors: entry.authors,
    letters: lettersIn(entry.description),
    enclosures: 0,
  }));
}

/** What applications in JavaScript read feeds with. */
export const PACKAGE_READERS: readonly FeedReader[] = [
  library("feedsmith", ["rss", "atom", "json"], ({ format, text }) => FEEDSMITH[format](text)),
  library("rss-parser", ["rss", "atom"], readWithRssParser),
  library("feedparser (npm)", ["rss", "atom"], readWithFeedparser),
  library("feed-extractor", ["rss", "atom", "json"], readWithFeedExtractor),
];
