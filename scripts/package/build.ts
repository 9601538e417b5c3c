import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Plugin } from "esbuild";
import { build } from "esbuild";
import { mergeChunks } from "./merge-chunks.ts";
import { ROOT } from "./root.ts";

const SRC = join(ROOT, "src");

/** A file beside a module, which it reads or runs by its path. */
const FILE_BESIDE = /new URL\("([^"]+)", import\.meta\.url\)/g;

/**
 * Builds what is installed, into a new folder: the program as plain JavaScript in modules that load when
 * they are needed, and the worker, without a hub and with it, each in one module as small as it is deployed. Libraries stay imports.
 */
export async function buildPackage(dist: string): Promise<void> {
  await buildModules(dist, [join(SRC, "feedwright.ts")]);
  for (const { file, folder, name } of WORKERS) {
    await build({
      ...EVERY_BUILD,
      entryPoints: [{ in: join(SRC, file), out: name }],
      // In a folder of its own: wrangler takes what lies beside a worker for its modules.
      outdir: join(dist, folder),
      // What wrangler bundles with.
      conditions: ["workerd", "worker", "browser"],
      external: ["cloudflare:*"],
      minify: true,
      target: "es2024",
    });
  }
  // The one library that is in what is built.
  cpSync(join(ROOT, "node_modules/hono/LICENSE"), join(dist, "hono.LICENSE"));
}

/** Builds programs and the threads that they start. */
export async function buildModules(dist: string, entryPoints: readonly string[]): Promise<void> {
  const options = { ...EVERY_BUILD, platform: "node", target: "node22" } as const;
  const { metafile } = await build({
    ...options,
    entryPoints: [...entryPoints, join(SRC, "command/threads/thread.ts")],
    outdir: dist,
    // All in one folder, so that a path from one module holds in every other one.
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    splitting: true,
    packages: "external",
    metafile: true,
    plugins: [filesBeside(dist)],
  });
  await mergeChunks(dist, metafile.outputs, TOGETHER, options);
}

/** A bake that has nothing to do, then one that has; threads load nothing but what their task needs. */
const TOGETHER = {
  wholes: ["src/feedwright.ts", "src/command/bake/run-bake.ts", "src/command/bake/bake-anew.ts"],
  apart: ["src/command/threads/parse-in-thread.ts", "src/command/threads/compress-parts.ts"],
};

/** The worker of every site, and that of a site with a hub. */
const WORKERS = [
  { file: "worker/app.ts", folder: "worker", name: "app" },
  { file: "worker-with-hub.ts", folder: "hub", name: "worker" },
] as const;

const EVERY_BUILD = {
  absWorkingDir: ROOT,
  bundle: true,
  format: "esm",
  logLevel: "warning",
  legalComments: "inline",
} as const;

/** Has a module find the files beside it from where it is built to. Those that are not built are copied. */
function filesBeside(dist: string): Plugin {
  return {
    name: "files beside",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const contents = readFileSync(path, "utf8").replace(FILE_BESIDE, (_, name: string) => {
          const file = join(dirname(path), name);
          return `new URL(${JSON.stringify(`./${builtPath(file, dist)}`)}, import.meta.url)`;
        });
        return { contents, loader: "ts" };
      });
    },
  };
}

/** Where a file is, seen from the folder of all modules. */
function builtPath(file: string, dist: string): string {
  const path = relative(SRC, file);
  if (path === "") return "";
  // What is built lies in the package as the sources do in the repository.
  if (path.startsWith("..")) return path.split(sep).join("/");
  if (path.endsWith(".ts")) return path.slice(path.lastIndexOf(sep) + 1).replace(/\.ts$/, ".js");
  mkdirSync(join(dist, dirname(path)), { recursive: true });
  cpSync(file, join(dist, path));
  return path.split(sep).join("/");
}
