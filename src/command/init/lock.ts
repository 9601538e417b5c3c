import { hash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { NpmOutcome } from "./npm.ts";
import { runNpm } from "./npm.ts";
import { PROGRAM_FOLDER } from "./program-folder.ts";

const LOCK_FILE = "package-lock.json";
const LOCK = v.looseObject({
  packages: v.objectWithRest(
    { "": v.looseObject({ version: v.string() }) },
    v.record(v.string(), v.unknown()),
  ),
});

/** Flags that have npm write a lock file, install nothing, and ask no registry for what it knows. */
const FLAGS = ["--package-lock-only", "--ignore-scripts", "--prefer-offline", "--prefix", "."];

/**
 * Has npm write the lock file of a site that is run by a tarball of this program; `tarball` is its path
 * from the folder of the site on, with slashes. npm follows no shrinkwrap of a tarball on this machine,
 * so it is given the versions that this program was tested with, and leaves out what is too much. A lock
 * file that holds `others` too is added to.
 */
export async function writeLock(
  folder: string,
  tarball: string,
  { others }: { readonly others: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<NpmOutcome> {
  const file = join(folder, LOCK_FILE);
  const isOurs = !(others && existsSync(file));
  if (isOurs) writeFileSync(file, lockedLikeThis(tarball, readFileSync(join(folder, tarball))));
  const outcome = await runNpm(["install", ...FLAGS], folder, environment);
  if (isOurs && !outcome.isDone) rmSync(file);
  return outcome;
}

function lockedLikeThis(tarball: string, bytes: Uint8Array): string {
  const own = ["npm-shrinkwrap.json", LOCK_FILE].map((name) => join(PROGRAM_FOLDER, name)).find(existsSync);
  const { packages } = v.parse(LOCK, JSON.parse(own === undefined ? "{}" : readFileSync(own, "utf8")));
  const { "": program, ...libraries } = packages;
  const { name: _, devDependencies: __, ...manifest } = program;
  const integrity = `sha512-${hash("sha512", bytes, "base64")}`;
  const locked = { ...manifest, resolved: `file:${tarball}`, integrity };
  return JSON.stringify({
    lockfileVersion: 3,
    requires: true,
    packages: { ...libraries, "node_modules/feedwright": locked },
  });
}
