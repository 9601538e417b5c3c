import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/** What some runs of one thing took. Times in milliseconds. */
export interface Measured {
  readonly medianMs: number;
  readonly leastMs: number;
  readonly mostMs: number;
  /** Peak resident memory of the largest run, in megabytes; null where it was not watched. */
  readonly peakMegabytes: number | null;
}

/** The middle of some numbers; of an even count the lower middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** Sums runs up. */
export function measured(timesMs: readonly number[], peakMegabytes: number | null): Measured {
  return {
    medianMs: median(timesMs),
    leastMs: Math.min(...timesMs),
    mostMs: Math.max(...timesMs),
    peakMegabytes,
  };
}

/** Runs a command to its end; null where it failed. Wall time, start of the process included. */
export function runOnce(
  command: readonly string[],
  cwd: string,
): { readonly timeMs: number; readonly peakMegabytes: number | null; readonly stdout: string } | null {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync("/usr/bin/time", ["-f", "%M", ...command], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: "true", ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const timeMs = performance.now() - started;
  if (status !== 0) {
    process.stderr.write(stderr.slice(-2000));
    return null;
  }
  const peak = Number(stderr.trim().split("\n").at(-1));
  return { timeMs, peakMegabytes: Number.isFinite(peak) ? Math.round(peak / 1024) : null, stdout };
}
