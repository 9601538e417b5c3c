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

/** Elements within each other; what stands deeper costs the parser more than it tells. */
const DEEPEST = 500;

/** Finds the first feeds that `<link rel="alternate">` names, in their order, each once. */
export function discoverFeeds(html: string, pageUrl: string, most: number): DiscoveredFeed[] {
  const found = new Map<string, DiscoveredFeed>();
  let base = pageUrl;
  let depth = 0;
  const parser = new Parser({
    onclosetag() {
      depth -= 1;
    },
    onopentag(name, { rel = "", type = "", href }) {
      depth += 1;
      if (depth > DEEPEST) {
        parser.pause();
        return;
      }
      if (name === "base" && href) base = URL.parse(href, pageUrl)?.href ?? base;
      if (name !== "link" || href === undefined) return;
      const declaredType = type.split(";")[0]?.trim().toLowerCase() ?? "";
      const url = URL.parse(href, base)?.href;
      if (!/(^|\s)alternate(\s|$)/i.test(rel) || !FEED_TYPES.has(declaredType) || !url) return;
      if (!found.has(url)) found.set(url, { url, declaredType });
      if (found.size === most) parser.pause();
    },
  });
  parser.end(html);
  return [...found.values()];
}
