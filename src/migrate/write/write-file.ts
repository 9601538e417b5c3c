import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Journal, JournalEntry } from "./journal.ts";

/** What became of a file that an import has. */
export type Written =
  | "new"
  | "updated"
  | "kept"
  /** A publisher edited it, and the source changed as well. */
  | "edited"
  /** A publisher took it away. */
  | "removed"
  /** Somebody else's file lies in its place. */
  | "taken";

/** Writes a file of a content folder so that it is there whole or not at all. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = join(dirname(file), `.${basename(file).slice(0, 60)}.new`);
  try {
    writeFileSync(unfinished, content);
  } catch {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, content);
  }
  renameSync(unfinished, file);
}

export function digestOf(content: string | Uint8Array): string {
  // A slice of the whole text would keep all of it.
  return hash("sha256", content, "buffer").toString("hex", 0, 16);
}

/**
 * Writes a text of the old site, unless a publisher has edited, moved or removed what an earlier import
 * wrote: what people did stays. Where its form has changed, the file moves.
 */
export function writeText(
  folder: string,
  entry: Pick<JournalEntry, "kind" | "key" | "path">,
  content: string,
  journal: Journal,
  { dryRun }: { readonly dryRun: boolean },
): Written {
  const next = { ...entry, hash: digestOf(content) };
  const before = journal.find(entry.kind, entry.key);
  if (before !== null) {
    const current = join(folder, before.path);
    if (!existsSync(current))
      return before.path === entry.path || !existsSync(join(folder, entry.path)) ? "removed" : "taken";
    if (before.hash === next.hash && before.path === entry.path) return "kept";
    if (digestOf(readFileSync(current)) !== before.hash) return "edited";
    if (before.path !== entry.path && existsSync(join(folder, entry.path))) return "taken";
  } else if (existsSync(join(folder, entry.path))) {
    const isOurs = digestOf(readFileSync(join(folder, entry.path))) === next.hash;
    if (isOurs && !dryRun) journal.add(next);
    return isOurs ? "kept" : "taken";
  }
  if (!dryRun) {
    if (before !== null && before.path !== entry.path) rmSync(join(folder, before.path));
    writeWhole(join(folder, entry.path), content);
    journal.add(next);
  }
  return before === null ? "new" : "updated";
}
