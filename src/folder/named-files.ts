import { join, relative, sep } from "node:path";
import type { Problem } from "../article/problem.ts";
import { filesNamed } from "../article/references.ts";
import type { Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";
import { isPassedOver, isUnderscoredMedia } from "./list-files.ts";
import { isLink, placeIn, staticPlace } from "./places.ts";
import { holdsText } from "./text-files.ts";

/** What lies in a content folder. */
export interface FilesOfFolder {
  /** Its true path. */
  readonly root: string;
  readonly files: readonly ContentPath[];
  /** Texts among them that are files of a bundle, and no articles. */
  readonly attachments: ReadonlySet<ContentPath>;
}

/** Articles that are read, and those that stay as they were. */
interface ArticlesOfFolder {
  readonly articles: readonly Source[];
  readonly staying: StayingArticles;
}

/** A file that an article names. */
export interface NamedFile {
  /** Where articles find it: below the content folder, or below a static folder. */
  readonly path: ContentPath;
  /** Where it lies on the disk. */
  readonly place: string;
  /** How the publisher finds it: from the content folder on. */
  readonly shown: string;
}

/**
 * Finds the files that articles name, each once, in the order of their paths: those in the content
 * folder, and behind a path that begins with a slash also those of a static folder (Hugo's `static`,
 * Astro's `public`), which lies in the content folder or above it. One that may not be read is a problem.
 * What may hold an article is never found, nor what the walk through the content folder passes over, but
 * for media under an underscore. Which files an article names that is remembered is remembered as well.
 */
export function namedFiles(
  { root, files, attachments }: FilesOfFolder,
  { articles, staying }: ArticlesOfFolder,
  { icon, podcast, profiles, staticFolders }: Site,
  problems: Problem[],
  remembered: ReadonlyMap<string, NamedFile> = new Map(),
): readonly NamedFile[] {
  // Most articles name no file, and then nobody asks which there are.
  const presentFiles = once(() => new Set<string>(files));
  const articleFiles = once(() => {
    const kept = Array.from(staying.list, (row) => staying.of.path(row));
    return new Set<string>([...articles.map(({ path }) => path), ...kept]);
  });
  const folders = staticPlaces(root, staticFolders, problems);
  const found = new Map<string, NamedFile>();
  const seen = new Set<string>();

  const isOpen = (place: string) => {
    const below = place.startsWith(`${root}${sep}`) ? relative(root, place).split(sep).join("/") : null;
    return below === null || !holdsText(below, staticFolders);
  };
  const isFile = (path: ContentPath) => {
    if (holdsText(path, staticFolders) && !attachments.has(path)) return false;
    const isPresent = presentFiles().has(path);
    if (!isPresent && !isUnderscoredMedia(path)) return false;
    if (isPresent && !isLink(join(root, path))) return true;
    const place = placeIn(root, path);
    return place.kind === "file" && isOpen(place.path);
  };
  const isStaticFile = (folder: string, path: ContentPath) => {
    const place = placeIn(folder, path);
    if (place.kind !== "file" || !isOpen(place.path)) return false;
    const holdsContent = `${root}${sep}`.startsWith(`${folder}${sep}`);
    if (!holdsContent || isUnderscoredMedia(path)) return true;
    return !path.split("/").some((name) => isPassedOver(name, { drafts: false }));
  };

  const look = (target: string, from: ContentPath) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i.test(target)) return;
    const candidates = filesNamed(target, from);
    for (const path of candidates) {
      if (articleFiles().has(path) || found.has(path)) return;
      if (!isFile(path)) continue;
      found.set(path, { path, place: join(root, path), shown: path });
      return;
    }
    const [path] = candidates;
    if (path === undefined || !target.startsWith("/") || seen.has(path)) return;
    seen.add(path);
    const place = folders.find((folder) => isStaticFile(folder, path));
    if (place)
      found.set(path, {
        path,
        place: join(place, path),
        shown: relative(root, join(place, path)).split(sep).join("/"),
      });
  };

  const settings = contentPath(SETTINGS_FILE);
  for (const target of [icon, podcast?.image ?? null, ...profiles.map(({ image }) => image)]) {
    if (target !== null && settings !== null) look(target, settings);
  }
  for (const row of staying.list) {
    for (const path of staying.of.files(row)) {
      const file = remembered.get(path);
      if (file !== undefined) found.set(path, file);
    }
  }
  for (const source of articles) {
    const { path, references, image, enclosures, episode } = source;
    for (const { target } of references) look(target, path);
    if (image) look(image.target, path);
    for (const { target } of [...enclosures, ...(episode?.transcripts ?? [])]) look(target, path);
    if (episode?.chapters) look(episode.chapters.target, path);
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function once<T>(make: () => T): () => T {
  let made: { readonly one: T } | null = null;
  return () => {
    made ??= { one: make() };
    return made.one;
  };
}

/** The real paths of the static folders that are there. */
function staticPlaces(root: string, names: readonly string[], problems: Problem[]): readonly string[] {
  return names.flatMap((name) => {
    const place = staticPlace(root, name);
    if (place.kind === "folder") return place.path;
    if (place.kind === "refused") {
      const message = `the static folder "${name}" ${place.reason}, so nothing in it is published; put the folder itself there, or name another with "static"`;
      problems.push({ file: SETTINGS_FILE, line: null, severity: "warning", message });
    }
    return [];
  });
}
