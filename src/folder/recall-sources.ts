import { RememberedSource } from "../article/remembered-source.ts";
import type { Source } from "../article/source.ts";
import type { ContentPath } from "../article/values.ts";
import type { BuildCache } from "../cache/build-cache.ts";
import type { ArticleOfFile } from "../cache/remembered-articles.ts";
import type { RememberedFile } from "../cache/remembered-file.ts";
import type { Segments } from "../cache/segments.ts";
import type { ReadSource, SourceFolder } from "./sources.ts";
import { changed, parseSources, rememberedSource } from "./sources.ts";

/** Sources by path, and the files that nothing is remembered of. */
export interface RecalledSources {
  readonly sources: Map<ContentPath, ReadSource>;
  readonly pending: readonly ContentPath[];
}

/**
 * Finds what is remembered of files that are as they were; of one whose article is remembered as well
 * nothing is read before somebody asks.
 */
export function recallSources(
  folder: SourceFolder,
  paths: readonly ContentPath[],
  cache: BuildCache,
  articleAt: (path: ContentPath) => ArticleOfFile | null = () => null,
): RecalledSources {
  const sources = new Map<ContentPath, ReadSource>();
  const pending: ContentPath[] = [];
  const { segments } = cache.disk;
  const read = (path: ContentPath): Source => {
    const remembered = sources.get(path)?.remembered ?? null;
    const known = remembered && rememberedSource(folder, path, remembered, segments)?.source;
    return known ?? parseSources(folder, [path], null).get(path)?.source ?? changed(path);
  };
  for (const path of paths) {
    const remembered = cache.recall(folder.root, path);
    const known = articleAt(path);
    const source =
      remembered !== null && known !== null && known.sha256 === remembered.sha256
        ? sourceOfArticle(folder, known, remembered, { segments, read })
        : remembered && rememberedSource(folder, path, remembered, segments);
    if (source) sources.set(path, source);
    else pending.push(path);
  }
  return { sources, pending };
}

/** Nothing was wrong with its file. */
const NOTHING_TOLD: Pick<ReadSource, "problems" | "asides"> = { problems: [], asides: [] };

/** A source of which what lists need is remembered, and all else is read when it is asked for. */
function sourceOfArticle(
  folder: SourceFolder,
  { article, hasProblems }: ArticleOfFile,
  remembered: RememberedFile,
  { segments, read }: { readonly segments: Segments; readonly read: (path: ContentPath) => Source },
): ReadSource | null {
  const source = new RememberedSource(article, read);
  const told = hasProblems ? rememberedSource(folder, article.path, remembered, segments) : NOTHING_TOLD;
  return told && { source, problems: told.problems, asides: told.asides, remembered };
}
