import { shareOfRun } from "../../src/hub/shard/share-of-run.ts";
import { MONTH_DAYS, PRICES } from "./prices.ts";

/**
 * Prices of Durable Objects in US dollars, looked up in November 2026:
 * https://developers.cloudflare.com/durable-objects/platform/pricing/.
 */
export const HUB_PRICES = {
  requests: { freeDaily: 100_000, includedMonthly: 1_000_000, perMillion: 0.15 },
  gigabyteSeconds: { freeDaily: 13_000, includedMonthly: 400_000, perMillion: 12.5 },
  rowsWritten: { freeDaily: 100_000, includedMonthly: 50_000_000, perMillion: 1 },
} as const;

/** What a Durable Object is billed for as long as it works, in gigabytes. */
const MEMORY_GB = 0.128;

/** How the hub works: subscribers of a shard, callbacks of a run at most, how many of them at a time, shards woken in a run. */
const HUB = { shard: 250, run: 40, width: 6, woken: 40 } as const;

/** What subscribers are sent, in bytes: one article that changed, or a feed of twenty as a whole. */
export const BODY_BYTES = { changes: 4600, whole: 92_000 } as const;

/** What a delivery costs; counted by `npm run bench -- hub`. */
export const COUNTED = {
  /** Rows of a shard for its pass: one that begins it and its alarm, two for each run. */
  rowsAPass: 2,
  rowsARun: 2,
  /** Of a topic for an edition: its head, its bytes, its state and alarms. */
  rowsAnEdition: 5,
  /** Of a topic and a shard for a subscription that is renewed. */
  rowsARenewal: 5,
} as const;

/** How a site is, whose costs are told. */
export const SITUATION = {
  editionsADay: 5,
  /** Ten days are the longest lease. */
  renewalsADay: 0.1,
  /** How long callbacks take on average, in seconds. */
  answerSeconds: 0.3,
} as const;

/** What a hub uses in a day, and what it costs in a month. */
export interface HubCosts {
  readonly plan: "free" | "paid";
  readonly requestsADay: number;
  readonly rowsADay: number;
  readonly gigabyteSecondsADay: number;
  /** With the plan's own price. */
  readonly monthly: number;
}

/** How many callbacks a run serves with bodies of so many bytes, which nobody has signed. */
export function callbacksARun(bodyBytes: number): number {
  const waiting = Array.from({ length: HUB.run }, () => ({ secret: null }));
  return shareOfRun(waiting, () => bodyBytes).length;
}

/** Requests to Durable Objects and rows written for one edition. */
export function editionCosts(
  subscribers: number,
  bodyBytes: number,
): { readonly requests: number; readonly rows: number } {
  const shards = Math.ceil(subscribers / HUB.shard);
  const runs = runsFor(subscribers, callbacksARun(bodyBytes));
  // The post, the topic's own runs, and for each shard its waking, its runs and its look at the bytes.
  const requests = 1 + Math.floor(shards / HUB.woken) + 1 + shards * 2 + runs;
  const rows = COUNTED.rowsAnEdition + shards * COUNTED.rowsAPass + runs * COUNTED.rowsARun;
  return { requests, rows };
}

/** What so many subscribers of one feed cost, where each edition is sent in so many bytes. */
export function hubCosts(subscribers: number, bodyBytes: number): HubCosts {
  const { editionsADay, renewalsADay, answerSeconds } = SITUATION;
  const edition = editionCosts(subscribers, bodyBytes);
  const renewals = subscribers * renewalsADay;
  const requestsADay = edition.requests * editionsADay + renewals * 2;
  const rowsADay = edition.rows * editionsADay + renewals * COUNTED.rowsARenewal;
  const seconds = (subscribers / HUB.width) * answerSeconds * editionsADay;
  const gigabyteSecondsADay = seconds * MEMORY_GB;
  const { requests, rowsWritten, gigabyteSeconds } = HUB_PRICES;
  const isFree =
    requestsADay <= requests.freeDaily &&
    rowsADay <= rowsWritten.freeDaily &&
    gigabyteSecondsADay <= gigabyteSeconds.freeDaily;
  const monthly = isFree
    ? 0
    : PRICES.paidPlanMonthly +
      over(requests, requestsADay) +
      over(rowsWritten, rowsADay) +
      over(gigabyteSeconds, gigabyteSecondsADay);
  return { plan: isFree ? "free" : "paid", requestsADay, rowsADay, gigabyteSecondsADay, monthly };
}

/** Every shard is full but the last. */
function runsFor(subscribers: number, run: number): number {
  const full = Math.floor(subscribers / HUB.shard);
  return full * Math.ceil(HUB.shard / run) + Math.ceil((subscribers % HUB.shard) / run);
}

function over(
  { includedMonthly, perMillion }: { readonly includedMonthly: number; readonly perMillion: number },
  aDay: number,
): number {
  return (Math.max(0, aDay * MONTH_DAYS - includedMonthly) / 1_000_000) * perMillion;
}
