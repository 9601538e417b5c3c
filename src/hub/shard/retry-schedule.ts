const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** After which a callback that failed is tried again, time after time: nine hours in all. */
const PAUSES_MS = [
  MINUTE_MS / 2,
  2 * MINUTE_MS,
  8 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
] as const;

/** When a callback is tried again after so many attempts; null: not before the next edition. */
export function nextAttempt(attempts: number, nowMs: number): number | null {
  const pauseMs = PAUSES_MS[attempts - 1];
  return pauseMs === undefined ? null : nowMs + pauseMs;
}
