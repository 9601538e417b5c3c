import type { ChildProcess } from "node:child_process";
import { subscribe } from "node:diagnostics_channel";
import { basename } from "node:path";

/**
 * Tells of every workerd that this process starts from now on, as soon as it runs. Miniflare starts them,
 * and starts one anew that ends by itself, so they are found by what Node tells of new processes
 * (https://nodejs.org/api/diagnostics_channel.html, `child_process`).
 */
export function hearWorkerd(started: (workerd: ChildProcess) => void): void {
  subscribe("child_process", (message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    child.once("spawn", () => {
      if (basename(child.spawnfile).startsWith("workerd")) started(child);
    });
  });
}
