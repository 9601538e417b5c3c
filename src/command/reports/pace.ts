import { numberText } from "./number-text.ts";

/** So much of a stage was done at a moment. */
export interface Mark {
  readonly atMs: number;
  readonly done: number;
}

/** A pace is that of the last seconds: a store that slows down is told as it is now. */
const WINDOW_MS = 15_000;

/**
 * Adds a mark and forgets what lies before the window, but for the last mark before it: batches may
 * come further apart than the window is long.
 */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const first = marks.findLastIndex(({ atMs }) => atMs <= mark.atMs - WINDOW_MS);
  return [...marks.slice(Math.max(0, first)), mark];
}

/** How far a stage is: `1,200 of 5,000 (300/s, 13 s left)`. Without a pace while there is none yet. */
export function paceText(marks: readonly Mark[], total: number): string {
  const [first, last] = [marks[0], marks.at(-1)];
  const far = `${numberText(last?.done ?? 0)} of ${numberText(total)}`;
  if (!first || !last || last.atMs <= first.atMs || last.done <= first.done) return far;
  const perSecond = ((last.done - first.done) / (last.atMs - first.atMs)) * 1000;
  const secondsLeft = Math.ceil(Math.max(0, total - last.done) / perSecond);
  const rate = perSecond < 10 ? perSecond.toFixed(1) : numberText(Math.round(perSecond));
  return `${far} (${rate}/s, ${durationText(secondsLeft)} left)`;
}

function durationText(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${numberText(Math.round(seconds / 60))} min`;
}
