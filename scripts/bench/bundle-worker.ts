import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { wranglerProgram } from "../../src/command/stores/wrangler.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A file of the repository, or a script of its own. */
export type WorkerSource = { readonly path: string } | { readonly source: string };

/** Bundles a worker as a deployment does; gives its one module. */
export function bundleWorker(folder: string, worker: WorkerSource, name: string): string {
  const file = name.replace(/\W+/g, "-");
  const out = join(folder, file);
  const own = join(ROOT, `node_modules/.cache/bench-${file}.ts`);
  const main = "path" in worker ? join(ROOT, worker.path) : own;
  if ("source" in worker) {
    mkdirSync(dirname(own), { recursive: true });
    writeFileSync(own, worker.source);
  }
  const config = join(folder, "wrangler.toml");
  writeFileSync(
    config,
    `name = "bench"\nmain = ${JSON.stringify(main)}\ncompatibility_date = "2026-10-01"\nsend_metrics = false\n`,
  );
  const args = [wranglerProgram(), "deploy", "--dry-run", "--minify", "--outdir", out, "-c", config];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
  if ("source" in worker) rmSync(own, { force: true });
  if (status !== 0) throw new Error(`cannot bundle ${name}: ${stderr}`);
  return readFileSync(join(out, `${parse(main).name}.js`), "utf8");
}
