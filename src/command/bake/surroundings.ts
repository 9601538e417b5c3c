import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { listFiles } from "../../folder/list-files.ts";
import { folderDataNames, NEARBY_NAMES } from "../../propose/evidence/nearby-names.ts";
import type { NearbyText, Surroundings } from "../../propose/evidence/surroundings.ts";
import { isArticlePath } from "../../source/parse-article.ts";
import { namedModules } from "./named-modules.ts";

/** How many folders above the content folder are looked at. */
const MOST_ABOVE = 4;
/** A longer file configures nothing. */
const MAX_BYTES = 500_000;
/** More pages than that are no programs' patterns. */
const MOST_ROUTES = 2000;

/**
 * Looks at a content folder and at the folders above it, up to the one that is a repository, for what
 * configures a generator. Links are not followed. Never throws for what lies there.
 */
export function lookAround(directory: string): Surroundings {
  const root = realpathSync(resolve(directory));
  const paths = foldersUpFrom(root);
  const { paths: files } = listFiles(root, { drafts: false }, []);
  const sources = files.filter(isArticlePath);
  const dataFolders = new Set(sources.flatMap(foldersAround));
  const nearby = paths.flatMap((path, above) =>
    [...NEARBY_NAMES, ...languageFiles(path)].flatMap((name) => textAt(path, name, above)),
  );
  const texts = [
    ...nearby,
    ...nearby
      .filter(({ name }) => /^gatsby-(?:config|node)\./.test(name))
      .flatMap((file) => namedModules(file, (name) => textAt(paths[file.above] ?? root, name, file.above))),
    ...[...dataFolders].flatMap((folder) =>
      folder === ""
        ? folderDataNames(basename(root)).flatMap((name) => ownData(root, name))
        : folderDataNames(folder).flatMap((name) => textAt(root, name, 0)),
    ),
  ];
  return {
    folders: paths.map((path) => basename(path)),
    files,
    sources,
    texts,
    routes: paths.flatMap((path) => routesBelow(join(path, "src/pages"))),
  };
}

function foldersUpFrom(root: string): string[] {
  const paths = [root];
  for (let path = root; paths.length <= MOST_ABOVE && !existsSync(join(path, ".git")); ) {
    const parent = dirname(path);
    if (parent === path) break;
    paths.push(parent);
    path = parent;
  }
  return paths;
}

/** `posts/lock` and `posts` of `posts/lock/index.md`, and the content folder itself: data of Eleventy counts below. */
function foldersAround(path: string): string[] {
  const folders = path.split("/").slice(0, -1);
  return ["", ...folders.map((_, at) => folders.slice(0, at + 1).join("/"))];
}

/** Hugo's files for a language each. */
function languageFiles(folder: string): string[] {
  return namesIn(join(folder, "config/_default"))
    .filter((name) => /^languages\.[\w-]+\.\w+$/.test(name))
    .map((name) => `config/_default/${name}`);
}

/** The data file of the content folder lies in it, under its name. */
function ownData(root: string, name: string): NearbyText[] {
  return textAt(root, basename(name), 0);
}

function textAt(folder: string, name: string, above: number): NearbyText[] {
  try {
    const path = join(folder, name);
    const stats = lstatSync(path);
    return stats.isFile() && stats.size <= MAX_BYTES
      ? [{ name, above, text: readFileSync(path, "utf8") }]
      : [];
  } catch {
    return [];
  }
}

function routesBelow(pages: string): string[] {
  return namesIn(pages)
    .filter((name) => name.endsWith("].astro"))
    .map((name) => name.replaceAll("\\", "/"))
    .slice(0, MOST_ROUTES);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  } catch {
    return [];
  }
}
