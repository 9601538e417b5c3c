import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { INSTALL_WRANGLER, installedWrangler } from "./bench-wrangler.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { PUBLISHED_AT, pollForADay } from "./day-of-polls.ts";
import { feedCacheRows } from "./feed-cache-rows.ts";
import { FeedEditions } from "./feed-editions.ts";
import { inFolder } from "./in-folder.ts";
import type { MeasuredPoller, Round } from "./polling-rows.ts";
import { BUDGET_INTERVAL, dayRow, nameOf, populationRows, workRow } from "./polling-rows.ts";
import { averageDay, POPULATIONS, PUBLISHED } from "./population.ts";
import { startRawWorkerd } from "./raw-workerd.ts";
import type { HabitName } from "./reader-habits.ts";
import { HABITS } from "./reader-habits.ts";
import { OURS } from "./serving-workers.ts";
import { printTable } from "./table.ts";
import { pollOverWire } from "./wire.ts";

const ROUNDS = 3;
const FEED = "/rss.xml";

/** Bytes, requests and cost of a day of polls, by kinds of readers and for a population of them. */
export async function benchPolling(): Promise<void> {
  if (installedWrangler() === null) {
    process.stdout.write(`\npolling: not measured; install wrangler (${INSTALL_WRANGLER})\n`);
    return;
  }
  const pollers = measuredPollers();
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push(await inFolder((folder) => pollRound(folder, pollers)));
  }
  printTable("a day of polls of a feed of 50 items with 5 new articles, bytes of the answers", [
    ...pollers.map((poller) => dayRow(poller, rounds)),
    workRow(rounds),
  ]);
  printTable("a day of one subscriber, and a month of a million", populationRows(rounds));
  const polls = averageDay(POPULATIONS[PUBLISHED] ?? [], (kind) => rounds[0]?.days.get(nameOf(kind))).polls;
  const rows = await inFolder((folder) => feedCacheRows(folder, polls));
  printTable("the same with FEED_CACHE: polls of a place share KV reads", rows);
}

/** Every habit at the interval of the budgets, and every kind of every population. */
function measuredPollers(): readonly MeasuredPoller[] {
  const habits = Object.keys(HABITS) as HabitName[];
  const kinds = [
    ...habits.map((habit) => ({ habit, intervalMinutes: BUDGET_INTERVAL })),
    ...Object.values(POPULATIONS).flat(),
  ];
  const pollers = kinds.map(({ habit, intervalMinutes }): [string, MeasuredPoller] => {
    const name = nameOf({ habit, intervalMinutes });
    return [name, { name, habit, intervalMinutes, fields: HABITS[habit] }];
  });
  return [...new Map(pollers).values()];
}

async function pollRound(folder: string, pollers: readonly MeasuredPoller[]): Promise<Round> {
  const content = join(folder, "content");
  const server = join(folder, "server");
  mkdirSync(server);
  const editions = new FeedEditions(content, PUBLISHED_AT.length);
  const workerd = await startRawWorkerd(server, bundleWorker(server, OURS, "polled"));
  try {
    // The worker's clock is this machine's: the day's editions lie seconds apart, within the last hour.
    const started = Math.floor(Date.now() / 1000) - 1800;
    let polls = 0;
    const before = workerd.cpuSeconds();
    const days = await pollForADay(
      pollers,
      async (articles) => {
        const { documents } = editions.next(started + articles);
        const feed = documents.find(({ key }) => key === FEED)?.representation;
        if (!feed) throw new Error("the feed did not change");
        await workerd.put(FEED, encodeMetadata(feed.metadata), feed.value);
      },
      (fields) => {
        polls += 1;
        // At the site's own name, as subscribers do.
        return pollOverWire(workerd.origin + FEED, { Host: "bench.example", ...fields });
      },
    );
    const cpuMsAPoll = ((workerd.cpuSeconds() - before) * 1000) / polls;
    const readsAPoll = (await workerd.reads()) / polls;
    return { days: new Map([...days].map(([{ name }, day]) => [name, day])), cpuMsAPoll, readsAPoll };
  } finally {
    await workerd.stop();
  }
}
