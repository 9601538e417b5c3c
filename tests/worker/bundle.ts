import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";
import { build, stop } from "esbuild";

/** Where workers begin: the edge alone, and with a hub. */
const ENTRIES = {
  edge: fileURLToPath(new URL("../../src/worker/app.ts", import.meta.url)),
  "with hub": fileURLToPath(new URL("../../src/worker-with-hub.ts", import.meta.url)),
};

/** A deliberate change of one source file, by the text that it replaces. */
export interface Patch {
  /** Path below src. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Bundles the worker as a deployment does; with a patch, as a deployment with that defect. */
export async function bundleWorker(patch?: Patch, entry: keyof typeof ENTRIES = "edge"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRIES[entry]],
    bundle: true,
    write: false,
    external: ["cloudflare:*"],
    format: "esm",
    target: "es2024",
    ...(patch && { plugins: [patching(patch)] }),
  });
  // esbuild's own process would outlive the tests and complain.
  await stop();
  return outputFiles[0]?.text ?? "";
}

/** Replaces a text that must be there once, in a file that must be part of the worker. */
function patching({ file, from, to }: Patch): Plugin {
  return {
    name: "patch",
    setup({ onLoad, onEnd }) {
      let patched = false;
      onLoad({ filter: new RegExp(`/src/${file.replaceAll(".", "\\.")}$`) }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        if (text.split(from).length !== 2) throw new Error(`not once in ${path}: ${from}`);
        patched = true;
        return { contents: text.replace(from, () => to), loader: "ts" };
      });
      onEnd(() => {
        if (!patched) throw new Error(`${file} is not part of the worker`);
      });
    },
  };
}
