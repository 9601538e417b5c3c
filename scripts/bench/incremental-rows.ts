import { median } from "./measure.ts";
import { spread, whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { durations } from "./table.ts";

/** One bake of a site that was baked before, without its share of the store. */
export interface IncrementalRun {
  readonly timeMs: number;
  /** Writes that it planned. */
  readonly puts: number;
  /** A bare walk, which stats the same files. */
  readonly walkMs: number;
}

/** Bakes of one size, by round. */
export interface Incremental {
  readonly size: number;
  /** Nothing had changed, nor had it for the bake before. */
  readonly idle: readonly IncrementalRun[];
  /** One article had changed. */
  readonly ours: readonly IncrementalRun[];
  /** Hugo's rebuilds, or a word on why there are none. */
  readonly hugo: readonly { readonly timeMs: number }[] | string;
}

/** What a bake may take at most: the time, and how many bare walks that may be. */
interface Budget {
  readonly sizes: readonly number[];
  readonly mostMs: number;
  readonly mostWalks: number;
}

const IDLE: Budget = { sizes: [20_000, 100_000], mostMs: 300, mostWalks: 2 };
const ONE_CHANGED: Budget = { sizes: [10_000, 100_000], mostMs: 400, mostWalks: 3 };

/** How many times as fast as Hugo's rebuild one changed article must be. */
const LEAST_RATIO = 8;

/** What bakes of several sizes come to, the smallest first. */
export function incrementalRows(found: readonly Incremental[]): Row[] {
  const [smallest] = found;
  return found.flatMap((one) => [
    ...rowsOf(one),
    ...(smallest && one !== smallest ? [growthRow(one, smallest)] : []),
  ]);
}

function rowsOf({ size, idle, ours, hugo }: Incremental): Row[] {
  const row = (what: string, runs: readonly IncrementalRun[]): Row => ({
    what: `of ${whole(size)}: ${what}`,
    figure: durations(runs.map(({ timeMs }) => timeMs)),
    ratio: `${spread(runs.map(({ puts }) => puts))} writes`,
    met: null,
  });
  const rows = [
    row("one changed", ours),
    ...walkRows(size, ours, ONE_CHANGED),
    idleRow(row("nothing changed", idle), idle),
    ...walkRows(size, idle, IDLE),
  ];
  if (typeof hugo === "string") return [...rows, { what: "  Hugo", figure: hugo, ratio: null, met: null }];
  const ratios = ours.map(({ timeMs }, round) => (hugo[round]?.timeMs ?? Number.NaN) / timeMs);
  const isBudget = ONE_CHANGED.sizes.includes(size);
  return [
    ...rows,
    {
      what: `  one changed of ${whole(size)}, against Hugo's rebuild`,
      figure: `Hugo ${durations(hugo.map(({ timeMs }) => timeMs))}`,
      ratio: `${spread(ratios, 2)} times as fast`,
      met: isBudget ? median(ratios) >= LEAST_RATIO : null,
      ...(isBudget && { budget: `at least ${LEAST_RATIO} times` }),
    },
  ];
}

function idleRow(row: Row, idle: readonly IncrementalRun[]): Row {
  return { ...row, met: idle.every(({ puts }) => puts === 0), budget: "no write" };
}

/** The same bakes beside a bare walk. */
function walkRows(
  size: number,
  runs: readonly IncrementalRun[],
  { sizes, mostMs, mostWalks }: Budget,
): readonly Row[] {
  const ratios = runs.map(({ timeMs, walkMs }) => timeMs / walkMs);
  const isShort = median(runs.map(({ timeMs }) => timeMs)) <= mostMs && median(ratios) <= mostWalks;
  const isBudget = sizes.includes(size);
  return [
    {
      what: `  of ${whole(size)}, against a bare walk`,
      figure: `walk ${durations(runs.map(({ walkMs }) => walkMs))}`,
      ratio: `${spread(ratios, 2)} walks`,
      met: isBudget ? isShort : null,
      ...(isBudget && { budget: `at most ${mostMs / 1000} s and ${mostWalks} walks` }),
    },
  ];
}

function growthRow({ size, ours }: Incremental, smallest: Incremental): Row {
  const [puts, before] = [ours, smallest.ours].map((runs) => median(runs.map((run) => run.puts)));
  const [time, timeBefore] = [ours, smallest.ours].map((runs) => median(runs.map(({ timeMs }) => timeMs)));
  return {
    what: `  one changed of ${whole(size)}, against ${whole(smallest.size)}`,
    figure: `${puts} writes, ${before} there`,
    ratio: `${((time ?? 0) / (timeBefore ?? 0)).toFixed(2)} of the time`,
    met: (puts ?? 0) <= (before ?? 0),
    budget: "no more writes",
  };
}
