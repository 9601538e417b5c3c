import type { Markup } from "../markup.ts";
import { cdata, markup } from "../markup.ts";
import type { FeedChannel, FeedItem, FeedText } from "./feed-model.ts";

/** One `item` (RSS 2.0, https://www.rssboard.org/rss-specification#hrelementsOfLtitemgt). */
export function rssItem(item: FeedItem): string {
  return markup`<item>
<title>${item.title}</title>
<link>${item.link}</link>
<guid isPermaLink="false">${item.id}</guid>
<pubDate>${rfc822(item.published)}</pubDate>
${item.author.map(({ name = "" }) => line(markup`<dc:creator>${name}</dc:creator>`))}${item.category.map(({ name }) => line(markup`<category>${name}</category>`))}<description>${item.description}</description>
${item.content ? line(markup`<content:encoded>${cdata(item.content)}</content:encoded>`) : null}${enclosure(item)}</item>
`.source;
}

/** The channel around its items. `atom:link` as the RSS Advisory Board's best practices profile asks. */
export function rssFrame(channel: FeedChannel): Pick<FeedText, "head" | "separator" | "tail"> {
  const head = markup`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${channel.title}</title>
<link>${channel.link}</link>
<description>${channel.description || channel.title}</description>
<atom:link rel="self" type="application/rss+xml" href="${channel.feedLinks.rss}"/>
${channel.hub ? line(markup`<atom:link rel="hub" href="${channel.hub}"/>`) : null}${channel.language ? line(markup`<language>${channel.language}</language>`) : null}${channel.copyright ? line(markup`<copyright>${channel.copyright}</copyright>`) : null}<lastBuildDate>${rfc822(channel.updated)}</lastBuildDate>
<generator>${channel.generator || "Feedwright"}</generator>
<docs>https://www.rssboard.org/rss-specification</docs>
${channel.ttl ? line(markup`<ttl>${channel.ttl}</ttl>`) : null}${image(channel)}`.source;
  return { head, separator: "", tail: "</channel>\n</rss>\n" };
}

function image(channel: FeedChannel): Markup | null {
  if (!channel.image) return null;
  return markup`<image>
<url>${channel.image}</url>
<title>${channel.title}</title>
<link>${channel.link}</link>
</image>
`;
}

function enclosure({ enclosure }: FeedItem): Markup | null {
  if (!enclosure?.type || enclosure.length === undefined) return null;
  return line(
    markup`<enclosure url="${enclosure.url}" length="${enclosure.length}" type="${enclosure.type}"/>`,
  );
}

function line(element: Markup): Markup {
  return markup`${element}\n`;
}

/** RFC 822 §5 with the four-digit year that RSS 2.0 prefers; always GMT. */
function rfc822(date: Date): string {
  return date.toUTCString();
}
