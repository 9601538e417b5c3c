import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Wrangler's own program, which runs on the Node that runs this. */
export function wranglerProgram(): string {
  return join(dirname(createRequire(import.meta.url).resolve("wrangler/package.json")), "bin/wrangler.js");
}

/** Asks wrangler for JSON; null where it has none to give, such as without a login. */
export async function askWrangler(args: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [wranglerProgram(), ...args, "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, WRANGLER_HIDE_BANNER: "true" },
  });
  let stdout = "";
  child.stdout.on("data", (data: Buffer) => {
    stdout += data;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    return exitCode === 0 ? JSON.parse(stdout) : null;
  } catch {
    return null;
  }
}
