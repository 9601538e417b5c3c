import { Parser } from "htmlparser2";
import { MEDIA_TYPE } from "../../representation/addresses.ts";

/** A feed that a page's head names (https://www.rssboard.org/rss-autodiscovery). */
export interface DiscoveredFeed {
  readonly url: string;
  readonly declaredType: string;
}

const FEED_TYPES: ReadonlySet<string> = new Set([
  MEDIA_TYPE.rss,
  MEDIA_TYPE.atom,
  MEDIA_TYPE.json,
  "application/json",
]);

/** Finds the feeds that `<link rel="alternate">` names, in their order, each once. */
export function discoverFeeds(html: string, pageUrl: string): DiscoveredFeed[] {
  const found = new Map<string, DiscoveredFeed>();
  let base = pageUrl;
  const parser = new Parser({
    onopentag(name, { rel = "", type = "", href }) {
      if (name === "base" && href) base = URL.parse(href, pageUrl)?.href ?? base;
      if (name !== "link" || href === undefined) return;
      const declaredType = type.split(";")[0]?.trim().toLowerCase() ?? "";
      const url = URL.parse(href, base)?.href;
      if (!/(^|\s)alternate(\s|$)/i.test(rel) || !FEED_TYPES.has(declaredType) || !url) return;
      if (!found.has(url)) found.set(url, { url, declaredType });
    },
  });
  parser.end(html);
  return [...found.values()];
}
