import { performance } from "node:perf_hooks";
import type { HubSite } from "../../tests/hub/open-hub-site.ts";
import { feedOf, openHubSite, TOPIC } from "../../tests/hub/open-hub-site.ts";
import { publishTo, statusOf, subscribeAll } from "../../tests/hub/remote-control.ts";
import { BAD, listenForEditions } from "./hub-callbacks.ts";
import { COUNTED, editionCosts } from "./hub-costs.ts";
import { editionRows, editionWith, measureEdition, passEnded } from "./hub-delivery.ts";
import { inFolder } from "./in-folder.ts";
import { median } from "./measure.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

const MANY = 10_000;
const SHARD = 250;
const EDITIONS = 30;

/** The mean wait of a reader that looks every quarter of an hour, in milliseconds. */
const POLL_MS = 450_000;

/** How long a subscriber waits for news: one alone, and the last of ten thousand; and what a run takes. */
export async function benchHub(): Promise<void> {
  const rows = [
    ...(await inFolder(oneSubscriber)),
    ...(await inFolder(manySubscribers)),
    ...(await inFolder(rowsWritten)),
  ];
  printTable("the hub: from the publisher's post to the callback", rows);
}

async function oneSubscriber(folder: string): Promise<Row[]> {
  const site = await openSite(folder);
  const subscriber = await listenForEditions(() => true);
  try {
    await subscribe(site, [`${subscriber.origin}/1`]);
    const waits: number[] = [];
    for (let edition = 1; edition <= EDITIONS; edition += 1) {
      const heard = subscriber.next(1);
      const started = performance.now();
      await publishTo(site.origin, editionWith(edition));
      await heard;
      waits.push(performance.now() - started);
    }
    const times = Math.round(POLL_MS / median(waits));
    const figure = `${whole(median(waits))} ms, at worst ${whole(Math.max(...waits))} ms`;
    return [
      {
        what: "one subscriber",
        figure,
        ratio: `${whole(times)} times sooner than polls every 15 minutes`,
        met: null,
      },
    ];
  } finally {
    subscriber.close();
    await site.stop();
  }
}

async function manySubscribers(folder: string): Promise<Row[]> {
  const site = await openSite(folder);
  // One in a hundred each: slow, failing, closing, redirecting, gone.
  const isGood = (path: string) => Number(path.slice(1)) % 100 >= BAD.length;
  const subscriber = await listenForEditions(isGood);
  try {
    const paths = Array.from({ length: MANY }, (_, at) => `/${at}`);
    await subscribe(
      site,
      paths.map((path) => subscriber.origin + path),
    );
    const good = paths.filter(isGood).length;
    const whole = await measureEdition(site, () => subscriber.next(good), 1, MANY);
    // Who has the edition before is sent one article; who was late, and who is gone, is not in this pass.
    const changes = await measureEdition(site, () => subscriber.next(good), 2, good);
    return [
      ...editionRows(`${MANY.toLocaleString("en")} subscribers, 5 % of them bad, a feed of 92 kB`, whole),
      ...editionRows("  the next edition, of which they are sent what changed", changes),
    ];
  } finally {
    subscriber.close();
    await site.stop();
  }
}

/** What a full shard writes for an edition, as docs/hub.md counts it. */
async function rowsWritten(folder: string): Promise<Row[]> {
  const site = await openSite(folder, true);
  const subscriber = await listenForEditions(() => true);
  try {
    await subscribe(
      site,
      Array.from({ length: SHARD }, (_, at) => `${subscriber.origin}/${at}`),
    );
    const before = site.events.length;
    const heard = subscriber.next(SHARD);
    await publishTo(site.origin, editionWith(1));
    await heard;
    await passEnded(site, before, SHARD);
    const events = site.events.slice(before).filter(({ hub }) => hub === "rows");
    const written = events.reduce((sum, { written }) => sum + Number(written), 0);
    const counted = editionCosts(SHARD).rows - COUNTED.rowsAnEdition;
    return [
      {
        what: `  rows that a shard of ${SHARD} writes for an edition`,
        figure: whole(written),
        ratio: `${counted} by docs/hub.md`,
        // Who was late adds some.
        met: null,
      },
    ];
  } finally {
    subscriber.close();
    await site.stop();
  }
}

async function openSite(folder: string, countsRows = false): Promise<HubSite> {
  const site = await openHubSite({ folder, countsRows });
  await site.put(TOPIC, feedOf(0));
  return site;
}

async function subscribe(site: HubSite, callbacks: readonly string[]): Promise<void> {
  // On a busy machine a callback may be late with its word: it is asked again.
  do await subscribeAll(site.origin, callbacks, 10);
  while ((await statusOf(site.origin)).subscribers < callbacks.length);
}
