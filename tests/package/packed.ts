import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
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

/** What `npm run package` made, and said of it. */
export interface Packed {
  readonly tarball: string;
  readonly sizeBytes: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  /** The copy of the repository that it was made in. */
  readonly repository: string;
  /** What is in it, unpacked. Beside it are the libraries. */
  readonly unpacked: string;
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
  const line = `npm run --silent package -- --json --pack-destination ${folder}`;
  const { exitCode, stdout, stderr } = await runShell({ folder: repository }, line);
  if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}: ${stderr}`);
  const [{ filename, size, files }] = v.parse(TOLD, JSON.parse(stdout));
  const tarball = join(folder, filename);
  const { status } = spawnSync("tar", ["-xzf", tarball], { cwd: folder });
  if (status !== 0) throw new Error(`${tarball} cannot be unpacked`);
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  return { tarball, sizeBytes: size, files, repository, unpacked: join(folder, "package") };
}
