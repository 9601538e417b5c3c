import { compareInFolder } from "../article/folder-order.ts";

/** Rows by path, as they are written: a value for each. */
export interface PathRows<V> {
  readonly size: number;
  readonly get: (path: string) => V | undefined;
  readonly entries: () => Iterable<readonly [path: string, value: V]>;
}

/** Rows in the order of the folder, in which they are found again. Most are in it already, and very many. */
export function inFolderOrder<V>(
  rows: Pick<PathRows<V>, "entries">,
): Iterable<readonly [path: string, value: V]> {
  let before: string | null = null;
  for (const [path] of rows.entries()) {
    if (before !== null && compareInFolder(before, path) > 0)
      return [...rows.entries()].sort(([a], [b]) => compareInFolder(a, b));
    before = path;
  }
  return rows.entries();
}
