import { INSTALL_WRANGLER } from "./bench-wrangler.ts";
import { median } from "./measure.ts";
import type { PublishedOnce } from "./publish-once.ts";
import { spread, whole } from "./spread.ts";
import type { Row } from "./table.ts";

/** Ways to write the same pages. */
export type PublishWay =
  | "ours"
  | "ours, 1 % faults"
  | "ours, every fault"
  | "one by one"
  | "bare"
  | "wrangler";

/** What one publish took. Only processes of our own tell their processor time and memory. */
export interface PublishRun extends Partial<Omit<PublishedOnce, "keys" | "timeMs">> {
  readonly keys: number;
  readonly timeMs: number;
  readonly requests: number;
  readonly faults: number;
  /** Of the requests' bodies. */
  readonly bytes: number;
}

const NAMES: Readonly<Record<PublishWay, string>> = {
  ours: "Feedwright",
  "ours, 1 % faults": "Feedwright, 1 % of requests go wrong",
  "ours, every fault": "Feedwright, each kind of fault once",
  "one by one": "one key a request, 4 under way",
  bare: "the same bulk requests and nothing else, 4 under way",
  wrangler: "wrangler kv bulk put, its start included",
};

/** Calls of Cloudflare's API that an account has in five minutes. */
const CALLS = 1200;
const CALLS_MINUTES = 5;

/** Runs of each way as rows, each held against the first. */
export function publishRows(runs: ReadonlyMap<PublishWay, readonly PublishRun[]>, count: number): Row[] {
  const ours = runs.get("ours") ?? [];
  return (Object.keys(NAMES) as PublishWay[]).map((way) => {
    const what = NAMES[way];
    const list = runs.get(way);
    if (!list) return { what, figure: missing(way), ratio: null, met: null };
    return { what, figure: figureOf(list, ours), ratio: ratioOf(way, list, ours, count), met: null };
  });
}

function missing(way: PublishWay): string {
  return way === "wrangler"
    ? `not installed: ${INSTALL_WRANGLER}`
    : "takes minutes: measured with fewer keys";
}

function figureOf(runs: readonly PublishRun[], ours: readonly PublishRun[]): string {
  const { requests, faults } = runs[0] ?? { requests: 0, faults: 0 };
  const retries = runs.map((run, round) => run.requests - (ours[round]?.requests ?? 0));
  const megabytes = whole(median(runs.map(({ bytes }) => bytes)) / 1e6);
  const known = runs.filter((run): run is PublishRun & PublishedOnce => run.peakMegabytes !== undefined);
  const cpu = known.map(({ cpuMs, keys }) => (cpuMs * 1000) / keys);
  const peak = Math.max(...known.map(({ peakMegabytes }) => peakMegabytes));
  const documents = median(known.map(({ documentsMegabytes }) => documentsMegabytes));
  return [
    `${spread(runs.map(keysPerSecond))} keys/s`,
    ...(known.length > 0 ? [`${spread(cpu)} µs CPU a key`] : []),
    `${whole(requests)} requests of ${megabytes} MB`,
    ...(faults > 0 ? [`${faults} gone wrong, ${spread(retries)} more`] : []),
    ...(known.length > 0 ? [`peak ${whole(peak)} MB, ${whole(documents)} before`] : []),
  ].join(", ");
}

/** The median of the rounds' own ratios: a busy machine is busy for both. */
function ratioOf(
  way: PublishWay,
  runs: readonly PublishRun[],
  ours: readonly PublishRun[],
  count: number,
): string | null {
  if (way === "ours") return null;
  const ratios = runs.map((run, round) => keysPerSecond(ours[round] ?? run) / keysPerSecond(run));
  if (way.startsWith("ours"))
    return `${spread(
      ratios.map((ratio) => 1 / ratio),
      2,
    )} of the rate without`;
  const times = `Feedwright ${spread(ratios, 2)} times as fast`;
  if (way !== "one by one") return times;
  const minutes = (count / CALLS) * CALLS_MINUTES;
  return `${times}; Cloudflare's limit of calls alone makes it ${whole(minutes)} minutes`;
}

function keysPerSecond({ keys, timeMs }: PublishRun): number {
  return keys / (timeMs / 1000);
}
