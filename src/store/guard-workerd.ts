import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import { hearWorkerd } from "./workerd-processes.ts";

/**
 * Ends the processes that it was told of when its input ends, which it does with the process that
 * started it, even where that is killed. Text, because it runs in a process of its own.
 */
const WATCHER = `
const running = new Set();
let rest = "";
process.stdin.setEncoding("utf8").on("data", (text) => {
  const lines = (rest + text).split("\\n");
  rest = lines.pop();
  for (const line of lines) {
    if (line[0] === "+") running.add(Number(line.slice(1)));
    else running.delete(Number(line.slice(1)));
  }
}).on("close", () => {
  for (const pid of running) try { process.kill(pid, "SIGKILL"); } catch {}
});
`;

let isGuarding = false;

/** From now on no workerd that this process starts outlives it, however it ends. */
export function guardWorkerd(): void {
  if (isGuarding) return;
  isGuarding = true;
  const running = new Set<ChildProcess>();
  const tell = keepWatcher(() => [...running].map(started).join(""));
  process.on("exit", () => {
    for (const child of running) child.kill("SIGKILL");
  });
  hearWorkerd((workerd) => {
    running.add(workerd);
    tell(started(workerd));
    workerd.once("exit", () => {
      running.delete(workerd);
      tell(`-${workerd.pid}\n`);
    });
  });
}

function started({ pid }: ChildProcess): string {
  return `+${pid}\n`;
}

/** Keeps a watcher running; one that is started anew is told of all that runs. */
function keepWatcher(running: () => string): (line: string) => void {
  let input = startWatcher(restart);
  function restart(): void {
    input = startWatcher(restart);
    input.write(running());
  }
  return (line) => void input.write(line);
}

/** Starts the watcher, in a group of its own: Ctrl+C is meant for this process, which then ends it. */
function startWatcher(ended: () => void): Socket {
  const watcher = spawn(process.execPath, ["-e", WATCHER], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    windowsHide: true,
  });
  const input = watcher.stdin as Socket;
  // One that cannot be started is not tried again: nothing is lost but the guard.
  watcher.on("error", () => undefined);
  watcher.once("exit", ended);
  input.on("error", () => undefined);
  watcher.unref();
  input.unref();
  return input;
}
