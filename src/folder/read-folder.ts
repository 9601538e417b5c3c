import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import type { SourceArticle } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";
import { isArticlePath, parseArticle } from "../source/parse-article.ts";
import { readSiteSettings } from "../source/site-settings.ts";
import { FileProblems } from "../source/source-file.ts";
import { readMedia } from "./media.ts";

/** All that a content folder says. */
export interface Folder {
  readonly site: Site;
  readonly articles: readonly SourceArticle[];
  /** Files that articles name. */
  readonly media: readonly Media[];
  readonly problems: readonly Problem[];
  readonly timings: { readonly readMs: number; readonly parseMs: number };
}

/** There is no such folder, or it cannot be read. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

const SETTINGS_FILE = "site.toml";

/**
 * Reads a content folder: settings, articles and the media that they name. Dotfiles and `_drafts`
 * are passed over, and so are drafts unless they are asked for. `clock` gives milliseconds, for the
 * timings only.
 */
export function readFolder(
  directory: string,
  { drafts, clock }: { readonly drafts: boolean; readonly clock: () => number },
): Folder {
  const started = clock();
  const root = openRoot(directory);
  const problems: Problem[] = [];
  const files = listFiles(root, "", problems);

  const settingsProblems = new FileProblems(SETTINGS_FILE);
  const settings = files.find((path) => path === SETTINGS_FILE);
  const site = readSiteSettings(
    settings ? { path: settings, bytes: readFileSync(join(root, settings)) } : null,
    basename(root),
    settingsProblems,
  );
  problems.push(...settingsProblems.list);

  const sources = files
    .filter(isArticlePath)
    .map((path) => ({ path, bytes: readFileSync(join(root, path)) }));
  const read = clock();

  const articles: SourceArticle[] = [];
  for (const source of sources) {
    const parsed = parseArticle(source, site);
    problems.push(...parsed.problems);
    if (parsed.article && (drafts || !parsed.article.draft)) articles.push(parsed.article);
  }
  const media = readMedia(root, files, articles, problems);
  return { site, articles, media, problems, timings: { readMs: read - started, parseMs: clock() - read } };
}

function openRoot(directory: string): string {
  try {
    const root = realpathSync(resolve(directory));
    if (statSync(root).isDirectory()) return root;
  } catch (cause) {
    throw new FolderError(`there is no content folder ${directory}; name one with --content DIR`, { cause });
  }
  throw new FolderError(`${directory} is a file; --content takes the folder that it lies in`);
}

/** Paths of all files below `root`, sorted, so that a bake never depends on the disk's order. */
function listFiles(root: string, below: string, problems: Problem[]): ContentPath[] {
  const paths: ContentPath[] = [];
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith(".") || entry.name === "_drafts") continue;
    const path = contentPath(`${below}/${entry.name}`);
    if (path === null) continue;
    const place = join(root, path);
    if (entry.isSymbolicLink() && !leadsInside(root, place)) {
      problems.push({
        file: path,
        line: null,
        severity: "error",
        message: "is a link that leads out of the content folder; put the file itself there",
      });
    } else if (entry.isDirectory()) paths.push(...listFiles(root, path, problems));
    else if (entry.isFile() || statSync(place).isFile()) paths.push(path);
  }
  return paths;
}

function leadsInside(root: string, place: string): boolean {
  try {
    return realpathSync(place).startsWith(root + sep);
  } catch {
    return false;
  }
}
