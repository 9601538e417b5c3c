import type { Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { isArticlePath } from "../source/parse-article.ts";
import type { ListedFiles } from "./list-files.ts";
import { isStatic } from "./text-files.ts";

/** Files of a content folder by what they may be. */
export interface SortedFiles {
  /** All that are not excluded. */
  readonly files: readonly ContentPath[];
  /** Those that hold an article each. */
  readonly sources: readonly ContentPath[];
  /** Where each of these stands among all that somebody looked at; -1 where nobody did. */
  readonly sourceRows: readonly number[];
  /** Those of neither articles nor static folders. */
  readonly others: readonly ContentPath[];
}

/** A page about somebody, which Astro keeps beside the posts. */
const PERSON = /^authors\/[^/]+$/;

/** Sorts the files of a content folder, in their order. */
export function sortFiles(
  { paths, rows }: ListedFiles,
  isExcluded: (path: string) => boolean,
  { staticFolders, generator }: Pick<Site, "staticFolders" | "generator">,
): SortedFiles {
  const [files, sources, others]: [ContentPath[], ContentPath[], ContentPath[]] = [[], [], []];
  const sourceRows: number[] = [];
  for (const [at, path] of paths.entries()) {
    if (path !== SETTINGS_FILE && isExcluded(path)) continue;
    files.push(path);
    if (isStatic(path, staticFolders)) continue;
    if (!isArticlePath(path)) others.push(path);
    else if (generator !== "astro" || !PERSON.test(path)) {
      sources.push(path);
      sourceRows.push(rows[at] ?? -1);
    }
  }
  return { files, sources, sourceRows, others };
}
