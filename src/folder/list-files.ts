import type { Dirent } from "node:fs";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Problem } from "../article/problem.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";

/** Names that begin with an underscore belong to generators (layouts, data), but for these. */
const UNDERSCORED = /^_(?:posts$|drafts$|index\.)/;

/**
 * Paths of all files below `root`, sorted, so that a bake never depends on the disk's order. Dotfiles,
 * `node_modules` and what generators keep under an underscore are passed over, and `_drafts` unless
 * drafts are asked for. A link that leads out of the folder is a problem.
 */
export function listFiles(
  root: string,
  options: { readonly drafts: boolean },
  problems: Problem[],
  below = "",
): ContentPath[] {
  const paths: ContentPath[] = [];
  for (const entry of sorted(readdirSync(join(root, below), { withFileTypes: true }))) {
    const { name } = entry;
    if (isPassedOver(name, options)) continue;
    const path = contentPath(`${below}/${name}`);
    if (path === null) continue;
    const place = join(root, path);
    if (entry.isSymbolicLink() && !leadsInside(root, place)) {
      const message = "is a symbolic link out of the content folder; put the file itself there";
      problems.push({ file: path, line: null, severity: "error", message });
    } else if (entry.isDirectory()) paths.push(...listFiles(root, options, problems, path));
    else if (entry.isFile() || (entry.isSymbolicLink() && statSync(place).isFile())) paths.push(path);
  }
  return paths;
}

/** Whether a file or folder of this name is nothing that is published. */
export function isPassedOver(name: string, { drafts }: { readonly drafts: boolean }): boolean {
  if (name.startsWith(".") || name === "node_modules") return true;
  if (name === "_drafts") return !drafts;
  return name.startsWith("_") && !UNDERSCORED.test(name);
}

function sorted(entries: Dirent[]): Dirent[] {
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function leadsInside(root: string, place: string): boolean {
  try {
    return realpathSync(place).startsWith(root + sep);
  } catch {
    return false;
  }
}
