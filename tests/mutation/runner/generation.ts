import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CollectedTest } from "./collect.ts";
import { collectTests } from "./collect.ts";

const VITEST = new URL("./vitest.ts", import.meta.url).href;

let newest = 1;

/**
 * Lets the files of the repository at `root` be loaded anew by each generation; packages are loaded once. Must
 * be called once, before any of them is.
 */
export function loadGenerations(root: string): void {
  const ours = [`${pathToFileURL(root).href}/src/`, `${pathToFileURL(root).href}/tests/`];
  const runner = new URL("./", import.meta.url).href;
  const isOurs = (url: string) => ours.some((start) => url.startsWith(start)) && !url.startsWith(runner);
  const stripped = new Map<string, string>();
  registerHooks({
    resolve(specifier, context, next) {
      const parent = context.parentURL ?? "";
      if (specifier === "vitest" && isOurs(parent)) return { url: VITEST, shortCircuit: true };
      const resolved = next(specifier, context);
      if (!isOurs(resolved.url) || !isOurs(parent)) return resolved;
      const generation = new URL(parent).search;
      return { ...resolved, url: new URL(generation, resolved.url).href };
    },
    load(url, context, next) {
      if (!isOurs(url) || !new URL(url).pathname.endsWith(".ts")) return next(url, context);
      const path = fileURLToPath(url);
      const source = stripped.get(path) ?? stripTypeScriptTypes(readFileSync(path, "utf8"));
      stripped.set(path, source);
      return { format: "module", source, shortCircuit: true };
    },
  });
}

/** Modules that are loaded together, apart from those of other generations, and the tests of the files among them. */
export class Generation {
  readonly #number = newest++;
  readonly #tests = new Map<string, readonly CollectedTest[]>();

  /** Loads a file with all that it imports. */
  load(path: string): Promise<unknown> {
    return import(`${pathToFileURL(resolve(path)).href}?${this.#number}`);
  }

  /** The tests of a file, which is loaded once. */
  async testsOf(file: string): Promise<readonly CollectedTest[]> {
    const known = this.#tests.get(file);
    if (known !== undefined) return known;
    const tests = await collectTests(file, () => this.load(file));
    this.#tests.set(file, tests);
    return tests;
  }
}
