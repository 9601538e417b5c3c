import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the code lies: its rooms, or what was built of them. */
const CODE = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The worker with a hub as one module: as it was built for the package, or bundled now from its source. A
 * site that has no hub is served by it as by the worker without.
 */
export async function workerScript(): Promise<string> {
  const built = join(CODE, "hub/worker.js");
  if (existsSync(built)) return readFileSync(built, "utf8");
  const { build, stop } = await import("esbuild");
  try {
    const { outputFiles } = await build({
      entryPoints: [join(CODE, "worker-with-hub.ts")],
      bundle: true,
      write: false,
      external: ["cloudflare:*"],
      format: "esm",
      target: "es2024",
    });
    return outputFiles[0]?.text ?? "";
  } finally {
    // A process of its own, which waits for more.
    await stop();
  }
}
