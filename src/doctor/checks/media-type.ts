import { isFeed } from "../feeds/parsed-feed.ts";
import { charsetOf, mediaType } from "../visit/exchange.ts";
import type { MetFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Media types that readers take a format by. */
const RIGHT_TYPES = {
  rss: ["application/rss+xml"],
  atom: ["application/atom+xml"],
  json: ["application/feed+json", "application/json"],
} as const;

/** What the feed is said to be, beside what it is. */
export const MEDIA_TYPE_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "wrong-type",
    severity: "error",
    fix: "Send application/rss+xml, application/atom+xml or application/feed+json.",
    find: ({ plain, feed }) =>
      when(
        isFeed(feed) && !/[/+](xml|json)$/.test(mediaType(plain)),
        `its Content-Type is ${mediaType(plain) || "missing"}, which readers do not recognize as a feed`,
      ),
  },
  {
    name: "vague-type",
    severity: "notice",
    fix: "Send the type of the format, so that browsers and readers recognize it as a feed.",
    find: ({ plain, feed }) => {
      const type = mediaType(plain);
      const right: readonly string[] = isFeed(feed) ? RIGHT_TYPES[feed.format] : [];
      return when(
        isFeed(feed) && /[/+](xml|json)$/.test(type) && !right.includes(type),
        `its Content-Type is ${type}, not ${right[0]}`,
      );
    },
  },
  {
    name: "declared-type",
    severity: "warning",
    fix: "In the page's head, name the type with which the feed is served.",
    find: ({ plain, feed, declaredType }) =>
      when(
        isFeed(feed) &&
          declaredType !== null &&
          !(RIGHT_TYPES[feed.format] as readonly string[]).includes(declaredType),
        `the page's head calls it ${declaredType}, but it is ${mediaType(plain) || "something else"}`,
      ),
  },
  {
    name: "charset",
    severity: "error",
    fix: "Make Content-Type and the XML declaration name the same charset, preferably utf-8 (RFC 7303 §3).",
    find: ({ plain, feed }) => {
      const charset = charsetOf(plain);
      const encoding = isFeed(feed) ? feed.encoding : null;
      return when(
        charset !== null && encoding !== null && charset !== encoding,
        `its Content-Type says ${charset}, but its XML declaration says ${encoding}`,
      );
    },
  },
];
