import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** How many imports lead from a file to another; infinite where none do. */
export function distancesTo(target: string, files: readonly string[]): ReadonlyMap<string, number> {
  return new Map(files.map((file) => [file, distance(file, target)]));
}

function distance(from: string, target: string): number {
  let steps = 0;
  let edge = new Set([from]);
  const seen = new Set<string>();
  while (edge.size > 0) {
    if (edge.has(target)) return steps;
    for (const file of edge) seen.add(file);
    edge = new Set([...edge].flatMap(importsOf).filter((file) => !seen.has(file)));
    steps += 1;
  }
  return Number.POSITIVE_INFINITY;
}

const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;"]*?from\s+)?"(\.[^"]+)"|\bimport\(\s*"(\.[^"]+)"/gm;
const imports = new Map<string, readonly string[]>();

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known !== undefined) return known;
  const text = file.endsWith(".ts") ? readFileSync(file, "utf8") : "";
  const found = [...text.matchAll(IMPORT)].map(([, one, other]) =>
    resolve(dirname(file), one ?? other ?? ""),
  );
  imports.set(file, found);
  return found;
}
