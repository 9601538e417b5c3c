import { expect } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { runHere } from "./run-here.ts";
import { startServing } from "./serving-process.ts";

/** A way in which something that serves ends. */
export interface Ending {
  readonly name: string;
  readonly command: "serve" | "start" | "dev";
  readonly by: "npm" | "node";
  readonly signal: NodeJS.Signals;
  /** Who gets the signal. */
  readonly to: "first" | "command";
  /** Where a signal is obeyed. */
  readonly exitCode?: number;
}

/** Serves a small site, ends it, and sees that nothing of it is left. */
export async function endAndLook({ command, by, signal, to, exitCode }: Ending): Promise<void> {
  const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
  const flags = ["--content", content, "--persist-to", temporaryFolder()];
  if (command === "serve") expect((await runHere("bake", flags)).exitCode).toBe(0);
  const serving = await startServing(command, by, ...flags);
  process.kill(serving[to], signal);
  const code = await serving.ended;
  if (exitCode !== undefined) expect(code).toBe(exitCode);
  await serving.leavesNothing();
}
