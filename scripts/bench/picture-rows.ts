import { median } from "./measure.ts";
import type { SharpAlone } from "./sharp-alone.ts";
import { spread } from "./spread.ts";
import type { Row } from "./table.ts";
import { duration, durations } from "./table.ts";

/** One bake, without its share of the store. */
export interface PictureBake {
  readonly timeMs: number;
  /** Of all threads together; null where nobody watched. */
  readonly processorMs: number | null;
  /** Of `timeMs` for pictures. */
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
  readonly alone: SharpAlone;
}

const PROCESSORS = 2;
/** On so many processors. */
const LEAST_A_SECOND = 10;
const MOST_RATIO = 1.2;
/** Of the speed of decoders and encoders that nothing else holds up. */
const LEAST_OF_CODECS = 0.6;

/** What bakes with pictures come to beside those without. */
export function pictureRows({ count, first, again, alone }: PictureRuns): Row[] {
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
      ratio: byProcessors(count, first),
      met: first.pictured.made === count && aSecond >= LEAST_A_SECOND,
      budget: `at least ${LEAST_A_SECOND} a second on two processors`,
    },
    ...besideSharp(count, first, alone),
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

/** What two processors would do that had nothing else to do, all that pictures cost a bake included. */
function byProcessors(count: number, first: BothBakes): string | null {
  const eachMs = processorMsEach(count, first);
  return eachMs === null ? null : `${aSecondBy(eachMs)} by the processor time of ${PROCESSORS}`;
}

/** What sharp alone would do in the same time: machines differ by more than programs. */
function besideSharp(count: number, first: BothBakes, { byHandMs, codecsMs }: SharpAlone): Row[] {
  const eachMs = processorMsEach(count, first);
  const times = (ms: number) => (eachMs === null ? null : `${(ms / eachMs).toFixed(2)} times as fast as it`);
  return [
    { what: "    sharp, file by file", figure: aSecondBy(byHandMs), ratio: times(byHandMs), met: null },
    {
      what: "    decoding and encoding alone",
      figure: aSecondBy(codecsMs),
      ratio: times(codecsMs),
      met: eachMs === null ? null : codecsMs / eachMs >= LEAST_OF_CODECS,
      budget: `at least ${LEAST_OF_CODECS} of its speed`,
    },
  ];
}

function processorMsEach(count: number, { plain, pictured }: BothBakes): number | null {
  if (plain.processorMs === null || pictured.processorMs === null) return null;
  return (pictured.processorMs - plain.processorMs) / count;
}

function aSecondBy(eachMs: number): string {
  return `${((PROCESSORS * 1000) / eachMs).toFixed(1)} a second`;
}
