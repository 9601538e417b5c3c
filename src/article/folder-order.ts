import type { ContentPath } from "./values.ts";

/** What ends the name of a folder comes before all that a name can hold. */
const FOLDER_END = "/".charCodeAt(0);

/** Compares two paths as a walk through the content folder meets them: by names, folder by folder. */
export function compareInFolder(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return one === FOLDER_END ? -1 : other === FOLDER_END ? 1 : one - other;
  }
  return a.length - b.length;
}

/** Two lists in the order of the folder as one. */
export function mergeInFolder<T>(
  some: readonly T[],
  others: readonly T[],
  pathOf: (one: T) => ContentPath,
): readonly T[] {
  if (some.length === 0) return others;
  if (others.length === 0) return some;
  const merged: T[] = [];
  let next = 0;
  for (const one of some) {
    for (; next < others.length; next += 1) {
      const other = others[next] as T;
      if (compareInFolder(pathOf(other), pathOf(one)) > 0) break;
      merged.push(other);
    }
    merged.push(one);
  }
  for (; next < others.length; next += 1) merged.push(others[next] as T);
  return merged;
}

/** The place of the first in a list in the order of the folder, from a place on, that does not lie before a path. */
export function placeIn<T>(
  list: { readonly length: number; readonly [at: number]: T },
  pathOf: (one: T) => string,
  path: string,
  from = 0,
): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareInFolder(pathOf(list[middle] as T), path) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
