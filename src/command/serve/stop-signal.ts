import { isRunning, processFacts } from "../../store/process-facts.ts";
import type { Setting } from "../flags/setting.ts";
import { isNpmRun } from "../flags/setting.ts";
import { STOP_SIGNALS } from "./own-signals.ts";

/** How often it is looked whether npm is still there, in milliseconds. */
const LOOK_MS = 500;

/** The shells that npm starts a script in. */
const SHELLS = /^(?:.*\/)?-?(?:sh|dash|bash|zsh|ash|busybox)$/;

/**
 * Given off when the process is told to stop; a second time stops it at once. Also when the npm that
 * started it is gone: killed, it has no time to say so, and its shell does not pass on what it is told.
 */
export function stopSignal(name: string, setting: Setting): AbortSignal {
  const controller = new AbortController();
  for (const signal of STOP_SIGNALS) process.once(signal, () => controller.abort());
  const starters = isNpmRun(name, setting) || isNpmRun("npx", setting) ? startersOf(process.ppid) : [];
  if (starters.length > 0) {
    const look = setInterval(() => {
      if (starters.every(isRunning)) return;
      clearInterval(look);
      controller.abort();
    }, LOOK_MS);
    look.unref();
  }
  return controller.signal;
}

/** Kept once it is given off. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

/** Npm, and the shell between it and this process where there is one. */
function startersOf(parent: number): number[] {
  const facts = processFacts(parent);
  return facts !== null && SHELLS.test(facts.program) ? [parent, facts.parent] : [parent];
}
