import { performance } from "node:perf_hooks";
import type { FeedEdition, HubEvent, HubSite } from "../../tests/hub/open-hub-site.ts";
import { editionOf } from "../../tests/hub/open-hub-site.ts";
import { publishTo } from "../../tests/hub/remote-control.ts";
import { runtimeClock } from "./hub-run-cpu.ts";
import { median } from "./measure.ts";
import type { Row } from "./table.ts";

const MOST_SECONDS = 60;
const MOST_CPU_MS = 10;
const MOST_REQUESTS = 50;

/** Beside its callbacks a run asks its topic for the bytes, and tells it who is gone. */
const OTHER_REQUESTS = 2;

/** How an edition went out. */
export interface Delivered {
  readonly lastSeconds: number;
  readonly medianSeconds: number;
  readonly cpuMsARun: number;
  readonly requestsARun: number;
}

/** Publishes an edition, and measures until everybody had a turn with it. */
export async function measureEdition(
  site: HubSite,
  hear: () => Promise<number[]>,
  number: number,
  turns: number,
): Promise<Delivered> {
  const cpuSeconds = runtimeClock();
  const before = site.events.length;
  const spent = cpuSeconds();
  const hearing = hear();
  const started = performance.now();
  await publishTo(site.origin, editionWith(number));
  const heard = await hearing;
  const lastSeconds = (performance.now() - started) / 1000;
  await passEnded(site, before, turns);
  const cpuMs = (cpuSeconds() - spent) * 1000;
  const runs = site.events.slice(before).filter(({ hub, late }) => hub === "run" && late === false);
  return {
    lastSeconds,
    medianSeconds: median(heard.map((at) => at - started)) / 1000,
    cpuMsARun: cpuMs / runs.length,
    requestsARun: Math.max(...runs.map(callbacksOf)) + OTHER_REQUESTS,
  };
}

/** The rows of an edition, beside what a run may use. `bareMs`: what sending as much takes by itself to `run` callbacks. */
export function editionRows(
  what: string,
  { lastSeconds, medianSeconds, cpuMsARun, requestsARun }: Delivered,
  run: number,
  bareMs: number,
): Row[] {
  const percent = (part: number) => `${Math.round(part * 100)} %`;
  return [
    {
      what: `${what}: the last good one`,
      figure: `${lastSeconds.toFixed(1)} s, the median ${medianSeconds.toFixed(1)} s`,
      ratio: `${percent(lastSeconds / MOST_SECONDS)} of ${MOST_SECONDS} s`,
      met: lastSeconds <= MOST_SECONDS,
      budget: `at most ${MOST_SECONDS} s`,
    },
    {
      what: `    a run of ${run} callbacks`,
      figure: `${cpuMsARun.toFixed(1)} ms CPU of workerd, its sockets included`,
      ratio: `${(cpuMsARun - bareMs).toFixed(1)} ms more than a worker that only sends as much, ${bareMs.toFixed(1)} ms`,
      met: Number.isFinite(cpuMsARun) ? cpuMsARun - bareMs <= MOST_CPU_MS : null,
      budget: `at most ${MOST_CPU_MS} ms more`,
    },
    {
      what: "    its requests",
      figure: `${requestsARun}`,
      ratio: `${MOST_REQUESTS} on the free plan`,
      met: requestsARun <= MOST_REQUESTS,
      budget: `at most ${MOST_REQUESTS}`,
    },
  ];
}

/** What a run takes of its worker's time, where callbacks take all at once: sockets are the runtime's own. */
export function ownWorkRow(cpuMsARun: number): Row {
  return {
    what: "  a run's own work, nothing sent",
    figure: `${cpuMsARun.toFixed(1)} ms CPU of workerd`,
    ratio: `${Math.round((cpuMsARun / MOST_CPU_MS) * 100)} % of ${MOST_CPU_MS} ms`,
    met: Number.isFinite(cpuMsARun) ? cpuMsARun <= MOST_CPU_MS : null,
    budget: `at most ${MOST_CPU_MS} ms`,
  };
}

/** Waits until everybody had a turn; the hub is asked nothing meanwhile. */
export async function passEnded(site: HubSite, before: number, subscribers: number): Promise<void> {
  const turns = () =>
    site.events
      .slice(before)
      .filter(({ hub, late }) => hub === "run" && late === false)
      .reduce(
        (sum, { delivered, failed, gone }) => sum + Number(delivered) + Number(failed) + Number(gone),
        0,
      );
  await site.logged("run", () => turns() >= subscribers);
}

function callbacksOf({ delivered, failed, gone }: HubEvent): number {
  return Number(delivered) + Number(failed) + Number(gone);
}

/** A feed of twenty articles of 4.5 kB, the newest of which is new. */
export function editionWith(number: number): FeedEdition {
  const items = Array.from({ length: 20 }, (_, at) => ({
    text: `<entry>${`The tide of ${number - at}. `.repeat(250)}</entry>`,
    edition: editionOf(number - at),
  }));
  return { edition: editionOf(number), items };
}
