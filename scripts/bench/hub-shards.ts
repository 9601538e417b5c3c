import { publishTo } from "../../tests/hub/remote-control.ts";
import { listenForEditions } from "./hub-callbacks.ts";
import { BODY_BYTES, COUNTED, editionCosts } from "./hub-costs.ts";
import { editionWith, measureEdition, ownWorkRow, passEnded } from "./hub-delivery.ts";
import { openBenchSite, subscribeThem } from "./hub-site.ts";
import { median } from "./measure.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";

const SHARD = 250;

/** The runs of four shards whose callbacks have all at once. */
export async function ownWork(folder: string): Promise<Row[]> {
  const site = await openBenchSite(folder, "sendsNothing");
  const subscriber = await listenForEditions(() => true);
  try {
    const callbacks = Array.from({ length: 4 * SHARD }, (_, at) => `${subscriber.origin}/${at}`);
    await subscribeThem(site, callbacks);
    const spent: number[] = [];
    for (let edition = 1; edition <= 3; edition += 1) {
      const { cpuMsARun } = await measureEdition(site, async () => [0], edition, callbacks.length);
      spent.push(cpuMsARun);
    }
    return [ownWorkRow(median(spent))];
  } finally {
    subscriber.close();
    await site.stop();
  }
}

/** What a full shard writes for an edition, as docs/hub.md counts it. */
export async function rowsWritten(folder: string): Promise<Row[]> {
  const site = await openBenchSite(folder, "countsRows");
  const subscriber = await listenForEditions(() => true);
  try {
    await subscribeThem(
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
    const counted = editionCosts(SHARD, BODY_BYTES.whole).rows - COUNTED.rowsAnEdition;
    return [
      {
        what: `  rows that a shard of ${SHARD} writes for an edition of 92 kB`,
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
