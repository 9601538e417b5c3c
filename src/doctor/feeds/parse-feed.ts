import * as v from "valibot";
import { beyondLimits, DOCUMENT_LIMITS, jsonExtent, xmlExtent } from "./extent.ts";
import { parseXmlFeed } from "./parse-xml-feed.ts";
import type { NoFeed, ParsedFeed } from "./parsed-feed.ts";
import { isFeed } from "./parsed-feed.ts";

/** What is read of a JSON Feed; anything but the right type counts as not there. */
const text = v.fallback(v.nullable(v.string()), null);
const ITEM = v.object({
  id: text,
  url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  attachments: v.fallback(v.array(v.object({ url: v.string() })), []),
});
const JSON_FEED = v.object({
  version: v.pipe(v.string(), v.startsWith("https://jsonfeed.org/version/")),
  title: text,
  feed_url: text,
  next_url: text,
  hubs: v.fallback(v.array(v.object({ url: v.string() })), []),
  items: v.array(ITEM),
});

/** Reads a feed of any format, within `DOCUMENT_LIMITS`. Never throws. */
export function parseFeed(document: string): ParsedFeed | NoFeed {
  const start = document.trimStart();
  if (/^<(!doctype\s+html|html)\b/i.test(start)) return { reason: "it is a web page" };
  const json = start.startsWith("{");
  const beyond = beyondLimits(json ? jsonExtent(document) : xmlExtent(document));
  if (beyond) return beyond;
  const parsed = json ? parseJsonFeed(document) : parseXmlFeed(document);
  if (isFeed(parsed) && parsed.items.length > DOCUMENT_LIMITS.items) {
    return { reason: `it has more than ${DOCUMENT_LIMITS.items.toLocaleString("en")} items`, tooMuch: true };
  }
  // What a parser cuts out of a document would keep the whole of it in memory.
  return structuredClone(parsed);
}

function parseJsonFeed(document: string): ParsedFeed | NoFeed {
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch (cause) {
    return { reason: `it is not JSON: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
  const parsed = v.safeParse(JSON_FEED, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { reason: `it is not a JSON Feed: ${v.getDotPath(issue)}: ${issue.message}` };
  }
  const { version, title, feed_url, next_url, hubs, items } = parsed.output;
  return {
    format: "json",
    version: version.replace("https://jsonfeed.org/version/", ""),
    encoding: null,
    id: null,
    title,
    self: feed_url,
    hubs: hubs.map(({ url }) => url),
    previous: next_url,
    updated: null,
    ttlMinutes: null,
    items: items.map((item) => ({
      id: item.id,
      idIsUrl: false,
      url: item.url,
      title: item.title,
      hasContent: (item.content_html ?? item.content_text ?? item.summary) !== null,
      published: item.date_published,
      updated: item.date_modified,
      files: item.attachments.map(({ url }) => url),
    })),
  };
}
