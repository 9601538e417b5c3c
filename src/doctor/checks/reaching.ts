import { isLoopback } from "../../article/loopback.ts";
import { isFeed } from "../feeds/parsed-feed.ts";
import type { Exchange } from "../visit/exchange.ts";
import { field } from "../visit/exchange.ts";
import type { MetFeed, Visit } from "../visit/visit.ts";
import { isChallenge } from "./challenge.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";
import { withoutAnswer } from "./without-answer.ts";

/** Whether a site can be reached, and says where its feeds are. */
export const SITE_CHECKS: readonly Check<Visit>[] = [
  {
    name: "unreachable",
    severity: "error",
    fix: "Correct the address, or make the server answer it with 200.",
    find: ({ start }) => [
      ...withoutAnswer(start, ["broken", "size", "time", "spent"]),
      ...when(
        start.answer !== null && start.answer.status !== 200 && !isChallenge(start),
        `it answers with ${start.answer?.status}`,
      ),
    ],
  },
  {
    name: "unsafe-redirect",
    severity: "error",
    fix: "Redirect to an address at https:// that everybody can reach.",
    find: ({ start }) => withoutAnswer(start, ["scheme", "private"]),
  },
  {
    name: "challenge",
    severity: "error",
    fix: "Turn Bot Fight Mode and other challenges off for this host: no feed reader can solve one.",
    find: ({ start }) => when(isChallenge(start), "visitors other than browsers get a challenge page"),
  },
  {
    name: "no-discovery",
    severity: "error",
    fix: 'Put <link rel="alternate" type="application/rss+xml" href="…"> into the head of the page.',
    find: ({ start, startsAtFeed, feeds }) =>
      when(
        start.answer?.status === 200 && !startsAtFeed && feeds.length === 0 && !isChallenge(start),
        "the page's head names no feed, so readers do not find one",
      ),
  },
  {
    name: "no-tls",
    severity: "warning",
    fix: "Serve the site at https:// and redirect http:// there.",
    find: ({ start }) =>
      when(
        URL.parse(start.asked.url)?.protocol === "http:" &&
          !isLoopback(URL.parse(start.asked.url)?.hostname ?? ""),
        "it is served without encryption (TLS)",
      ),
  },
  {
    name: "cut-short",
    severity: "notice",
    fix: "Name a feed that was left out by its own address to have it checked.",
    find: ({ cutShort }) => (cutShort === null ? [] : [cutShort]),
  },
];

/** Whether a feed can be reached at all, and is one. */
export const REACHING_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "feed-unreachable",
    severity: "error",
    fix: "Serve the feed there with 200, or correct the link to it.",
    find: ({ plain }) => [
      ...withoutAnswer(plain, ["broken"]),
      ...when(
        plain.answer !== null && plain.answer.status !== 200 && !isChallenge(plain) && !isRedirect(plain),
        `it answers with ${plain.answer?.status}`,
      ),
    ],
  },
  {
    name: "unsafe-address",
    severity: "error",
    fix: "Name an address at https:// that everybody can reach.",
    find: ({ plain }) => withoutAnswer(plain, ["scheme", "private"]),
  },
  {
    name: "too-large",
    severity: "error",
    fix: "Keep the newest items in the feed, and lead to the rest with prev-archive or next_url.",
    find: ({ plain, feed }) => [
      ...withoutAnswer(plain, ["size"]),
      ...when(!isFeed(feed) && feed.tooMuch === true, isFeed(feed) ? "" : feed.reason),
    ],
  },
  {
    name: "too-slow",
    severity: "error",
    fix: "Answer within a few seconds: readers give up, and try again later or never.",
    find: ({ plain }) => withoutAnswer(plain, ["time"]),
  },
  {
    name: "feed-challenge",
    severity: "error",
    fix: "Turn Bot Fight Mode and other challenges off for this address: no feed reader can solve one.",
    find: ({ plain }) => when(isChallenge(plain), "readers get a challenge page instead of the feed"),
  },
  {
    name: "redirect-loop",
    severity: "error",
    fix: "Answer at this address directly, or with one redirect.",
    find: ({ plain }) => {
      const location = field(plain, "Location") ?? "";
      if (!isRedirect(plain)) return [];
      return URL.canParse(location, plain.asked.url)
        ? ["redirects lead in a circle or never end"]
        : [`it is redirected to ${location}, which is not a URL`];
    },
  },
  {
    name: "temporary-redirect",
    severity: "warning",
    fix: "Name the final address in the page's head, or redirect with 301 or 308 so that readers learn it.",
    find: ({ redirects }) =>
      redirects
        .filter(({ answer }) => [302, 303, 307].includes(answer?.status ?? 0))
        // An address that is negotiated cannot redirect for good (RFC 9110 §12.1).
        .filter((exchange) => !/(^|,)\s*accept\s*(,|$)/i.test(field(exchange, "Vary") ?? ""))
        .map(({ asked, answer }) => `${asked.url} redirects with ${answer?.status}, which is only temporary`),
  },
  {
    name: "not-a-feed",
    severity: "error",
    fix: "Serve well-formed RSS 2.0, Atom 1.0 or JSON Feed 1.1 there.",
    find: ({ plain, feed }) =>
      when(
        plain.answer?.status === 200 && !isFeed(feed) && !feed.tooMuch && !isChallenge(plain),
        isFeed(feed) ? "" : feed.reason,
      ),
  },
];

function isRedirect({ answer }: Exchange): boolean {
  return answer !== null && answer.status >= 300 && answer.status < 400 && answer.headers.has("location");
}
