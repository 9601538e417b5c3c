import { parseXmlText } from "./parse-xml-text.ts";
import type { NoFeed, ParsedFeed, ParsedItem } from "./parsed-feed.ts";
import { splitSurrogates } from "./surrogates.ts";
import { NAMESPACE, NamedElement } from "./xml-names.ts";

const { none, atom, content, dublinCore } = NAMESPACE;

/** Reads RSS 2.0 or Atom 1.0, and nothing that is not well formed. */
export function parseXmlFeed(text: string): ParsedFeed | NoFeed {
  let root: NamedElement;
  try {
    const parsed = parseXmlText(splitSurrogates(text)).root;
    if (parsed === null) return { reason: "it is empty" };
    root = new NamedElement(parsed);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return { reason: `it is not well-formed XML: ${reason}` };
  }
  const encoding = /^<\?xml[^>]*\bencoding=["']([^"']+)/.exec(text)?.[1]?.toLowerCase() ?? null;
  if (root.local === "feed" && root.uri === atom) return { ...atomFeed(root), encoding };
  const channel = root.local === "rss" ? root.all(none, "channel")[0] : undefined;
  if (channel) return { ...rssFeed(root, channel), encoding };
  return { reason: `its root element <${root.element.name}> is neither RSS nor Atom` };
}

function rssFeed(root: NamedElement, channel: NamedElement): Omit<ParsedFeed, "encoding"> {
  const ttl = channel.text(none, "ttl");
  return {
    format: "rss",
    version: root.attribute("version") ?? "",
    id: null,
    title: channel.text(none, "title"),
    ...feedLinks(channel),
    updated: channel.text(none, "lastBuildDate"),
    ttlMinutes: ttl !== null && /^\d+$/.test(ttl) ? Number(ttl) : null,
    items: channel.all(none, "item").map(rssItem),
  };
}

function rssItem(item: NamedElement): ParsedItem {
  const [guid] = item.all(none, "guid");
  return {
    id: item.text(none, "guid"),
    idIsUrl: guid !== undefined && guid.attribute("isPermaLink") !== "false",
    url: item.text(none, "link"),
    title: item.text(none, "title"),
    hasContent: item.text(content, "encoded") !== null || item.text(none, "description") !== null,
    published: item.text(none, "pubDate"),
    updated: item.text(atom, "updated") ?? item.text(dublinCore, "date"),
    files: item.all(none, "enclosure").flatMap((file) => file.attribute("url") ?? []),
  };
}

function atomFeed(feed: NamedElement): Omit<ParsedFeed, "encoding"> {
  return {
    format: "atom",
    version: "1.0",
    id: feed.text(atom, "id"),
    title: feed.text(atom, "title"),
    ...feedLinks(feed),
    updated: feed.text(atom, "updated"),
    ttlMinutes: null,
    items: feed.all(atom, "entry").map((entry) => ({
      id: entry.text(atom, "id"),
      idIsUrl: false,
      url: hrefs(entry, "alternate")[0] ?? null,
      title: entry.text(atom, "title"),
      hasContent: entry.text(atom, "content") !== null || entry.text(atom, "summary") !== null,
      published: entry.text(atom, "published"),
      updated: entry.text(atom, "updated"),
      files: hrefs(entry, "enclosure"),
    })),
  };
}

function feedLinks(parent: NamedElement): Pick<ParsedFeed, "self" | "hubs" | "previous"> {
  return {
    self: hrefs(parent, "self")[0] ?? null,
    hubs: hrefs(parent, "hub"),
    previous: hrefs(parent, "prev-archive")[0] ?? null,
  };
}

/** Targets of Atom links of one relation; without `rel` it is `alternate` (RFC 4287 §4.2.7.2). */
function hrefs(parent: NamedElement, relation: string): string[] {
  return parent
    .all(atom, "link")
    .filter((link) => (link.attribute("rel") ?? "alternate") === relation)
    .flatMap((link) => link.attribute("href") ?? []);
}
