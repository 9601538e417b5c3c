import { isFeed } from "../feeds/parsed-feed.ts";
import type { Exchange } from "../visit/exchange.ts";
import { bodyText, field, mediaType } from "../visit/exchange.ts";
import type { MetFeed, Visit } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** Whether a site can be reached, and says where its feeds are. */
export const SITE_CHECKS: readonly Check<Visit>[] = [
  {
    name: "unreachable",
    severity: "error",
    fix: "Correct the address, or make the server answer it with 200.",
    find: ({ start }) => [
      ...when(start.answer === null, `there is no answer: ${start.fault}`),
      ...when(
        start.answer !== null && start.answer.status !== 200 && !isChallenge(start),
        `it answers with ${start.answer?.status}`,
      ),
    ],
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
        URL.parse(start.asked.url)?.protocol === "http:" && !isLoopback(start.asked.url),
        "it is served without encryption (TLS)",
      ),
  },
];

/** Whether a feed can be reached at all, and is one. */
export const REACHING_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "feed-unreachable",
    severity: "error",
    fix: "Serve the feed there with 200, or correct the link to it.",
    find: ({ plain }) => [
      ...when(plain.answer === null, `there is no answer: ${plain.fault}`),
      ...when(
        plain.answer !== null && plain.answer.status !== 200 && !isChallenge(plain) && !isRedirect(plain),
        `it answers with ${plain.answer?.status}`,
      ),
    ],
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
    find: ({ plain }) => when(isRedirect(plain), "redirects lead in a circle or never end"),
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
        plain.answer?.status === 200 && !isFeed(feed) && !isChallenge(plain),
        isFeed(feed) ? "" : feed.reason,
      ),
  },
];

/** A page that asks whether one is human (https://developers.cloudflare.com/cloudflare-challenges/). */
export function isChallenge(exchange: Exchange): boolean {
  if (field(exchange, "cf-mitigated") === "challenge") return true;
  const refused = [403, 429, 503].includes(exchange.answer?.status ?? 0);
  if (!refused || mediaType(exchange) !== "text/html") return false;
  return /<title>(Just a moment|Attention Required|Checking your browser)/i.test(bodyText(exchange) ?? "");
}

function isRedirect({ answer }: Exchange): boolean {
  return answer !== null && answer.status >= 300 && answer.status < 400 && answer.headers.has("location");
}

function isLoopback(url: string): boolean {
  return /^(localhost|127\.[\d.]+|\[::1\])$/.test(URL.parse(url)?.hostname ?? "");
}
