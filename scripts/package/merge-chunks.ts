import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { BuildOptions, Metafile } from "esbuild";
import { build } from "esbuild";

/** What a build made: the modules of a folder that load each other. */
type Outputs = Metafile["outputs"];

/** How an import of a chunk is written by esbuild. */
const IMPORT = /import (?:\{([^}]*)\} from )?"\.\/([^"]+)";/g;

/**
 * Puts chunks that are loaded together into one file: finding, reading and linking a module takes a
 * quarter of a millisecond, and a bake would need seventy. `wholes` are entry points, those that load
 * least first: what one of them loads and none before it, and none of `apart`, becomes one file.
 */
export async function mergeChunks(
  dist: string,
  outputs: Outputs,
  { wholes, apart }: { readonly wholes: readonly string[]; readonly apart: readonly string[] },
  options: BuildOptions,
): Promise<void> {
  const modules = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const done = loadedBy(modules, apart);
  for (const whole of wholes) {
    const loaded = [...loadedBy(modules, [whole])].filter((name) => !done.has(name));
    for (const name of loaded) done.add(name);
    const chunks = loaded.filter((name) => modules.get(name)?.entryPoint === undefined);
    if (chunks.length > 1) await merge(dist, chunks, modules, options);
  }
}

/** All that is loaded with the modules that are built of some files. */
function loadedBy(modules: ReadonlyMap<string, Outputs[string]>, files: readonly string[]): Set<string> {
  const loaded = new Set<string>();
  const load = (name: string) => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const { path, kind } of modules.get(name)?.imports ?? []) {
      if (kind === "import-statement" && modules.has(basename(path))) load(basename(path));
    }
  };
  for (const [name, { entryPoint }] of modules) if (files.includes(entryPoint ?? "")) load(name);
  return loaded;
}

async function merge(
  dist: string,
  chunks: readonly string[],
  modules: ReadonlyMap<string, Outputs[string]>,
  options: BuildOptions,
): Promise<void> {
  // Two chunks may give different things by one name.
  const nameIn = (chunk: string, name: string) => `m${chunks.indexOf(chunk)}_${name}`;
  const exports = chunks.flatMap((chunk) =>
    (modules.get(chunk)?.exports ?? []).map(
      (name) => `export { ${name} as ${nameIn(chunk, name)} } from "./${chunk}";`,
    ),
  );
  const others = readdirSync(dist).filter((name) => name.endsWith(".js") && !chunks.includes(name));
  const { metafile } = await build({
    ...options,
    // Of which its comments tell.
    absWorkingDir: dist,
    stdin: { contents: exports.join("\n"), resolveDir: dist },
    outdir: dist,
    entryNames: "together-[hash]",
    external: others.map((name) => `./${name}`),
    packages: "external",
    metafile: true,
  });
  const [made = ""] = Object.keys(metafile.outputs).map((path) => basename(path));
  for (const chunk of chunks) rmSync(join(dist, chunk));
  for (const name of others) {
    const file = join(dist, name);
    const code = readFileSync(file, "utf8");
    const merged = code.replace(IMPORT, (whole, names: string | undefined, chunk: string) => {
      if (!chunks.includes(chunk)) return whole;
      if (names === undefined) return `import "./${made}";`;
      const from = names.replace(/([\w$]+)( as [\w$]+)?/g, (_, name: string, as = ` as ${name}`) => {
        return `${nameIn(chunk, name)}${as}`;
      });
      return `import {${from}} from "./${made}";`;
    });
    if (merged !== code) writeFileSync(file, merged);
  }
}
