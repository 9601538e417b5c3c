import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Setting } from "../flags/setting.ts";
import { Refusal } from "../reports/refusal.ts";
import { runNpm } from "./npm.ts";
import { PROGRAM_FOLDER } from "./program-folder.ts";

/**
 * Packs this program as npm does, and hands the tarball to `use`; it is gone afterwards. What is
 * installed can be packed again, and asks no registry. Throws `Refusal`.
 */
export async function withTarball<T>(
  { sample, environment }: Setting,
  use: (tarball: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-pack-"));
  try {
    const to = ["--pack-destination", folder];
    // Only in the repository is there anything to build.
    const args =
      sample === null ? ["pack", PROGRAM_FOLDER, "--ignore-scripts", ...to] : ["run", "package", "--", ...to];
    const { isDone, reason } = await runNpm(args, PROGRAM_FOLDER, environment);
    const [tarball] = readdirSync(folder);
    if (!isDone || tarball === undefined) throw new Refusal(`npm cannot pack Feedwright: ${reason}`);
    return await use(join(folder, tarball));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
