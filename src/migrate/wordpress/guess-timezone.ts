import { Temporal } from "temporal-polyfill";
import type { EpochSeconds } from "../../article/values.ts";

/** The zones that most sites are in: where several show the same clock, one of these is meant. */
const LIKELY =
  "Europe/London Europe/Berlin America/New_York America/Chicago America/Denver America/Los_Angeles Europe/Helsinki Asia/Kolkata Asia/Tokyo Asia/Shanghai Australia/Sydney America/Sao_Paulo Europe/Moscow Pacific/Auckland";

/** A moment, and how far the clock of the old site was from UTC. */
export interface ClockSample {
  readonly at: EpochSeconds;
  readonly offsetSeconds: number;
}

/** So many of the clocks have to agree: posts that came from elsewhere have others. */
const MOST_OF = 0.6;

/** The zone in which most clocks showed what they did; null where there is none. Asked of a few dozen. */
export function guessTimezone(samples: readonly ClockSample[]): string | null {
  const least = Math.max(1, samples.length * MOST_OF);
  if (samples.length === 0) return null;
  if (samples.every(({ offsetSeconds }) => offsetSeconds === 0)) return "UTC";
  let best: string | null = null;
  let most = least - 1e-9;
  for (const zone of [...LIKELY.split(" "), ...Intl.supportedValuesOf("timeZone")]) {
    const agreeing = samples.filter(({ at, offsetSeconds }) => offsetOf(zone, at) === offsetSeconds).length;
    if (agreeing > most) {
      best = zone;
      most = agreeing;
    }
    if (most === samples.length) break;
  }
  return best;
}

function offsetOf(zone: string, at: EpochSeconds): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1e9;
}
