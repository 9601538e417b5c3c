import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ENTRY = fileURLToPath(new URL("../../src/worker/index.ts", import.meta.url));

/** A deliberate change of one source file, by the text that it replaces. */
export interface Patch {
  /** Path below src. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Bundles the worker as a deployment does; with a patch, as a deployment with that defect. */
export async function bundleWorker(patch?: Patch): Promise<string> {
  let patched = false;
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    plugins: [
      {
        name: "patch",
        setup({ onLoad }) {
          if (!patch) return;
          onLoad({ filter: new RegExp(`/src/${patch.file.replaceAll(".", "\\.")}$`) }, ({ path }) => {
            const text = readFileSync(path, "utf8");
            if (text.split(patch.from).length !== 2) throw new Error(`not once in ${path}: ${patch.from}`);
            patched = true;
            return { contents: text.replace(patch.from, () => patch.to), loader: "ts" };
          });
        },
      },
    ],
  });
  if (patch && !patched) throw new Error(`${patch.file} is not part of the worker`);
  return outputFiles[0]?.text ?? "";
}
