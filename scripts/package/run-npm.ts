import { spawnSync } from "node:child_process";

/**
 * Runs the npm that runs this, without the flags that it was given itself. `output` is where its standard
 * output goes. Throws where it fails.
 */
export function runNpm(args: readonly string[], cwd: string, output: "inherit" | "ignore" = "inherit"): void {
  const { npm_execpath: npm } = process.env;
  if (npm === undefined) throw new Error("run by npm, as a script of package.json");
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)));
  const { status } = spawnSync(process.execPath, [npm, ...args], {
    cwd,
    env,
    stdio: ["ignore", output, "inherit"],
  });
  if (status !== 0) throw new Error(`npm ${args[0]} failed`);
}
