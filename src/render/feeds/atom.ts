import type { Markup } from "../markup.ts";
import { cdata, markup } from "../markup.ts";
import type { FeedChannel, FeedItem, FeedText } from "./feed-model.ts";

/** One `atom:entry` (RFC 4287 §4.1.2). Titles are text: readers show it right most often. */
export function atomEntry(item: FeedItem): string {
  return markup`<entry${item.language ? markup` xml:lang="${item.language}"` : null}>
<id>${item.id}</id>
<title>${item.title}</title>
<link rel="alternate" type="text/html" href="${item.link}"/>
<published>${rfc3339(item.published)}</published>
<updated>${rfc3339(item.date)}</updated>
${item.author.map(({ name = "", link }) => line(markup`<author><name>${name}</name>${link ? markup`<uri>${link}</uri>` : null}</author>`))}${item.category.map(({ name }) => line(markup`<category term="${name}"/>`))}<summary>${item.description}</summary>
${item.content ? line(markup`<content type="html">${cdata(item.content)}</content>`) : null}${enclosure(item)}</entry>
`.source;
}

/**
 * The feed around its entries (RFC 4287 §4.1.1). A feed-level author makes entries without one
 * valid. The alternate link stands before self: some readers take the first.
 */
export function atomFrame(channel: FeedChannel): Pick<FeedText, "head" | "separator" | "tail"> {
  const authors = channel.authors?.length ? channel.authors : [{ name: channel.title }];
  const head = markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${channel.language ? markup` xml:lang="${channel.language}"` : null}>
<id>${channel.id}</id>
<title>${channel.title}</title>
${channel.description ? line(markup`<subtitle>${channel.description}</subtitle>`) : null}<link rel="alternate" type="text/html" href="${channel.link}"/>
<link rel="self" type="application/atom+xml" href="${channel.feedLinks.atom}"/>
${channel.hub ? line(markup`<link rel="hub" href="${channel.hub}"/>`) : null}<updated>${rfc3339(channel.updated)}</updated>
${authors.map(({ name = "", link }) => line(markup`<author><name>${name}</name>${link ? markup`<uri>${link}</uri>` : null}</author>`))}${channel.copyright ? line(markup`<rights>${channel.copyright}</rights>`) : null}${channel.image ? line(markup`<logo>${channel.image}</logo>`) : null}<generator>${channel.generator || "Feedwright"}</generator>
`.source;
  return { head, separator: "", tail: "</feed>\n" };
}

function enclosure({ enclosure }: FeedItem): Markup | null {
  if (!enclosure) return null;
  const { url, type, length } = enclosure;
  return line(
    markup`<link rel="enclosure"${type ? markup` type="${type}"` : null}${length === undefined ? null : markup` length="${length}"`} href="${url}"/>`,
  );
}

function line(element: Markup): Markup {
  return markup`${element}\n`;
}

/** RFC 3339 in whole seconds, UTC. */
function rfc3339(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
