import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage } from "./build.ts";
import { ROOT } from "./root.ts";
import { runNpm } from "./run-npm.ts";
import { writeTypes } from "./types.ts";

/** What is packed as it lies in the repository. */
const COPIED = ["bin", "docs", "CHANGELOG.md", "LICENSE", "README.md"];

/**
 * Lays the package out in an empty folder: what is built, what is copied, and a manifest and a shrinkwrap
 * that name nothing that only the repository needs.
 */
export async function stagePackage(folder: string): Promise<void> {
  for (const name of COPIED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  const {
    scripts: _,
    devDependencies: __,
    ...manifest
  } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeShrinkwrap(folder);
  await buildPackage(join(folder, "dist"));
  writeTypes(join(folder, "dist"));
}

/**
 * Writes what npm holds an installed package to: the lock file of the repository, without what the
 * manifest does not name. npm leaves that out by itself, and asks no registry.
 */
function writeShrinkwrap(folder: string): void {
  const lock = join(folder, "package-lock.json");
  cpSync(join(ROOT, "package-lock.json"), lock);
  const flags = ["--package-lock-only", "--offline", "--ignore-scripts", "--omit-lockfile-registry-resolved"];
  // What `npm pack` says on standard output may be read by a program.
  runNpm(["install", "--loglevel=error", ...flags], folder, "ignore");
  renameSync(lock, join(folder, "npm-shrinkwrap.json"));
}
