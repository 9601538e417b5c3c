import type { Adopted } from "../article/adopted.ts";
import { compareInFolder } from "../article/folder-order.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import { NONE_STAYING, stayingWhere } from "../article/staying-articles.ts";
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
  /** Articles of which nothing had to be asked. */
  readonly staying: StayingArticles;
  /** Files that articles name. */
  readonly media: readonly Media[];
  /** Where those lie. */
  readonly named: readonly NamedFile[];
  readonly problems: readonly Problem[];
}

const NOTHING_TOLD: Pick<ReadSource, "problems" | "asides"> = { problems: [], asides: [] };

/** Sources that were read, and articles that stay as they are, whose files may have something to tell. */
export interface SourcesOfFolder {
  readonly sources: ReadonlyMap<ContentPath, ReadSource>;
  readonly staying?: StayingArticles;
  readonly told?: ReadonlyMap<ContentPath, Pick<ReadSource, "problems" | "asides">>;
}

/** Reads a content folder: settings, sections, articles and the media that they name. Throws `FolderError`. */
export function readFolder(directory: string, options: FolderOptions): Folder {
  const folder = openFolder(directory, options);
  return closeFolder(folder, { sources: parseSources(folder, folder.sources, null) }, options);
}

/** Puts together what is known of an open folder and its sources. */
export function closeFolder(
  { root, site, adopted, files, sources: paths, problems: found }: OpenFolder,
  { sources, staying: all = NONE_STAYING, told = new Map() }: SourcesOfFolder,
  { drafts, verbose }: FolderOptions,
  memory?: MediaMemory,
  known?: ReadonlyMap<string, NamedFile>,
): Folder {
  const problems = [...found];
  const articles: Source[] = [];
  const attachments = attachmentsOf(root, paths, sources.values());
  const isArticle = (path: ContentPath) => !attachments.has(path);
  for (const path of [...sources.keys(), ...told.keys()].filter(isArticle).sort(compareInFolder)) {
    const source = sources.get(path)?.source ?? null;
    const { problems: own, asides } = sources.get(path) ?? told.get(path) ?? NOTHING_TOLD;
    // One by one: a file may have more of them than a call takes arguments.
    for (const problem of verbose ? [...own, ...asides] : own) problems.push(problem);
    if (source && (drafts || !source.draft)) articles.push(source);
  }
  const staying = attachments.size === 0 ? all : stayingWhere(all, (row) => isArticle(all.of.path(row)));
  const named = namedFiles({ root, files, attachments }, { articles, staying }, site, problems, known);
  const media = readMedia(named, problems, memory);
  return { site, adopted, articles, staying, media, named, problems };
}
