import { realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Source } from "../article/article.ts";
import { filesOf } from "../article/references.ts";
import type { Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";

/** A file that an article names. */
export interface NamedFile {
  /** Where articles find it: below the content folder, or below a static folder. */
  readonly path: ContentPath;
  /** Where it lies on the disk. */
  readonly place: string;
  /** How the publisher finds it: from the content folder on. */
  readonly shown: string;
}

/** How many folders above the content folder may hold a static one. */
const MAX_PARENTS = 3;

/**
 * Finds the files that articles name, each once, in the order of their paths: those in the content
 * folder, and behind a path that begins with a slash also those of a static folder (Hugo's `static`,
 * Astro's `public`), which lies in the content folder or above it.
 */
export function namedFiles(
  root: string,
  files: readonly ContentPath[],
  articles: readonly Source[],
  { icon, podcast, staticFolders }: Site,
): readonly NamedFile[] {
  const present = new Set<string>(files);
  const sources = new Set<string>(articles.map(({ path }) => path));
  const folders = staticPlaces(root, staticFolders);
  const found = new Map<string, NamedFile>();
  const seen = new Set<string>();

  const look = (target: string, from: ContentPath) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i.test(target)) return;
    const candidates = filesOf(target.replace(/[?#].*$/s, ""), from);
    for (const path of candidates) {
      if (sources.has(path)) return;
      if (!present.has(path)) continue;
      found.set(path, { path, place: join(root, path), shown: path });
      return;
    }
    const [path] = candidates;
    if (path === undefined || !target.startsWith("/") || seen.has(path)) return;
    seen.add(path);
    const place = folders.map((folder) => fileInside(folder, path)).find((file) => file !== null);
    if (place) found.set(path, { path, place, shown: relative(root, place).split(sep).join("/") });
  };

  const settings = contentPath(SETTINGS_FILE);
  for (const target of [icon, podcast?.image ?? null]) {
    if (target !== null && settings !== null) look(target, settings);
  }
  for (const { path, references, image, enclosures, episode } of articles) {
    for (const { target } of references) look(target, path);
    if (image) look(image.target, path);
    for (const { target } of [...enclosures, ...(episode?.transcripts ?? [])]) look(target, path);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The static folders that are there, the nearest first. */
function staticPlaces(root: string, names: readonly string[]): readonly string[] {
  const parents = Array.from({ length: MAX_PARENTS + 1 }, (_, steps) =>
    join(root, ...Array(steps).fill("..")),
  );
  return names.flatMap((name) =>
    parents
      .map((parent) => join(parent, name))
      .filter(isFolder)
      .slice(0, 1),
  );
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The file at a path inside a folder; null where there is none, or a link leads it out. */
function fileInside(folder: string, path: ContentPath): string | null {
  const place = join(folder, path);
  if (!statSync(place, { throwIfNoEntry: false })?.isFile()) return null;
  return realpathSync(place).startsWith(realpathSync(folder) + sep) ? place : null;
}
