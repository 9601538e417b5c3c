import type { EpochSeconds } from "../../article/values.ts";

/** What `git log` is asked to print for `firstCommits`. */
export const GIT_LOG_FORMAT = [
  "--format=%x01%at",
  "--name-status",
  "--find-renames",
  "--diff-filter=AR",
  "-z",
] as const;

/**
 * Reads from a log, newest commit first, when each of these files was first committed, also under
 * names that it had before. Takes the log's length, and no more.
 */
export function firstCommits(log: string, paths: Iterable<string>): ReadonlyMap<string, EpochSeconds> {
  /** The names that files have at this place of the log, and the files of today that they lead to. */
  const names = new Map([...paths].map((path) => [path, path]));
  const dates = new Map<string, EpochSeconds>();
  let at: EpochSeconds | null = null;
  const parts = log.split("\0").values();
  for (const part of parts) {
    const [, seconds] = /^\n?\u0001(-?\d+)/.exec(part) ?? [];
    if (seconds !== undefined) at = Number(seconds);
    const status = part.replace(/^\n?\u0001[^\n]*/, "").trim();
    if (status === "A") {
      const today = names.get(parts.next().value ?? "");
      if (today !== undefined && at !== null) dates.set(today, at);
    } else if (/^R\d*$/.test(status)) {
      const [before = "", after = ""] = [parts.next().value, parts.next().value];
      const today = names.get(after);
      if (today !== undefined && !names.has(before)) names.set(before, today);
    }
  }
  return dates;
}
