import { relative, sep } from "node:path";
import { watch } from "chokidar";
import { holdsData } from "../folder/generator-data.ts";
import { isPassedOver } from "../folder/list-files.ts";
import { REDIRECTS_FILE } from "../folder/redirect-files.ts";
import { realPath } from "./real-path.ts";

/** What is told of a folder that is watched. */
export interface FolderNews {
  /** A file or folder came, went or has other bytes. */
  readonly changed: (path: string) => void;
  /** Something happened that left all bytes as they are, such as leave to read a file. */
  readonly stirred: () => void;
  /** Something cannot be watched, for want of leave or of the system's watches. Each reason is told once. */
  readonly failed: (reason: string) => void;
}

/** Folders at the top that a collection of Jekyll may have; which ones do, site.toml says. */
const MAY_BE_COLLECTION = /^_(?!drafts$|site$|layouts$|sass$|plugins$)[^.]*$/;

/** After so many milliseconds without news of a change there was none. */
const STIR_MS = 400;

/** What ends a watch. */
export interface FolderWatch {
  close(): Promise<void>;
}

/**
 * Watches what a bake would read, from the moment that the promise is kept. The folder may go away and
 * come back, or not be there yet. Links are not followed: what they may lead to is in the folder.
 */
export async function watchFolder(
  directory: string,
  options: { readonly drafts: boolean },
  news: FolderNews,
): Promise<FolderWatch> {
  const root = realPath(directory);
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => {
      const names = namesBelow(root, path);
      return names.some(
        (name, at) =>
          isPassedOver(name, options) &&
          name !== REDIRECTS_FILE &&
          !(at === 0 && (holdsData(name) || MAY_BE_COLLECTION.test(name))),
      );
    },
  });
  let stir: NodeJS.Timeout | undefined;
  watcher.on("raw", () => {
    clearTimeout(stir);
    stir = setTimeout(news.stirred, STIR_MS);
  });
  watcher.on("all", (_, path) => {
    clearTimeout(stir);
    news.changed(namesBelow(root, path).join("/"));
  });
  const told = new Set<unknown>();
  watcher.on("error", (cause) => {
    // A limit is met by every folder from then on.
    const reason = cause instanceof Error && "code" in cause ? cause.code : String(cause);
    if (!told.has(reason)) news.failed(cause instanceof Error ? cause.message : String(cause));
    told.add(reason);
  });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return {
    async close() {
      clearTimeout(stir);
      await watcher.close();
    },
  };
}

/** The names on the way from the folder to a path; none for the folder itself. */
function namesBelow(root: string, path: string): string[] {
  return relative(root, path).split(sep).filter(Boolean);
}
