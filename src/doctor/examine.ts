import type { Severity } from "../article/problem.ts";
import { AGREEMENT_CHECKS } from "./checks/agreement.ts";
import { ARCHIVE_CHECKS } from "./checks/archive.ts";
import type { Finding } from "./checks/check.ts";
import { findAll } from "./checks/check.ts";
import type { ReadFeed } from "./checks/content.ts";
import { CONTENT_CHECKS } from "./checks/content.ts";
import { DELIVERY_CHECKS } from "./checks/delivery.ts";
import { DISCOVERY_CHECKS, HUB_CHECKS } from "./checks/hubs.ts";
import { MEDIA_TYPE_CHECKS } from "./checks/media-type.ts";
import { OLD_FEED_CHECKS } from "./checks/old-feeds.ts";
import { REACHING_CHECKS, SITE_CHECKS } from "./checks/reaching.ts";
import { SAFETY_CHECKS } from "./checks/safety.ts";
import { ABSENCE_CHECKS, TIMELINESS_CHECKS } from "./checks/timeliness.ts";
import { VALIDATOR_CHECKS } from "./checks/validators.ts";
import { isFeed } from "./feeds/parsed-feed.ts";
import type { MetFeed, Visit } from "./visit/visit.ts";

/** Every check there is, by name and weight. */
export const ALL_CHECKS: readonly { readonly name: string; readonly severity: Severity }[] = [
  ...SITE_CHECKS,
  ...REACHING_CHECKS,
  ...MEDIA_TYPE_CHECKS,
  ...DELIVERY_CHECKS,
  ...TIMELINESS_CHECKS,
  ...VALIDATOR_CHECKS,
  ...ARCHIVE_CHECKS,
  ...CONTENT_CHECKS,
  ...SAFETY_CHECKS,
  ...DISCOVERY_CHECKS,
  ...AGREEMENT_CHECKS,
  ...OLD_FEED_CHECKS,
  ...HUB_CHECKS,
  ...ABSENCE_CHECKS,
];

const WEIGHT = { error: 0, warning: 1, notice: 2 } as const;

/** Judges a visit: what is wrong, the worst first. Pure, so a recorded visit is judged like a live one. */
export function examine(visit: Visit): Finding[] {
  const findings = [
    ...findAll(SITE_CHECKS, visit, visit.url),
    ...visit.feeds.flatMap(examineFeed),
    ...examinePairs(visit),
    ...visit.oldFeeds.flatMap((met) => findAll(OLD_FEED_CHECKS, met, met.url)),
    ...visit.hubs.flatMap((hub) => findAll(HUB_CHECKS, hub, hub.url)),
    ...findAll(ABSENCE_CHECKS, visit, visit.url),
  ];
  return findings.sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

/** A feed that cannot be reached or read has no other fault worth telling. */
function examineFeed(met: MetFeed): Finding[] {
  const reaching = findAll(REACHING_CHECKS, met, met.url);
  const read = readFeed(met);
  if (read === null) return reaching;
  return [
    ...reaching,
    ...findAll(
      [
        ...MEDIA_TYPE_CHECKS,
        ...DELIVERY_CHECKS,
        ...TIMELINESS_CHECKS,
        ...VALIDATOR_CHECKS,
        ...ARCHIVE_CHECKS,
        ...DISCOVERY_CHECKS,
      ],
      met,
      met.url,
    ),
    ...findAll([...CONTENT_CHECKS, ...SAFETY_CHECKS], read, met.url),
  ];
}

/** Holds the first feed of each format against the first of all: they stand for the whole site. */
function examinePairs({ feeds }: Visit): Finding[] {
  const read = feeds.flatMap((met) => readFeed(met) ?? []);
  const firsts = read.filter(
    ({ feed }, index) => read.findIndex((other) => other.feed.format === feed.format) === index,
  );
  const [one, ...others] = firsts;
  return one ? others.flatMap((other) => findAll(AGREEMENT_CHECKS, { one, other }, one.url)) : [];
}

function readFeed({ feed, plain }: MetFeed): ReadFeed | null {
  return isFeed(feed) ? { feed, url: plain.asked.url, atMs: plain.atMs } : null;
}
