import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Writes what an installed package is held to: the lock file of `root` without what only the repository
 * needs. npm leaves that out by itself, given a manifest that does not name it, and asks no registry.
 */
export function writeShrinkwrap(root: string, shrinkwrap: string): void {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-shrinkwrap-"));
  try {
    const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    for (const name of ["package-lock.json", ".npmrc"]) copyFileSync(join(root, name), join(folder, name));
    runNpm(["install", "--package-lock-only", "--offline", "--ignore-scripts"], folder);
    copyFileSync(join(folder, "package-lock.json"), shrinkwrap);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the npm that runs this, without the flags that it was given itself. */
function runNpm(args: readonly string[], cwd: string): void {
  const { npm_execpath: npm } = process.env;
  if (npm === undefined) throw new Error("run by npm, as a script of package.json");
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)));
  const { status, stderr } = spawnSync(process.execPath, [npm, ...args], { cwd, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm cannot make the shrinkwrap: ${stderr}`);
}
