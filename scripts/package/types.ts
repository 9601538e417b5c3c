import { spawnSync } from "node:child_process";
import { renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { renderFeedSchema } from "../../src/render/feeds/feed-schema.ts";
import { ROOT } from "./root.ts";

const OPTIONS = "--declaration --emitDeclarationOnly --strict --target es2024 --module nodenext --types";

/** What others read of a package: a source that needs no other file, and the name of its declarations. */
const DECLARED = [
  ["src/command/reports/json-reports.ts", "reports"],
  ["src/render/feeds/json-feed-types.ts", "json-feed"],
] as const;

/**
 * Writes the declarations of what commands print as JSON, and of a site's JSON Feeds, with the schema of
 * these. They are named as those of a CommonJS module, which ES modules may name the types of as well, but
 * not the other way round.
 */
export function writeTypes(dist: string): void {
  for (const [source, name] of DECLARED) declare(source, name, dist);
  writeFileSync(join(dist, "feed.schema.json"), renderFeedSchema());
}

function declare(source: string, name: string, dist: string): void {
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const args = [tsc, join(ROOT, source), "--ignoreConfig", "--outDir", dist, ...OPTIONS.split(" "), ""];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`tsc cannot write the declarations: ${stdout}`);
  renameSync(join(dist, `${basename(source, ".ts")}.d.ts`), join(dist, `${name}.d.cts`));
}
