import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";

/** The middle of some numbers; of an even count the lower middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

/** GNU time, which tells the peak memory of what it runs, in KiB, and its processor time, in seconds. */
const TIME = "/usr/bin/time";
const FIGURES = "%M %U %S";
const watched = spawnSync(TIME, ["-f", FIGURES, "true"]).status === 0;

/** What to install where memory cannot be watched; null where it can. */
export const INSTALL_TIME = watched ? null : "apt-get install time";

/** A command that ran to its end. */
export interface Run {
  /** Wall time, start of the process included. */
  readonly timeMs: number;
  /** Null where GNU time is not installed. */
  readonly peakMegabytes: number | null;
  /** Of all its threads: steadier than the clock where others are at work. Not there without GNU time. */
  readonly processorMs?: number;
  readonly stdout: string;
}

/** Runs a command to its end; null where it failed, once the end of what it said is repeated. */
export function runOnce(command: readonly string[], cwd: string): Run | null {
  const [program = "", ...args] = watched ? [TIME, "-f", FIGURES, ...command] : command;
  const started = performance.now();
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: "true", ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const timeMs = performance.now() - started;
  if (status !== 0) {
    process.stderr.write(`${command.join(" ")}: ${error?.message ?? `ended with ${status}`}\n`);
    process.stderr.write((stderr ?? "").slice(-2000));
    return null;
  }
  const figures = watched ? (stderr.trim().split("\n").at(-1)?.split(" ").map(Number) ?? []) : [];
  const [peak = Number.NaN, user = Number.NaN, system = Number.NaN] = figures;
  const processorMs = (user + system) * 1000;
  return {
    timeMs,
    peakMegabytes: Number.isFinite(peak) ? Math.round(peak / 1024) : null,
    ...(Number.isFinite(processorMs) && { processorMs }),
    stdout,
  };
}
