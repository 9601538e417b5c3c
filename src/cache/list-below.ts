import type { Dirent } from "node:fs";
import { readdirSync } from "node:fs";

/** All that lies below a folder, in the order of a walk. */
export interface Listing {
  /** Of each folder its path below the first, then what it holds. */
  readonly names: readonly string[];
  /** Where each of them lies, but for the folders' own paths. */
  readonly places: readonly string[];
  /** What a folder holds; null for one that was not listed. */
  readonly entriesOf: (folder: string) => ListedEntries | null;
}

/** What a folder holds, but for names that are passed over. */
export interface ListedEntries {
  readonly entries: readonly Dirent[];
  /** The place of the first among all places; the others follow it. */
  readonly row: number;
}

/** Lists all below a folder, but for names that are passed over; null where a folder cannot be listed. */
export function listBelow(root: string, isPassedOver: (name: string) => boolean): Listing | null {
  const names: string[] = [];
  const places: string[] = [];
  const listed = new Map<string, ListedEntries>();
  const walk = (folder: string) => {
    names.push(folder.slice(root.length));
    const below: string[] = [];
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isPassedOver(name));
    listed.set(folder, { entries, row: places.length });
    for (const entry of entries) {
      const { name } = entry;
      const place = `${folder}/${name}`;
      names.push(name);
      places.push(place);
      if (entry.isDirectory()) below.push(place);
    }
    // A name never holds this, so it tells where a folder ends.
    names.push("/");
    for (const place of below) walk(place);
  };
  try {
    walk(root);
  } catch {
    return null;
  }
  return { names, places, entriesOf: (folder) => listed.get(folder) ?? null };
}
