import type { Run } from "./measure.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { duration } from "./table.ts";

/** What bakes of a site of one size took, without the store's share. */
export interface Grown {
  readonly size: number;
  readonly full: Run;
  readonly idleMs: number;
  readonly changedMs: number;
}

const MILLION = 1_000_000;
const MOST_MEGABYTES = 4096;

/** Rows of each size, the smallest first; a full bake is held against the smallest site, article for article. */
export function growthRows(found: readonly Grown[]): Row[] {
  return found.flatMap((one) => {
    const { size, full, idleMs, changedMs } = one;
    const row = (what: string, timeMs: number): Row => ({
      what: `  ${what} of ${whole(size)}`,
      figure: duration(timeMs),
      ratio: null,
      met: null,
    });
    return [
      fullRow(one, found[0] ?? one),
      memoryRow(size, full.peakMegabytes),
      row("one changed", changedMs),
      row("nothing changed", idleMs),
    ];
  });
}

function fullRow({ size, full }: Grown, smallest: Grown): Row {
  const costOf = (one: Pick<Grown, "size" | "full">) => (one.full.timeMs * 1000) / one.size;
  const cost = costOf({ size, full });
  return {
    what: `full bake of ${whole(size)}`,
    figure: `${duration(full.timeMs)}, ${whole(cost)} µs an article`,
    ratio:
      smallest.size === size
        ? null
        : `${(cost / costOf(smallest)).toFixed(2)} of that at ${whole(smallest.size)}`,
    met: null,
  };
}

function memoryRow(size: number, peak: number | null): Row {
  const isBudget = size === MILLION;
  return {
    what: `  memory at ${whole(size)}`,
    figure: peak === null ? "not watched" : `${whole(peak)} MB`,
    ratio: peak === null ? null : `${((peak * 1024) / size).toFixed(1)} kB an article`,
    met: isBudget && peak !== null ? peak <= MOST_MEGABYTES : null,
    ...(isBudget && { budget: "within 4 GB" }),
  };
}
