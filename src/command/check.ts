import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { commandLine, EXIT, parseFlags } from "./flags/flags.ts";
import type { Setting } from "./flags/setting.ts";
import { wranglerProgram } from "./stores/wrangler.ts";

/** The worker's bundle, minified and gzipped, may be this large. */
export const MAX_BUNDLE_BYTES = 16_000;

/** Programs by their paths in the repository: on Windows none is found by its name. */
const STEPS = [
  {
    name: "format and lint",
    command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."],
  },
  { name: "types", command: ["node_modules/typescript/bin/tsc", "-b"] },
] as const;

/** `npm run check`: format, lint, types, size of the worker's bundle. Gives the exit code. */
export async function runCheck(args: readonly string[], setting: Setting): Promise<number> {
  parseFlags(
    commandLine("check", "Checks format, lint, types and the size of the worker's bundle.", setting),
    args,
  );
  const failed = STEPS.filter(({ name, command }) => {
    process.stdout.write(`\n${name}\n`);
    return spawnSync(process.execPath, command, { stdio: "inherit" }).status !== 0;
  });
  const bytes = bundleBytes();
  process.stdout.write(
    `\nbundle: ${bytes ?? "failed"} of at most ${MAX_BUNDLE_BYTES} bytes, minified and gzipped\n`,
  );
  return failed.length === 0 && bytes !== null && bytes <= MAX_BUNDLE_BYTES ? EXIT.done : EXIT.refused;
}

/** Bundles the worker as a deployment does, without deploying. Null where that fails. */
export function bundleBytes(): number | null {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-bundle-"));
  try {
    const args = [wranglerProgram(), "deploy", "--dry-run", "--minify", "--outdir", folder];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status === 0) return gzipSync(readFileSync(join(folder, "app.js"))).byteLength;
    process.stderr.write(stderr);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
