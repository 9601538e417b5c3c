import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What the system tells of a process. */
export interface ProcessFacts {
  readonly parent: number;
  /** When it started, in a unit of the system's own: a process that has the same id later has another. */
  readonly started: number;
  /** The name of its program, cut short by some systems. */
  readonly program: string;
}

/** The facts of a process that runs; null where there is none, or the system does not tell. */
export function processFacts(pid: number): ProcessFacts | null {
  if (process.platform === "linux") return factsOfProc(pid);
  return process.platform === "win32" ? null : factsOfPs(pid);
}

/** Whether a process of that id runs, whoever started it. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** Fields 2, 3, 4 and 22 of proc_pid_stat(5). The name is in brackets and may hold any character. */
function factsOfProc(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const end = stat.lastIndexOf(")");
    const fields = stat.slice(end + 2).split(" ");
    // One that ended, but whose parent has not asked for its exit code yet.
    if (fields[0] === "Z") return null;
    return {
      parent: Number(fields[1]),
      started: Number(fields[19]),
      program: stat.slice(stat.indexOf("(") + 1, end),
    };
  } catch {
    return null;
  }
}

function factsOfPs(pid: number): ProcessFacts | null {
  const { stdout } = spawnSync("ps", ["-o", "ppid=,lstart=,comm=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  const found = /^\s*(\d+)\s+(\w+ \w+\s+\d+ [\d:]+ \d+)\s+(.*)$/.exec(stdout?.trimEnd() ?? "");
  if (!found) return null;
  const [, parent, started = "", program = ""] = found;
  return { parent: Number(parent), started: Date.parse(started) / 1000, program };
}
