import { isFeed } from "../feeds/parsed-feed.ts";
import { field } from "../visit/exchange.ts";
import type { MetFeed, MetHub } from "../visit/visit.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";

/** How a feed names its hubs (WebSub §4). */
export const DISCOVERY_CHECKS: readonly Check<MetFeed>[] = [
  {
    name: "hub-not-in-link",
    severity: "notice",
    fix: 'Send Link: <hub>; rel="hub", <feed>; rel="self": subscribers look there first (WebSub §4).',
    find: ({ plain, feed }) =>
      when(
        isFeed(feed) && feed.hubs.length > 0 && linked(plain, "hub").length === 0,
        "it names a hub, but its Link field does not",
      ),
  },
  {
    name: "hubs-differ",
    severity: "warning",
    fix: "Name the same hubs in Link and in the feed: a subscriber takes the first it finds.",
    find: ({ plain, feed }) => {
      const named = isFeed(feed) ? feed.hubs : [];
      const inFeed = named.flatMap((hub) => URL.parse(hub, plain.asked.url)?.href ?? []);
      const inField = linked(plain, "hub");
      return when(
        inField.length > 0 && inFeed.length > 0 && [...inField].sort().join() !== [...inFeed].sort().join(),
        `its Link field names the hub ${inField[0]}, the feed ${inFeed[0]}`,
      );
    },
  },
  {
    name: "hub-without-self",
    severity: "warning",
    fix: 'Name the feed itself with rel="self": what a hub knows a feed by is that address (WebSub §4).',
    find: ({ plain, feed }) =>
      when(
        isFeed(feed) && feed.hubs.length > 0 && feed.self === null && linked(plain, "self").length === 0,
        "it names a hub, but nowhere itself",
      ),
  },
];

/** How a hub answers what nobody can mean (WebSub §5.1.2). */
export const HUB_CHECKS: readonly Check<MetHub>[] = [
  {
    name: "hub-unreachable",
    severity: "warning",
    fix: "Name a hub that runs: subscribers of this one hear of news only when they look.",
    find: ({ refusal: { answer, fault } }) => [
      ...when(answer === null, `the hub does not answer: ${fault?.what}`),
      ...when((answer?.status ?? 0) >= 500, `the hub answers with ${answer?.status}`),
    ],
  },
  {
    name: "no-hub-there",
    severity: "warning",
    fix: "Name the address of a hub: it takes POST (WebSub §5.1).",
    find: ({ refusal: { answer } }) =>
      when(
        [404, 405, 410].includes(answer?.status ?? 0),
        `no hub is there: it answers with ${answer?.status}`,
      ),
  },
  {
    name: "hub-accepts-anything",
    severity: "notice",
    fix: "Answer 4xx with a reason where a parameter is missing (WebSub §5.1.2).",
    find: ({ refusal: { answer } }) =>
      when(
        answer !== null && answer.status < 300,
        `the hub answers a subscription without topic and callback with ${answer?.status}`,
      ),
  },
];

/** Addresses of a relation in the `Link` field (RFC 8288 §3). */
function linked(plain: MetFeed["plain"], relation: string): string[] {
  const links = (field(plain, "Link") ?? "").matchAll(
    /<([^>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"[^"]*"|[^\s",;]*))?)*)/g,
  );
  return [...links].flatMap(([, url = "", parameters = ""]) => {
    const [, quoted, bare = ""] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? [];
    return (quoted ?? bare).toLowerCase().split(/\s+/).includes(relation)
      ? (URL.parse(url, plain.asked.url)?.href ?? [])
      : [];
  });
}
