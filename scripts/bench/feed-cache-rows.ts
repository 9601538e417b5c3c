import type { HourOfPolls } from "./hour-of-polls.ts";
import { pollForAnHour } from "./hour-of-polls.ts";
import { MONTH_DAYS, monthlyBill } from "./prices.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";

/**
 * Cloudflare's cities (https://www.cloudflare.com/network/, November 2026: 330), and feeds that are polled
 * in each. Polls that come evenly from all of them are the dearest: the more of them meet at one place, the
 * more share a read.
 */
const PLACES = 330 * 3;
const DAY_SECONDS = 86_400;

const SUBSCRIBERS = [10_000, 100_000, 1_000_000];

/** The bill with and without `FEED_CACHE`, for subscribers who poll so often a day: an hour at one place is polled. */
export async function feedCacheRows(folder: string, pollsADay: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const subscribers of SUBSCRIBERS) {
    const polls = subscribers * pollsADay;
    const hour = await pollForAnHour(folder, polls / DAY_SECONDS / PLACES, { FEED_CACHE: "on" });
    rows.push(rowOf(subscribers, polls, hour));
  }
  return rows;
}

function rowOf(subscribers: number, pollsADay: number, { polls, reads }: HourOfPolls): Row {
  const part = reads / polls;
  const [without, shared] = [monthlyBill(pollsADay), monthlyBill(pollsADay, part)];
  const saved = whole(((1 - part) * pollsADay * MONTH_DAYS) / 1e6);
  return {
    what: `${whole(subscribers)} subscribers`,
    figure: `${polls} polls of a feed in an hour at one place: ${reads} KV reads (${whole(part * 100)} %)`,
    ratio: `$${whole(shared.total)} instead of $${whole(without.total)} a month, ${saved} million reads less`,
    met: subscribers < 1_000_000 ? null : shared.total <= without.total / 2,
    ...(subscribers >= 1_000_000 && { budget: "at most half" }),
  };
}
