import { median } from "./measure.ts";
import { spread } from "./spread.ts";
import type { Row } from "./table.ts";
import { duration, durations } from "./table.ts";

/** One bake, without its share of the store. */
export interface PictureBake {
  readonly timeMs: number;
  /** Of that for pictures. */
  readonly picturesMs: number;
  /** Writes that it planned. */
  readonly puts: number;
  /** Pictures that it made. */
  readonly made: number;
}

/** The same articles without pictures, and with one each. */
export interface BothBakes {
  readonly plain: PictureBake;
  readonly pictured: PictureBake;
}

export interface PictureRuns {
  readonly count: number;
  readonly first: BothBakes;
  /** By round, when nothing had changed. */
  readonly again: readonly BothBakes[];
}

/** On two processors. */
const LEAST_A_SECOND = 10;
const MOST_RATIO = 1.2;

/** What bakes with pictures come to beside those without. */
export function pictureRows({ count, first, again }: PictureRuns): Row[] {
  const aSecond = (count * 1000) / first.pictured.picturesMs;
  const ratios = again.map(({ plain, pictured }) => pictured.timeMs / plain.timeMs);
  const isIdle = again.every(({ pictured: { puts, made } }) => puts + made === 0);
  return [
    {
      what: "first bake",
      figure: duration(first.pictured.timeMs),
      ratio: `${duration(first.plain.timeMs)} without pictures`,
      met: null,
    },
    {
      what: "  its pictures",
      figure: `${first.pictured.made} made, ${aSecond.toFixed(1)} a second`,
      ratio: null,
      met: first.pictured.made === count && aSecond >= LEAST_A_SECOND,
      budget: `at least ${LEAST_A_SECOND} a second on two processors`,
    },
    {
      what: "without pictures, nothing changed",
      figure: durations(again.map(({ plain }) => plain.timeMs)),
      ratio: null,
      met: null,
    },
    {
      what: "with pictures, nothing changed",
      figure: durations(again.map(({ pictured }) => pictured.timeMs)),
      ratio: isIdle ? "no picture and no write" : "pictures or writes",
      met: isIdle,
      budget: "touches none",
    },
    {
      what: "  against those without",
      figure: `${spread(ratios, 2)} of the time`,
      ratio: null,
      met: median(ratios) <= MOST_RATIO,
      budget: `at most ${MOST_RATIO} of it`,
    },
  ];
}
