import type { ChildProcess, SpawnOptions } from "node:child_process";
import { spawn } from "node:child_process";
import { basename, dirname, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** How npm ended. */
export interface NpmOutcome {
  readonly isDone: boolean;
  /** What it said of a fault, in one line. */
  readonly reason: string;
}

/** Runs npm in a folder, without the flags that were meant for the npm that runs this. */
export async function runNpm(
  args: readonly string[],
  folder: string,
  environment: Environment,
): Promise<NpmOutcome> {
  const own = Object.entries(environment).filter(([name]) => !/^npm_config_/i.test(name));
  const child = spawnNpm(args, environment, {
    cwd: folder,
    env: Object.fromEntries(own),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve) => {
    child.once("error", ({ message }) =>
      resolve({ isDone: false, reason: /ENOENT/.test(message) ? "it is not installed" : message }),
    );
    child.once("close", (code) => resolve({ isDone: code === 0, reason: reasonIn(said) }));
  });
}

/** npm tells the programs that it runs where it lies; elsewhere it is looked for like any other. */
function spawnNpm(args: readonly string[], environment: Environment, options: SpawnOptions): ChildProcess {
  const { npm_execpath: running = "" } = environment;
  if (/^np[mx]-cli\.[cm]?js$/.test(basename(running))) {
    const cli = join(dirname(running), basename(running).replace("npx", "npm"));
    return spawn(process.execPath, [cli, ...args], options);
  }
  if (process.platform !== "win32") return spawn("npm", args, options);
  // There it is a script of the shell.
  return spawn(["npm", ...args.map((arg) => `"${arg}"`)].join(" "), { ...options, shell: true });
}

/** The first line that tells more than a code. */
function reasonIn(said: string): string {
  const lines = said.split("\n").map((line) => line.replace(/^npm (?:error|ERR!) ?/, "").trim());
  return lines.find((line) => line !== "" && !/^(?:code|errno|npm )/.test(line)) ?? "it said nothing";
}
