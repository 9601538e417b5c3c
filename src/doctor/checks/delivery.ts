import { isFeed } from "../feeds/parsed-feed.ts";
import { charsetOf, field, mediaType } from "../visit/exchange.ts";
import type { MetFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Media types that readers take a format by. */
const RIGHT_TYPES = {
  rss: ["application/rss+xml"],
  atom: ["application/atom+xml"],
  json: ["application/feed+json", "application/json"],
} as const;

/** A smaller body gains nothing that a packet would notice. */
const WORTH_COMPRESSING_BYTES = 1400;

const LONGEST_LIFE_SECONDS = 86_400;

/** How the feed is handed over: type, coding, caching, other origins. */
export const DELIVERY_CHECKS: readonly Check<MetFeed>[] = [
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
  {
    name: "not-compressed",
    severity: "warning",
    fix: "Compress it for readers that accept gzip or br; a feed becomes a quarter of its size.",
    find: ({ plain, coded }) =>
      when(
        (plain.answer?.sentBytes ?? 0) >= WORTH_COMPRESSING_BYTES &&
          coded.answer?.status === 200 &&
          field(coded, "Content-Encoding") === null,
        `its ${plain.answer?.sentBytes} bytes are sent without compression`,
      ),
  },
  {
    name: "compressed-unasked",
    severity: "error",
    fix: "Send identity to clients that do not accept a coding (RFC 9110 §12.5.3).",
    find: ({ plain }) =>
      when(
        !["identity", null].includes(field(plain, "Content-Encoding")),
        `it is sent as ${field(plain, "Content-Encoding")} to a reader that accepts no coding`,
      ),
  },
  {
    name: "broken-coding",
    severity: "error",
    fix: "Make Content-Encoding name the coding that the body really has.",
    find: ({ coded }) => [
      ...when(
        coded.answer?.status === 200 && coded.answer.body === null,
        `its body is not ${field(coded, "Content-Encoding")}, as its Content-Encoding says`,
      ),
      ...(coded.fault ? [`a reader that takes gzip and br does not get it: ${coded.fault.what}`] : []),
    ],
  },
  {
    name: "no-vary",
    severity: "warning",
    fix: "Send Vary: Accept-Encoding, or a cache may give one reader another reader's coding.",
    find: ({ coded }) =>
      when(
        field(coded, "Content-Encoding") !== null && !/accept-encoding|\*/i.test(field(coded, "Vary") ?? ""),
        "it comes in several codings without Vary",
      ),
  },
  {
    name: "no-cors",
    severity: "warning",
    fix: "Send Access-Control-Allow-Origin: * with every feed.",
    find: ({ plain }) =>
      when(
        field(plain, "Access-Control-Allow-Origin") === null,
        "readers that run in a browser may not read it",
      ),
  },
  {
    name: "no-cors-on-304",
    severity: "warning",
    fix: "Send Access-Control-Allow-Origin: * with 304 as well.",
    find: ({ plain, byTag }) =>
      when(
        byTag?.answer?.status === 304 &&
          field(plain, "Access-Control-Allow-Origin") !== null &&
          field(byTag, "Access-Control-Allow-Origin") === null,
        "its 304 lacks the field that lets readers in a browser read it",
      ),
  },
  {
    name: "caching",
    severity: "warning",
    fix: "Send Cache-Control with a max-age between a few minutes and a day.",
    find: ({ plain }) => {
      const policy = field(plain, "Cache-Control") ?? "";
      const maxAge = Number(/max-age=(\d+)/.exec(policy)?.[1] ?? Number.NaN);
      return [
        ...when(policy === "", "it has no Cache-Control, so each cache guesses how long to keep it"),
        ...when(/no-store|private/.test(policy), `its Cache-Control ${policy} keeps caches from helping`),
        ...when(maxAge > LONGEST_LIFE_SECONDS, `readers may keep it for ${maxAge} seconds and see no news`),
      ];
    },
  },
  {
    name: "ttl",
    severity: "notice",
    fix: "Make ttl and max-age agree: some readers follow the larger one.",
    find: ({ plain, feed }) => {
      const maxAge = Number(/max-age=(\d+)/.exec(field(plain, "Cache-Control") ?? "")?.[1] ?? Number.NaN);
      const ttl = isFeed(feed) ? feed.ttlMinutes : null;
      return when(
        ttl !== null && maxAge >= 0 && ttl * 60 !== maxAge,
        `its ttl says ${ttl} minutes, but its max-age says ${maxAge} seconds`,
      );
    },
  },
  {
    name: "cookies",
    severity: "warning",
    fix: "Set no cookie with a feed: it keeps caches from storing it.",
    find: ({ plain }) => when(field(plain, "Set-Cookie") !== null, "it sets a cookie"),
  },
];
