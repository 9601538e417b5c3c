import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StoreError } from "../../store/store.ts";

/** Wrangler's own program, which runs on the Node that runs this. Throws `StoreError` where there is none. */
export function wranglerProgram(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("wrangler/package.json")), "bin/wrangler.js");
  } catch (cause) {
    throw new StoreError(
      "this needs wrangler, Cloudflare's own tool, which is not installed here; " +
        "with CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, bake --remote works without it",
      { cause },
    );
  }
}

/** How wrangler ended, and what it said. */
export interface WranglerOutcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs wrangler unattended and keeps what it says. */
export async function runWrangler(args: readonly string[]): Promise<WranglerOutcome> {
  const child = spawn(process.execPath, [wranglerProgram(), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, WRANGLER_HIDE_BANNER: "true" },
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, ...said };
}

/** Asks wrangler for JSON; null where it has none to give, such as without a login. */
export async function askWrangler(args: readonly string[]): Promise<unknown> {
  const { exitCode, stdout } = await runWrangler([...args, "--json"]);
  try {
    return exitCode === 0 ? JSON.parse(stdout) : null;
  } catch {
    return null;
  }
}
