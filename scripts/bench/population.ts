import type { DayOfPolls } from "./day-of-polls.ts";
import type { HabitName } from "./reader-habits.ts";

/** Subscribers whose reader asks in one way. */
export interface ReaderKind {
  readonly habit: HabitName;
  readonly intervalMinutes: number;
  /** Part of all subscribers, from 0 to 1. */
  readonly share: number;
  /** For how many subscribers one poll is made. */
  readonly subscribersPerPoll: number;
}

/** Minutes between the polls of readers that serve one person. */
const HOURLY = 60;
const HASTY = 10;

/**
 * How subscribers read. Where the published figures leave a choice, the dearer one for the publisher
 * is taken; docs/performance.md has the reasons.
 */
const SHARES = {
  /** 35 of 113 subscribers went to one hosted service (https://flameeyes.blog/2013/04/02/the-google-reader-exodus-and-its-effect-on-content-publishers/). */
  hosted: 35 / 113,
  subscribersPerService: 35,
  /** 4,637 polls in 14 days by five or more services that a hub tells (https://blog.superfeedr.com/wh-fetches-our-blog-feed/): at most 66 a day each. */
  hostedIntervalMinutes: 20,
  /** 7,492 of 16,911 polls that were let through got the whole feed; 313 of these took no coding (https://utcc.utoronto.ca/~cks/space/blog/web/FeedLimitingImportance). */
  noValidators: 7492 / 16_911,
  noCoding: 313 / 7492,
  /** There 11,941 of 28,852 polls came too early; a tenth of readers that ask six times as often as the others makes 40 % of their polls. */
  hasty: 0.1,
  /** Assumed, of those with validators: nobody has published who takes brotli, or asks for deltas. */
  brotli: 0.2,
  deltas: 0.1,
} as const;

/** Readers of one person each, by what they send. The parts add up to 1. */
function ownReaders(): readonly (readonly [HabitName, number])[] {
  const { noValidators, noCoding, brotli, deltas } = SHARES;
  const withThem = 1 - noValidators;
  return [
    ["no validators, no coding", noValidators * noCoding],
    ["no validators, gzip", noValidators * (1 - noCoding)],
    ["validators, gzip", withThem * (1 - brotli - deltas)],
    ["validators, brotli", withThem * brotli],
    ["validators, deltas", withThem * deltas],
  ];
}

/** The same readers of one person each, whatever they send: a tenth is hasty. */
function byInterval(habit: HabitName, share: number): ReaderKind[] {
  const own = { habit, subscribersPerPoll: 1 };
  return [
    { ...own, intervalMinutes: HOURLY, share: share * (1 - SHARES.hasty) },
    { ...own, intervalMinutes: HASTY, share: share * SHARES.hasty },
  ];
}

const HOSTED: Omit<ReaderKind, "share"> = {
  habit: "validators, gzip",
  intervalMinutes: SHARES.hostedIntervalMinutes,
  subscribersPerPoll: SHARES.subscribersPerService,
};

/** The population that `SHARES` describe. */
export const PUBLISHED = "published shares";

/** Populations by name: that one, then what the result would be if all read in one way. */
export const POPULATIONS: Readonly<Record<string, readonly ReaderKind[]>> = {
  [PUBLISHED]: [
    { ...HOSTED, share: SHARES.hosted },
    ...ownReaders().flatMap(([habit, part]) => byInterval(habit, part * (1 - SHARES.hosted))),
  ],
  "all in readers of their own": ownReaders().flatMap(([habit, part]) => byInterval(habit, part)),
  "all these without validators": byInterval("no validators, no coding", 1),
  "all these with deltas": byInterval("validators, deltas", 1),
  "all these every ten minutes": ownReaders().map(([habit, share]) => ({
    habit,
    share,
    intervalMinutes: HASTY,
    subscribersPerPoll: 1,
  })),
  "all at hosted services": [{ ...HOSTED, share: 1 }],
};

/** What one subscriber comes to in a day, on average. */
export interface SubscriberDay {
  readonly polls: number;
  readonly bytes: number;
}

/** Sums measured days by the shares of a population. Throws where a kind was not measured. */
export function averageDay(
  kinds: readonly ReaderKind[],
  measured: (kind: ReaderKind) => Pick<DayOfPolls, "polls" | "bytes"> | undefined,
): SubscriberDay {
  const sum = { polls: 0, bytes: 0 };
  for (const kind of kinds) {
    const day = measured(kind);
    if (!day) throw new RangeError(`no day of "${kind.habit}" every ${kind.intervalMinutes} minutes`);
    const weight = kind.share / kind.subscribersPerPoll;
    sum.polls += weight * day.polls;
    sum.bytes += weight * day.bytes;
  }
  return sum;
}
