import type { ContentPath } from "../../article/values.ts";
import type { BuildCache } from "../../cache/build-cache.ts";
import type { ReadSource, SourceFolder } from "../../folder/sources.ts";
import { parseSources, rememberedSource } from "../../folder/sources.ts";
import type { ParseTask } from "./tasks.ts";
import type { ThreadPool } from "./thread-pool.ts";

/** Parses files, each thread a part of them and this one the first. */
export async function parseInThreads(
  folder: SourceFolder,
  paths: readonly ContentPath[],
  cache: BuildCache,
  threads: ThreadPool,
): Promise<Map<ContentPath, ReadSource>> {
  const { root, site } = folder;
  const size = Math.ceil(paths.length / (threads.size + 1));
  const theirs = Array.from({ length: threads.size }, (_, at) => {
    const from = size * (at + 1);
    const mine = paths.slice(from, from + size);
    return threads.run<ParseTask>({
      kind: "parse",
      root,
      site,
      cacheFolder: cache.disk.writeFolder,
      paths: mine,
    });
  });
  const sources = parseSources(folder, paths.slice(0, size), cache);
  const found = (await Promise.all(theirs)).flat();
  const lost: ContentPath[] = [];
  for (const [at, path] of paths.slice(size).entries()) {
    const remembered = found[at];
    const source = remembered && rememberedSource(folder, path, remembered, cache.disk.segments);
    if (source) sources.set(path, source);
    else lost.push(path);
  }
  for (const [path, source] of parseSources(folder, lost, null)) sources.set(path, source);
  return sources;
}
