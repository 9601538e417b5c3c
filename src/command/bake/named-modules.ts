import { posix } from "node:path";
import type { NearbyText } from "../../propose/evidence/surroundings.ts";

/** Modules that a program names are looked at so far from it, and so many of them. */
const DEEPEST = 3;
const MOST = 40;
/** What a module may be called where its ending is left out. */
const ENDINGS = ["", ".js", ".ts", ".cjs", ".mjs", ".json", "/index.js", "/index.ts"];
const NAMED = /(?:\brequire\(|\bfrom\s|\bimport\(?)\s*["'`](\.{1,2}\/[^"'`\n]*)["'`]/g;

/**
 * Programs of the same project that a program names, and those that they name, read as texts: the
 * nearest first, each once. None leads out of the folder of the first.
 */
export function namedModules(
  program: NearbyText,
  read: (name: string) => readonly NearbyText[],
): readonly NearbyText[] {
  const found = new Map<string, NearbyText>([[program.name, program]]);
  let latest: readonly NearbyText[] = [program];
  for (let depth = 0; depth < DEEPEST && latest.length > 0; depth += 1) {
    const next: NearbyText[] = [];
    for (const { name, text } of latest) {
      for (const [, named = ""] of text.matchAll(NAMED)) {
        const path = posix.join(posix.dirname(name), named);
        if (path.startsWith("..") || found.size > MOST) continue;
        const module = ENDINGS.flatMap((ending) => read(path + ending))[0];
        if (module === undefined || found.has(module.name)) continue;
        found.set(module.name, module);
        next.push(module);
      }
    }
    latest = next;
  }
  found.delete(program.name);
  return [...found.values()];
}
