import { isFeed } from "../feeds/parsed-feed.ts";
import { field } from "../visit/exchange.ts";
import type { MetFeed } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** A smaller body gains nothing that a packet would notice. */
const WORTH_COMPRESSING_BYTES = 1400;

const LONGEST_LIFE_SECONDS = 86_400;

/** How the feed is handed over: coding, caching, other origins. */
export const DELIVERY_CHECKS: readonly Check<MetFeed>[] = [
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
