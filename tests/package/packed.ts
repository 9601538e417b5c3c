import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { copyRepository } from "./repository-copy.ts";
import { runShell } from "./run-shell.ts";

const TOLD = v.tuple([
  v.object({
    filename: v.string(),
    size: v.number(),
    files: v.array(v.object({ path: v.string(), mode: v.number() })),
  }),
]);

/** What `npm pack` made, and said of it. */
export interface Packed {
  readonly tarball: string;
  readonly sizeBytes: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  /** The copy of the repository that it was made in. */
  readonly repository: string;
}

/** Packs a copy of the repository, as another version where one is named. */
export async function packRepository(folder: string, version?: string): Promise<Packed> {
  const repository = copyRepository(folder);
  if (version !== undefined) {
    for (const name of ["package.json", "package-lock.json"]) {
      const file = join(repository, name);
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(/"version": "[^"]+"/, `"version": "${version}"`),
      );
    }
  }
  const { exitCode, stdout, stderr } = await runShell({ folder: repository }, "npm pack --json");
  if (exitCode !== 0) throw new Error(`npm pack ended with ${exitCode}: ${stderr}`);
  const [{ filename, size, files }] = v.parse(TOLD, JSON.parse(stdout));
  return { tarball: join(repository, filename), sizeBytes: size, files, repository };
}
