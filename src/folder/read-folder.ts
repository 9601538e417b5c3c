import type { Adopted } from "../article/adopted.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { ContentPath } from "../article/values.ts";
import type { MediaMemory } from "../cache/media-memory.ts";
import { attachmentsOf } from "./attachments.ts";
import { readMedia } from "./media.ts";
import type { NamedFile } from "./named-files.ts";
import { namedFiles } from "./named-files.ts";
import type { FolderOptions, OpenFolder } from "./open-folder.ts";
import { openFolder } from "./open-folder.ts";
import type { ReadSource } from "./sources.ts";
import { parseSources } from "./sources.ts";

/** All that a content folder says. */
export interface Folder {
  readonly site: Site;
  /** What readers of an old site know. */
  readonly adopted: Adopted;
  readonly articles: readonly Source[];
  /** Files that articles name. */
  readonly media: readonly Media[];
  /** Where those lie. */
  readonly named: readonly NamedFile[];
  readonly problems: readonly Problem[];
}

/** Reads a content folder: settings, sections, articles and the media that they name. Throws `FolderError`. */
export function readFolder(directory: string, options: FolderOptions): Folder {
  const folder = openFolder(directory, options);
  return closeFolder(folder, parseSources(folder, folder.sources, null), options);
}

/** Puts together what is known of an open folder and its sources. */
export function closeFolder(
  { root, site, adopted, files, sources: paths, problems: found }: OpenFolder,
  sources: ReadonlyMap<ContentPath, ReadSource>,
  { drafts, verbose }: FolderOptions,
  memory?: MediaMemory,
  remembered?: ReadonlyMap<string, NamedFile>,
): Folder {
  const problems = [...found];
  const articles: Source[] = [];
  const attachments = attachmentsOf(root, paths, sources.values());
  for (const path of paths) {
    const read = sources.get(path);
    if (read === undefined || attachments.has(path)) continue;
    const { source, problems: own, asides } = read;
    // One by one: a file may have more of them than a call takes arguments.
    for (const problem of verbose ? [...own, ...asides] : own) problems.push(problem);
    if (source && (drafts || !source.draft)) articles.push(source);
  }
  const named = namedFiles({ root, files, attachments }, articles, site, problems, remembered);
  const media = readMedia(named, problems, memory);
  return { site, adopted, articles, media, named, problems };
}
