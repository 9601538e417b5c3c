import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import { NONE_STAYING } from "../article/staying-articles.ts";
import type { ContentPath } from "../article/values.ts";
import type { BuildCache } from "../cache/build-cache.ts";
import type { RememberedFile } from "../cache/remembered-file.ts";
import { STAMP_LENGTH } from "../cache/stat-files.ts";
import type { ArticlesInTable } from "../cache/table-of-articles.ts";
import type { OpenFolder } from "./open-folder.ts";
import type { ReadSource } from "./sources.ts";
import { changed, parseSources, rememberedSource } from "./sources.ts";

/** What is known of a folder before any of its files is read. */
export interface KnownFolder {
  /** The stamps of all files that somebody looked at. */
  readonly stamps: Float64Array | null;
  readonly articles: ArticlesInTable | null;
  /** Whether the article of a row becomes that again as long as its file stays as it is. */
  readonly mayStay: (row: number) => boolean;
}

/** What is remembered of a folder's sources. */
export interface RecalledSources {
  /** By path; but for those that stay. */
  readonly sources: Map<ContentPath, ReadSource>;
  /** Articles of which nothing is read before somebody asks. */
  readonly staying: StayingArticles;
  /** What is told of the files of some of these. */
  readonly told: ReadonlyMap<ContentPath, Told>;
  /** Files that nothing is remembered of. */
  readonly pending: readonly ContentPath[];
  /** 1 for each row of a remembered file that is as it was. */
  readonly stays: Uint8Array;
  /** What is to be remembered of others. */
  readonly others: Map<string, RememberedFile>;
}

type Told = Pick<ReadSource, "problems" | "asides">;

const NOTHING_KNOWN: KnownFolder = { stamps: null, articles: null, mayStay: () => false };

/** Finds what is remembered of files that are as they were. */
export function recallSources(
  folder: Pick<OpenFolder, "root" | "site" | "sources" | "sourceRows">,
  cache: BuildCache,
  { stamps, articles, mayStay }: KnownFolder = NOTHING_KNOWN,
): RecalledSources {
  const { files, disk } = cache;
  const sources = new Map<ContentPath, ReadSource>();
  const told = new Map<ContentPath, Told>();
  const pending: ContentPath[] = [];
  const stays = new Uint8Array(files.rows);
  const others = new Map<string, RememberedFile>();
  const list: number[] = [];
  const read = (path: ContentPath, file: RememberedFile) =>
    rememberedSource(folder, path, file, disk.segments);
  for (const [at, path] of folder.sources.entries()) {
    const row = files.rowOf(path);
    const seen = (folder.sourceRows[at] ?? -1) * STAMP_LENGTH;
    const isAsSeen = row >= 0 && seen >= 0 && stamps !== null && files.hasStamp(row, stamps, seen);
    const file = isAsSeen || row < 0 ? null : files.recall(folder.root, path);
    const isThere = isAsSeen || file !== null;
    const article = isThere && articles !== null ? articles.rows.rowOf(path) : -1;
    const isKnown = article >= 0 && articles?.isOfFile(article, files.table, row) && mayStay(article);
    const hasWords = isKnown && !articles?.hasProblemsAt(article);
    const source = isThere && !hasWords ? read(path, file ?? files.fileAt(row)) : null;
    if (!hasWords && source === null) {
      pending.push(path);
      continue;
    }
    if (file === null || file.row === row) stays[row] = 1;
    else others.set(path, file);
    if (isKnown) list.push(article);
    if (source !== null) (isKnown ? told : sources).set(path, source);
  }
  const staying =
    articles === null
      ? NONE_STAYING
      : {
          of: articles.of,
          list: Int32Array.from(list),
          read: sourceReader(folder, cache, articles, others),
        };
  return { sources, staying, told, pending, stays, others };
}

/** Reads the sources of articles that stay, also once the cache has let go of what it knew of their files. */
function sourceReader(
  folder: Pick<OpenFolder, "root" | "site">,
  { files, disk }: BuildCache,
  articles: ArticlesInTable,
  others: ReadonlyMap<string, RememberedFile>,
): StayingArticles["read"] {
  const { table } = files;
  return (row): Source => {
    const path = articles.of.path(row);
    const file = others.get(path) ?? table.rows.get(path);
    const known = file && rememberedSource(folder, path, file, disk.segments)?.source;
    return known ?? parseSources(folder, [path], null).get(path)?.source ?? changed(path);
  };
}
