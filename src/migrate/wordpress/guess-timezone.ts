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

/** The zone in which every clock showed what it did; null where there is none. Asked of a few dozen. */
export function guessTimezone(samples: readonly ClockSample[]): string | null {
  if (samples.length === 0) return null;
  if (samples.every(({ offsetSeconds }) => offsetSeconds === 0)) return "UTC";
  const zones = [...LIKELY.split(" "), ...Intl.supportedValuesOf("timeZone")];
  return (
    zones.find((zone) => samples.every(({ at, offsetSeconds }) => offsetOf(zone, at) === offsetSeconds)) ??
    null
  );
}

function offsetOf(zone: string, at: EpochSeconds): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1e9;
}
