import type { Markup } from "../text/markup.ts";
import { cdata, lines, markup } from "../text/markup.ts";
import { completeWord } from "./complete-word.ts";
import { rfc822, rfc3339 } from "./feed-dates.ts";
import type { FeedChannel, FeedEnclosure, FeedItem, FeedPaging } from "./feed-model.ts";
import type { FeedFrame } from "./feed-text.ts";
import { mediaContent, pictureContent, thumbnail } from "./media-rss.ts";
import { rssImage } from "./rss-image.ts";
import { rssEpisode, rssShow } from "./rss-podcast.ts";

/**
 * Where each prefix leads: Atom's links and RFC 5005, the content and Dublin Core modules of RSS 1.0,
 * Media RSS 1.5, and the two podcast vocabularies.
 */
const NAMESPACES = markup`xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" xmlns:podcast="https://podcastindex.org/namespace/1.0"`;

/** Of the syndication module of RSS 1.0, which tells when to come again: an archive has nothing new. */
const SYNDICATION = markup` xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"`;

/** Where the format is described. */
const DOCS = "https://www.rssboard.org/rss-specification";

/**
 * One `item` (RSS 2.0, https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt).
 *
 * Authors stand in `dc:creator` alone. RSS's own `author` wants an e-mail address, and beside a
 * `dc:creator` it makes one person two (seen in feedparser, which also cuts addresses of a top-level
 * domain with more than four letters). An item has one `enclosure`, with type and length; what else
 * comes along is Media RSS (https://www.rssboard.org/media-rss). The description of an item is HTML
 * ("entity-encoded HTML is allowed"), so text is escaped for HTML before it is escaped for XML.
 */
export function rssItem(item: FeedItem): string {
  const first = item.enclosures.find(isEnclosure);
  const { link, pubDate } = item.asWritten ?? { link: item.url, pubDate: rfc822(item.published) };
  const rest = item.enclosures.filter((one) => one !== first);
  return lines(
    markup`<item>`,
    markup`<title>${item.title}</title>`,
    link ? markup`<link>${link}</link>` : null,
    item.asWritten ? null : markup`<guid isPermaLink="false">${item.id}</guid>`,
    pubDate ? markup`<pubDate>${pubDate}</pubDate>` : null,
    item.updated > item.published ? markup`<atom:updated>${rfc3339(item.updated)}</atom:updated>` : null,
    item.authors.map(({ name, email }) => markup`<dc:creator>${name ?? email ?? ""}</dc:creator>`),
    // Who contributed and is no author (Dublin Core, "contributor").
    item.agency ? markup`<dc:contributor>${item.agency}</dc:contributor>` : null,
    item.categories.map(({ name, scheme }) => category(name, scheme)),
    item.language ? markup`<dc:language>${item.language}</dc:language>` : null,
    markup`<description>${htmlOf(item.summary)}</description>`,
    item.content ? markup`<content:encoded>${cdata(item.content)}</content:encoded>` : null,
    first
      ? markup`<enclosure url="${first.url}" length="${first.sizeBytes ?? 0}" type="${first.type ?? ""}"/>`
      : null,
    rest.map(mediaContent),
    item.image ? pictureContent(item.image) : null,
    item.image ? thumbnail(item.image) : null,
    rssEpisode(item),
    markup`</item>`,
  ).source;
}

/**
 * The channel around its items (RSS 2.0, "Required channel elements", "Optional channel elements").
 * `atom:link` and its self relation are what the RSS Advisory Board's best practices profile asks for.
 */
export function rssFrame(channel: FeedChannel): FeedFrame {
  const head = lines(
    markup`<?xml version="1.0" encoding="utf-8"?>`,
    channel.stylesheet ? markup`<?xml-stylesheet type="text/css" href="${channel.stylesheet}"?>` : null,
    markup`<rss version="2.0" ${NAMESPACES}${channel.paging.kind === "archive" ? null : SYNDICATION}>`,
    markup`<channel>`,
    markup`<title>${channel.title}</title>`,
    markup`<link>${channel.url}</link>`,
    markup`<description>${channel.description || channel.title}</description>`,
    channel.self.rss
      ? markup`<atom:link rel="self" type="application/rss+xml" href="${channel.self.rss}"/>`
      : null,
    channel.hubs.map((hub) => markup`<atom:link rel="hub" href="${hub}"/>`),
    pagingLinks(channel.paging),
    channel.language ? markup`<language>${channel.language}</language>` : null,
    channel.copyright ? markup`<copyright>${channel.copyright}</copyright>` : null,
    channel.categories.map((name) => markup`<category>${name}</category>`),
    markup`<lastBuildDate>${rfc822(channel.updated)}</lastBuildDate>`,
    channel.generator ? markup`<generator>${channel.generator}</generator>` : null,
    markup`<docs>${DOCS}</docs>`,
    channel.ttlMinutes ? markup`<ttl>${channel.ttlMinutes}</ttl>` : null,
    channel.ttlMinutes && channel.paging.kind !== "archive" ? updatePeriod(channel.ttlMinutes) : null,
    rssImage(channel),
    channel.show && rssShow(channel.show, channel),
  ).source;
  return { head, complete: completeWord(channel.paging), separator: "", tail: "</channel>\n</rss>\n" };
}

const HTML_REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as the HTML that shows it. */
function htmlOf(text: string): string {
  return text.replace(/[&<>]/g, (mark) => HTML_REFERENCES[mark] ?? mark);
}

/** RFC 5005 §2 and §4 as channel elements; its appendix B shows the links with a prefix, as here. */
function pagingLinks(paging: FeedPaging): readonly Markup[] {
  const link = (rel: string, href: string) =>
    markup`<atom:link rel="${rel}" type="application/rss+xml" href="${href}"/>`;
  if (paging.kind === "open" || paging.kind === "complete") return [];
  if (paging.kind === "current") return [link("prev-archive", paging.previous.rss)];
  return [
    markup`<fh:archive/>`,
    link("current", paging.current.rss),
    ...(paging.previous ? [link("prev-archive", paging.previous.rss)] : []),
    ...(paging.next ? [link("next-archive", paging.next.rss)] : []),
  ];
}

/** How often a reader is asked to come, in the words of WordPress' readers: so many times an hour, or a day. */
function updatePeriod(minutes: number): Markup {
  const [period, length] = minutes <= 60 ? ["hourly", 60] : ["daily", 1440];
  return markup`<sy:updatePeriod>${period}</sy:updatePeriod>
<sy:updateFrequency>${Math.max(1, Math.round(length / minutes))}</sy:updateFrequency>`;
}

function category(name: string, domain: string | undefined): Markup {
  return domain
    ? markup`<category domain="${domain}">${name}</category>`
    : markup`<category>${name}</category>`;
}

function isEnclosure({ type, sizeBytes }: FeedEnclosure): boolean {
  return type !== null && sizeBytes !== null;
}
