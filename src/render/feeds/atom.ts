import type { Markup } from "../text/markup.ts";
import { cdata, lines, markup } from "../text/markup.ts";
import { completeWord } from "./complete-word.ts";
import { rfc3339 } from "./feed-dates.ts";
import type {
  FeedChannel,
  FeedEnclosure,
  FeedItem,
  FeedPaging,
  FeedPerson,
  FeedTombstone,
} from "./feed-model.ts";
import type { FeedFrame } from "./feed-text.ts";
import { pictureContent, thumbnail } from "./media-rss.ts";

/** Atom itself, RFC 5005, RFC 6721, and Media RSS for the size of a picture. */
const NAMESPACES = markup`xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:media="http://search.yahoo.com/mrss/"`;

/**
 * One `atom:entry` (RFC 4287 §4.1.2). The title is `type="text"`, the default: of all ways to write
 * one, readers show it right most often (§3.1.1.1).
 */
export function atomEntry(item: FeedItem): string {
  return lines(
    item.language ? markup`<entry xml:lang="${item.language}">` : markup`<entry>`,
    markup`<id>${item.id}</id>`,
    markup`<title>${item.title}</title>`,
    item.url ? markup`<link rel="alternate" type="text/html" href="${item.url}"/>` : null,
    item.externalUrl ? markup`<link rel="via" href="${item.externalUrl}"/>` : null,
    item.enclosures.map(enclosure),
    markup`<published>${rfc3339(item.published)}</published>`,
    markup`<updated>${rfc3339(item.updated)}</updated>`,
    item.authors.map((one) => person("author", one)),
    [...item.contributors, ...(item.agency ? [{ name: item.agency }] : [])].map((one) =>
      person("contributor", one),
    ),
    item.categories.map(({ name, scheme }) =>
      scheme ? markup`<category term="${name}" scheme="${scheme}"/>` : markup`<category term="${name}"/>`,
    ),
    item.copyright ? markup`<rights>${item.copyright}</rights>` : null,
    markup`<summary>${item.summary}</summary>`,
    item.content ? markup`<content type="html">${cdata(item.content)}</content>` : null,
    item.image ? pictureContent(item.image) : null,
    item.image ? thumbnail(item.image) : null,
    markup`</entry>`,
  ).source;
}

/** A deleted entry (RFC 6721 §3): readers that know it drop the article. */
export function atomTombstone({ id, deleted }: FeedTombstone): string {
  return lines(markup`<at:deleted-entry ref="${id}" when="${rfc3339(deleted)}"/>`).source;
}

/**
 * The feed around its entries (RFC 4287 §4.1.1). An author of the feed makes entries without one
 * valid (§4.1.2). The alternate link stands before self: some readers take the first.
 */
export function atomFrame(channel: FeedChannel): FeedFrame {
  const authors = channel.authors.length > 0 ? channel.authors : [{ name: channel.title }];
  const head = lines(
    markup`<?xml version="1.0" encoding="utf-8"?>`,
    channel.stylesheet ? markup`<?xml-stylesheet type="text/css" href="${channel.stylesheet}"?>` : null,
    channel.language
      ? markup`<feed ${NAMESPACES} xml:lang="${channel.language}">`
      : markup`<feed ${NAMESPACES}>`,
    markup`<id>${channel.id}</id>`,
    markup`<title>${channel.title}</title>`,
    channel.description ? markup`<subtitle>${channel.description}</subtitle>` : null,
    markup`<link rel="alternate" type="text/html" href="${channel.url}"/>`,
    channel.self.atom
      ? markup`<link rel="self" type="application/atom+xml" href="${channel.self.atom}"/>`
      : null,
    channel.hubs.map((hub) => markup`<link rel="hub" href="${hub}"/>`),
    pagingLinks(channel.paging),
    markup`<updated>${rfc3339(channel.updated)}</updated>`,
    authors.map((one) => person("author", one)),
    channel.contributors.map((one) => person("contributor", one)),
    channel.categories.map((name) => markup`<category term="${name}"/>`),
    channel.copyright ? markup`<rights>${channel.copyright}</rights>` : null,
    channel.favicon ? markup`<icon>${channel.favicon}</icon>` : null,
    channel.image ? markup`<logo>${channel.image}</logo>` : null,
    channel.generator ? markup`<generator>${channel.generator}</generator>` : null,
  ).source;
  return { head, complete: completeWord(channel.paging), separator: "", tail: "</feed>\n" };
}

/** RFC 5005 §2 and §4. */
function pagingLinks(paging: FeedPaging): readonly Markup[] {
  const link = (rel: string, href: string) =>
    markup`<link rel="${rel}" type="application/atom+xml" href="${href}"/>`;
  if (paging.kind === "open" || paging.kind === "complete") return [];
  if (paging.kind === "current") return [link("prev-archive", paging.previous.atom)];
  return [
    markup`<fh:archive/>`,
    link("current", paging.current.atom),
    ...(paging.previous ? [link("prev-archive", paging.previous.atom)] : []),
    ...(paging.next ? [link("next-archive", paging.next.atom)] : []),
  ];
}

/** A Person construct (RFC 4287 §3.2): the name is required, also where only an address is known. */
function person(role: "author" | "contributor", { name, url, email }: FeedPerson): Markup {
  const parts = markup`<name>${name ?? email ?? ""}</name>${url ? markup`<uri>${url}</uri>` : null}${email ? markup`<email>${email}</email>` : null}`;
  return role === "author" ? markup`<author>${parts}</author>` : markup`<contributor>${parts}</contributor>`;
}

/** An enclosure link: its type and length are hints (RFC 4287 §4.2.7). */
function enclosure({ url, type, sizeBytes, title }: FeedEnclosure): Markup {
  const attributes = [
    type ? markup` type="${type}"` : null,
    sizeBytes === null ? null : markup` length="${sizeBytes}"`,
    title ? markup` title="${title}"` : null,
  ];
  return markup`<link rel="enclosure"${attributes} href="${url}"/>`;
}
