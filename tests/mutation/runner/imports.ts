import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** How many imports lead from each file to `target`; infinite where none do. */
export function distancesTo(target: string, files: readonly string[]): ReadonlyMap<string, number> {
  const known = distances.get(target) ?? new Map<string, number>();
  distances.set(target, known);
  for (const file of files) if (!known.has(file)) known.set(file, distance(file, target));
  return known;
}

const distances = new Map<string, Map<string, number>>();

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
