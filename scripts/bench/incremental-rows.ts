import { median } from "./measure.ts";
import { spread, whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { durations } from "./table.ts";

/** One bake of a site that was baked before, without its share of the store. */
export interface IncrementalRun {
  readonly timeMs: number;
  /** Writes that it planned. */
  readonly puts: number;
}

/** Bakes of one size, by round. */
export interface Incremental {
  readonly size: number;
  /** Nothing had changed. */
  readonly idle: readonly IncrementalRun[];
  /** One article had changed. */
  readonly ours: readonly IncrementalRun[];
  /** Hugo's rebuilds, or a word on why there are none. */
  readonly hugo: readonly { readonly timeMs: number }[] | string;
}

/** How many times as fast as Hugo's rebuild one changed article must be, at this size. */
const LEAST_RATIO = 10;
const BUDGET_SIZE = 10_000;

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
  const rows = [row("one changed", ours), idleRow(row("nothing changed", idle), idle)];
  if (typeof hugo === "string") return [...rows, { what: "  Hugo", figure: hugo, ratio: null, met: null }];
  const ratios = ours.map(({ timeMs }, round) => (hugo[round]?.timeMs ?? Number.NaN) / timeMs);
  return [
    ...rows,
    {
      what: `  one changed of ${whole(size)}, against Hugo's rebuild`,
      figure: `Hugo ${durations(hugo.map(({ timeMs }) => timeMs))}`,
      ratio: `${spread(ratios, 2)} times as fast`,
      met: size === BUDGET_SIZE ? median(ratios) >= LEAST_RATIO : null,
      ...(size === BUDGET_SIZE && { budget: `at least ${LEAST_RATIO} times` }),
    },
  ];
}

function idleRow(row: Row, idle: readonly IncrementalRun[]): Row {
  return { ...row, met: idle.every(({ puts }) => puts === 0), budget: "no write" };
}

/** Time grows a little: a bake looks at every file, whether it is still the same. */
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
