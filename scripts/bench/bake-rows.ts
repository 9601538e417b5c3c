import type { Run } from "./measure.ts";
import { median } from "./measure.ts";
import { spread, whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { duration, durations } from "./table.ts";

/** What is measured of ours: a bake as it is, and the part of it that every generator does. */
export type OurBake = "everything" | "everything but archives of channels" | "what Hugo does too";

/** Runs of one size, by round. */
export interface BakeRuns {
  readonly size: number;
  readonly ours: Readonly<Record<OurBake, readonly Run[]>>;
  /** Bare walks that stat the same files. */
  readonly walksMs: readonly number[];
  /** By name; a word in the place of runs says why there are none. */
  readonly peers: ReadonlyMap<string, readonly Run[] | string>;
  /** Everything, with 10,000 articles, where that was measured beside a larger size. */
  readonly smaller: readonly Run[] | null;
}

/** How many times as fast as a peer a full bake must be, by size. */
const LEAST_RATIO: Readonly<Record<OurBake, Readonly<Record<number, Readonly<Record<string, number>>>>>> = {
  everything: {},
  "everything but archives of channels": { 10000: { Hugo: 0.6 }, 100000: { Hugo: 0.85 } },
  "what Hugo does too": { 10000: { Hugo: 1.2 }, 100000: { Hugo: 1.5 } },
};
const MOST_MEGABYTES = 1000;

/** The size that the cost of an article at a larger one is held against. */
export const SMALLER_SIZE = 10_000;
const LARGEST_SIZE = 100_000;

/** What runs of one size come to. */
export function bakeRows({ size, ours, walksMs, peers, smaller }: BakeRuns): Row[] {
  const bakes = Object.entries(ours) as [OurBake, readonly Run[]][];
  const rows: Row[] = bakes.map(([what, runs]) => ({
    what: `Feedwright, ${what}`,
    figure: figureOf(runs),
    ratio: `${whole(costOf(runs, size))} µs an article`,
    met: null,
  }));
  rows.push({ what: "a bare walk of its files", figure: durations(walksMs), ratio: null, met: null });
  if (size === LARGEST_SIZE) rows.push(memoryRow(ours.everything));
  if (smaller) rows.push(costRow(ours.everything, size, smaller));
  for (const [name, runs] of peers) {
    if (typeof runs === "string") rows.push({ what: name, figure: runs, ratio: null, met: null });
    else {
      rows.push({ what: name, figure: figureOf(runs), ratio: null, met: null });
      for (const [what, own] of bakes) rows.push(ratioRow(what, own, name, runs, size));
    }
  }
  return rows;
}

/** The median of the rounds' own ratios: a busy machine is busy for both. */
function ratioRow(
  what: OurBake,
  ours: readonly Run[],
  name: string,
  theirs: readonly Run[],
  size: number,
): Row {
  // A peer may have had fewer rounds.
  const ratios = ours.map(
    ({ timeMs }, round) => ((theirs[round] ?? theirs.at(-1))?.timeMs ?? Number.NaN) / timeMs,
  );
  const least = LEAST_RATIO[what][size]?.[name];
  return {
    what: `  ${what}, against ${name}`,
    figure: `${spread(ratios, 2)} times as fast`,
    ratio: null,
    met: least === undefined ? null : median(ratios) >= least,
    ...(least !== undefined && { budget: `at least ${least} times` }),
  };
}

function memoryRow(runs: readonly Run[]): Row {
  const peak = peakOf(runs);
  return {
    what: "  its memory",
    figure: peak === null ? "not watched" : `${whole(peak)} MB`,
    ratio: null,
    met: peak === null ? null : peak < MOST_MEGABYTES,
    budget: `under ${whole(MOST_MEGABYTES)} MB`,
  };
}

function costRow(runs: readonly Run[], size: number, smaller: readonly Run[]): Row {
  const [cost, before] = [costOf(runs, size), costOf(smaller, SMALLER_SIZE)];
  return {
    what: "  the cost of an article",
    figure: `${whole(cost)} µs, at ${whole(SMALLER_SIZE)} articles ${whole(before)} µs`,
    ratio: `${(cost / before).toFixed(2)} of it`,
    met: cost <= before,
    budget: `no higher than at ${whole(SMALLER_SIZE)}`,
  };
}

function costOf(runs: readonly Run[], size: number): number {
  return (median(runs.map(({ timeMs }) => timeMs)) * 1000) / size;
}

function peakOf(runs: readonly Run[]): number | null {
  const peaks = runs.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

function figureOf(runs: readonly Run[]): string {
  const peak = peakOf(runs);
  const spent = runs.flatMap(({ processorMs }) => processorMs ?? []);
  return [
    durations(runs.map(({ timeMs }) => timeMs)),
    ...(spent.length > 0 ? [`${duration(median(spent))} of processors`] : []),
    ...(peak === null ? [] : [`${whole(peak)} MB`]),
  ].join(", ");
}
