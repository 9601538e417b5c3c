import { spawnSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.ts";

const OPTIONS = "--declaration --emitDeclarationOnly --strict --target es2024 --module nodenext --types";

/**
 * Writes the declarations of what commands print as JSON, which need no other file. They are named as those
 * of a CommonJS module, which ES modules may name the types of as well, but not the other way round.
 */
export function writeTypes(dist: string): void {
  const source = join(ROOT, "src/command/reports/json-reports.ts");
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const args = [tsc, source, "--ignoreConfig", "--outDir", dist, ...OPTIONS.split(" "), ""];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`tsc cannot write the declarations: ${stdout}`);
  renameSync(join(dist, "json-reports.d.ts"), join(dist, "reports.d.cts"));
}
