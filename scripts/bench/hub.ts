import { performance } from "node:perf_hooks";
import { publishTo } from "../../tests/hub/remote-control.ts";
import { bakeToCallback } from "./hub-bake.ts";
import { BAD, listenForEditions } from "./hub-callbacks.ts";
import { BODY_BYTES, callbacksARun } from "./hub-costs.ts";
import { editionRows, editionWith, measureEdition } from "./hub-delivery.ts";
import { bareRunMs } from "./hub-run-cpu.ts";
import { ownWork, rowsWritten } from "./hub-shards.ts";
import { openBenchSite, subscribeThem } from "./hub-site.ts";
import { inFolder } from "./in-folder.ts";
import { median } from "./measure.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

const MANY = 10_000;
const EDITIONS = 30;

/** The mean wait of a reader that looks every quarter of an hour, in milliseconds. */
const POLL_MS = 450_000;

/** How long a subscriber waits for news: one alone, and the last of ten thousand; and what a run takes. */
export async function benchHub(): Promise<void> {
  const rows = [
    ...(await inFolder(oneSubscriber)),
    ...(await inFolder(bakeToCallback)),
    ...(await inFolder(manySubscribers)),
    ...(await inFolder(ownWork)),
    ...(await inFolder(rowsWritten)),
  ];
  printTable("the hub: from the publisher's post to the callback", rows);
}

async function oneSubscriber(folder: string): Promise<Row[]> {
  const site = await openBenchSite(folder);
  const subscriber = await listenForEditions(() => true);
  try {
    await subscribeThem(site, [`${subscriber.origin}/1`]);
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
  const site = await openBenchSite(folder);
  // One in a hundred each: slow, failing, closing, redirecting, gone.
  const isGood = (path: string) => Number(path.slice(1)) % 100 >= BAD.length;
  const subscriber = await listenForEditions(isGood);
  try {
    const paths = Array.from({ length: MANY }, (_, at) => `/${at}`);
    await subscribeThem(
      site,
      paths.map((path) => subscriber.origin + path),
    );
    const good = paths.filter(isGood).length;
    const whole = await measureEdition(site, () => subscriber.next(good), 1, MANY);
    // Who has the edition before is sent one article; who was late, and who is gone, is not in this pass.
    const changes = await measureEdition(site, () => subscriber.next(good), 2, good);
    return [
      ...editionRows(
        `${MANY.toLocaleString("en")} subscribers, 5 % of them bad, a feed of 92 kB`,
        whole,
        ...(await alone(BODY_BYTES.whole)),
      ),
      ...editionRows(
        "  the next edition, of which they are sent what changed",
        changes,
        ...(await alone(BODY_BYTES.changes)),
      ),
    ];
  } finally {
    subscriber.close();
    await site.stop();
  }
}

/** How many callbacks a run serves with such bodies, and what sending these takes by itself. */
async function alone(bodyBytes: number): Promise<[run: number, bareMs: number]> {
  const run = callbacksARun(bodyBytes);
  return [run, await bareRunMs(run, bodyBytes)];
}
