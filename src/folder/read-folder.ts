import type { SourceListing } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import type { MediaMemory } from "../cache/build-cache.ts";
import { readMedia } from "./media.ts";
import { namedFiles } from "./named-files.ts";
import type { FolderOptions, OpenFolder } from "./open-folder.ts";
import { openFolder } from "./open-folder.ts";
import type { Source } from "./sources.ts";
import { parseSources } from "./sources.ts";

/** All that a content folder says. */
export interface Folder {
  readonly site: Site;
  readonly articles: readonly SourceListing[];
  /** Files that articles name. */
  readonly media: readonly Media[];
  readonly problems: readonly Problem[];
}

/** Reads a content folder: settings, sections, articles and the media that they name. Throws `FolderError`. */
export function readFolder(directory: string, options: FolderOptions): Folder {
  const folder = openFolder(directory, options);
  return closeFolder(folder, parseSources(folder, folder.sources, null), options);
}

/** Puts together what is known of an open folder and its sources. */
export function closeFolder(
  { root, site, files, sources: paths, problems: found }: OpenFolder,
  sources: ReadonlyMap<ContentPath, Source>,
  { drafts, verbose }: FolderOptions,
  memory?: MediaMemory,
): Folder {
  const problems = [...found];
  const articles: SourceListing[] = [];
  for (const path of paths) {
    const source = sources.get(path);
    if (source === undefined) continue;
    const { listing, problems: own, asides } = source;
    problems.push(...own, ...(verbose ? asides : []));
    if (listing && (drafts || !listing.draft)) articles.push(listing);
  }
  const media = readMedia(namedFiles(root, files, articles, site), problems, memory);
  return { site, articles, media, problems };
}
