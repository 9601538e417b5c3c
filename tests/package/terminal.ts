import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../content-folder.ts";

const run = promisify(execFile);

/** How often the screen is looked at, in milliseconds. */
const LOOK_EVERY_MS = 100;

/** A program in a terminal of tmux, on a server of its own. */
export async function inTerminal(folder: string, command: string) {
  const socket = join(temporaryFolder(), "tmux");
  const codeFile = join(temporaryFolder(), "code");
  const tmux = async (...args: readonly string[]) => (await run("tmux", ["-S", socket, ...args])).stdout;
  // The shell stays when the program has ended, so that the screen can still be read.
  const script = `${command}; echo $? > ${codeFile}; exec sleep 600`;
  await tmux("-f", "/dev/null", "new-session", "-d", "-x", "140", "-y", "50", "-c", folder, script);
  onTestFinished(async () => void (await tmux("kill-server").catch(() => null)));
  const look = async (isDone: () => Promise<boolean>) => {
    while (!(await isDone())) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  };
  return {
    /** Waits until the screen shows a text. */
    sees: (text: string) => look(async () => (await tmux("capture-pane", "-p")).includes(text)),
    /** Types a line, and Enter. */
    type: (line: string) =>
      tmux("send-keys", ...(line === "" ? [] : ["-l", line, ";", "send-keys"]), "Enter"),
    press: (key: string) => tmux("send-keys", key),
    /** Waits for the program's end; its exit code. */
    async ended(): Promise<number> {
      await look(async () => existsSync(codeFile));
      return Number(readFileSync(codeFile, "utf8"));
    },
  };
}
