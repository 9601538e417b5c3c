import type { ContentPath } from "../../src/article/values.ts";
import { CacheDisk } from "../../src/cache/cache-disk.ts";
import { FileMemory } from "../../src/cache/file-memory.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { siteWith } from "../bake/small-site.ts";
import { temporaryFolder } from "../content-folder.ts";

const SITE = siteWith();
/** When a cache is opened. */
export const OPENED_MS = 10_000_000;

type Use = ConstructorParameters<typeof FileMemory>[1];

/** What a cache remembers of files, opened as a bake does. */
export function opened(folder: string, use: Partial<Use> = {}): FileMemory {
  const disk = new CacheDisk(folder, false);
  const usual = { program: "program", site: SITE, isFull: false, openedMs: OPENED_MS, stampAt: () => null };
  return new FileMemory(folder, { ...usual, disk, ...use });
}

/** A file of so long ago that its stamp counts. */
export function fileOf(at: number, fields: Partial<RememberedFile> = {}): RememberedFile {
  const place = { segment: `segment ${at % 3}`, outcome: [at, 1, 2], text: [at, 3, 4] } as const;
  return { stamp: [at, 1000, 2000, at + 1], sha256: `digest ${at}`, place, ...fields };
}

/** Paths of files, in the order of the folder. */
export const PATHS = Array.from(
  { length: 64 },
  (_, at) => `${String(at).padStart(2, "0")}.md` as ContentPath,
);
/** What is remembered of each. */
export const FILES: ReadonlyMap<string, RememberedFile> = new Map(
  PATHS.map((path, at) => [path, fileOf(at)]),
);
/** No row stays. */
export const NONE = new Uint8Array();

/** A cache that knows all of them. */
export function knowing(files = FILES): string {
  const folder = temporaryFolder();
  opened(folder).remember(NONE, files);
  return folder;
}

/** All that a cache says of files. */
export function said(memory: FileMemory): ReadonlyMap<string, RememberedFile> {
  const rows = [...memory.table.rows.entries()];
  return new Map(rows.map(([path, { stamp, sha256, place }]) => [path, { stamp, sha256, place }]));
}

/** Remembers all but some rows, and others. */
export function become(
  folder: string,
  gone: readonly number[],
  others: ReadonlyMap<string, RememberedFile>,
): FileMemory {
  const memory = opened(folder);
  const stays = memory.table.rows.all();
  for (const at of gone) stays[memory.rowOf(PATHS[at] ?? ("" as ContentPath))] = 0;
  memory.remember(stays, others);
  return memory;
}
