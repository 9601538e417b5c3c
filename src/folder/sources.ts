import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { Source, SourceText } from "../article/source.ts";
import { textOf } from "../article/source-of.ts";
import type { ContentPath } from "../article/values.ts";
import type { BuildCache } from "../cache/build-cache.ts";
import { ListPool } from "../cache/list-pool.ts";
import type { Outcome } from "../cache/outcome.ts";
import { decodeOutcome, decodeText } from "../cache/outcome.ts";
import type { ParsedFile } from "../cache/parse-file.ts";
import { parseFile, readSource } from "../cache/parse-file.ts";
import type { RememberedFile } from "../cache/remembered-file.ts";
import type { SegmentPlace } from "../cache/segment.ts";
import type { Segments } from "../cache/segments.ts";
import { parseArticle } from "../source/parse-article.ts";
import { FolderError } from "./open-folder.ts";

/** What a source file became. */
export interface ReadSource {
  /** Null where it is no article. */
  readonly source: Source | null;
  readonly problems: readonly Problem[];
  readonly asides: readonly Problem[];
  /** Null where the next bake must parse the file again. */
  readonly remembered: RememberedFile | null;
}

/** Where sources lie and how they are read. */
export interface SourceFolder {
  readonly root: string;
  readonly site: Site;
}

/** A source that a cache holds; null where it is damaged there. */
export function rememberedSource(
  folder: SourceFolder,
  path: ContentPath,
  remembered: RememberedFile,
  segments: Segments,
): ReadSource | null {
  const outcome = segments.outcomeAt(remembered.place);
  return (
    outcome && readSourceOf(path, outcome, remembered, textReader(folder, path, remembered.place, segments))
  );
}

/** Parses files that nothing is remembered of. What they became goes to the cache, where there is one. */
export function parseSources(
  folder: SourceFolder,
  paths: readonly ContentPath[],
  cache: BuildCache | null,
): Map<ContentPath, ReadSource> {
  const writer = paths.length > 0 ? (cache?.disk.newSegment() ?? null) : null;
  const lists = new ListPool();
  const sources = new Map<ContentPath, ReadSource>();
  for (const path of paths) {
    const file = parseFile(path, readSource(folder.root, path), folder.site, writer);
    sources.set(path, parsedSource(folder, file, cache?.disk.segments ?? null, lists));
  }
  writer?.tryFlush();
  return sources;
}

/**
 * A source that was parsed just now, as it will be read again: its strings are copies, where those of
 * the parser would keep whole files in memory.
 */
function parsedSource(
  folder: SourceFolder,
  { path, outcomeBytes, text, remembered }: ParsedFile,
  segments: Segments | null,
  lists: ListPool,
): ReadSource {
  const outcome = decodeOutcome(outcomeBytes, lists) ?? { source: null, problems: [], asides: [] };
  return segments && remembered
    ? readSourceOf(path, outcome, remembered, textReader(folder, path, remembered.place, segments))
    : readSourceOf(path, outcome, null, () => text ?? parsedAgain(folder, path));
}

/** `path` is what all that knows the file holds on to. */
function readSourceOf(
  path: ContentPath,
  { source, problems, asides }: Outcome,
  remembered: RememberedFile | null,
  readText: () => SourceText,
): ReadSource {
  return { source: source && { ...source, path, readText }, problems, asides, remembered };
}

/** Holds on to little, since there are many: so it takes its place apart where it keeps the reader. */
function textReader(
  folder: SourceFolder,
  path: ContentPath,
  place: SegmentPlace,
  segments: Segments,
): () => SourceText {
  const reader = segments.reader(place.segment);
  const [at, bytes, crc] = place.text;
  return () => decodeText(reader.text([at, bytes, crc])) ?? parsedAgain(folder, path);
}

/** The text of an article whose cache was damaged after it was opened. */
function parsedAgain({ root, site }: SourceFolder, path: ContentPath): SourceText {
  const file = readSource(root, path);
  const article = file.kind === "read" ? parseArticle({ path, bytes: file.bytes }, site).article : null;
  return article ? textOf(article) : changed(path);
}

/** Ends a bake whose files change while it goes on. */
export function changed(path: ContentPath): never {
  throw new FolderError(`${path} changed during the bake; bake again`);
}
