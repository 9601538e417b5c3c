import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, parse } from "node:path";
import { gzipSync } from "node:zlib";
import { commandLine, EXIT, parseFlags } from "./flags/flags.ts";
import type { Setting } from "./flags/setting.ts";
import { wranglerProgram } from "./stores/wrangler.ts";

/** The worker's bundle, minified and gzipped, may be this large. */
export const MAX_BUNDLE_BYTES = 16_000;

/** And so much more with a hub. */
export const MAX_HUB_BYTES = 10_900;

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
  const bundles = [
    { name: "bundle", bytes: bundleBytes(), most: MAX_BUNDLE_BYTES },
    {
      name: "with a hub",
      bytes: bundleBytes("src/worker-with-hub.ts"),
      most: MAX_BUNDLE_BYTES + MAX_HUB_BYTES,
    },
  ];
  process.stdout.write("\n");
  for (const { name, bytes, most } of bundles) {
    process.stdout.write(`${name}: ${bytes ?? "failed"} of at most ${most} bytes, minified and gzipped\n`);
  }
  const areSmall = bundles.every(({ bytes, most }) => bytes !== null && bytes <= most);
  return failed.length === 0 && areSmall ? EXIT.done : EXIT.refused;
}

/** Bundles a worker as a deployment does, without deploying. Null where that fails. */
export function bundleBytes(main = "src/worker/app.ts"): number | null {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-bundle-"));
  try {
    const args = [wranglerProgram(), "deploy", main, "--dry-run", "--minify", "--outdir", folder];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status === 0) return gzipSync(readFileSync(join(folder, `${parse(main).name}.js`))).byteLength;
    process.stderr.write(stderr);
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
