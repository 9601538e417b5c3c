import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesNamed } from "../article/references.ts";
import type { Source } from "../article/source.ts";
import type { ContentPath } from "../article/values.ts";

/** Texts that may be meant as files to download. */
const TEXT = /\.(?:txt|html?)$/i;

/** What only an article begins with: front matter, in any of its forms. */
const FRONT_MATTER = /^\s*(?:---|\+\+\+|\{)/;

/**
 * The texts that are files of a bundle and no articles: those beside an `index.md`, or below it, that it
 * links to and that have no front matter. They go the way of their article, so those of a draft are
 * nobody's: neither an article nor a file.
 */
export function attachmentsOf(
  root: string,
  texts: readonly ContentPath[],
  read: Iterable<{ readonly source: Source | null }>,
): ReadonlySet<ContentPath> {
  // Of most folders nobody asks.
  let paths: ReadonlySet<string> | null = null;
  const found = new Set<ContentPath>();
  for (const { source } of read) {
    if (source === null || !source.path.includes("/index.")) continue;
    const { path } = source;
    const [, folder] = /^(.+\/)index\.[^/]+$/.exec(path) ?? [];
    if (folder === undefined) continue;
    paths ??= new Set<string>(texts);
    for (const { target } of source.references) {
      const [file] = filesNamed(target, path);
      if (file === undefined || file === path || !paths.has(file)) continue;
      if (file.startsWith(folder) && TEXT.test(file) && !/(?:^|\/)index\.[^/]+$/.test(file)) found.add(file);
    }
  }
  return new Set([...found].filter((path) => !beginsWithFields(join(root, path))));
}

function beginsWithFields(place: string): boolean {
  try {
    return FRONT_MATTER.test(
      readFileSync(place, "utf8")
        .slice(0, 100)
        .replace(/^\uFEFF/, ""),
    );
  } catch {
    return true;
  }
}
