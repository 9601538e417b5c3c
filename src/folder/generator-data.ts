import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../article/problem.ts";
import type { GeneratorData, Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";
import { readSource } from "../cache/parse-file.ts";
import { isDataPath, readDataFile, withData } from "../source/formats/data-file.ts";
import { FileProblems } from "../source/text/source-file.ts";
import { isTable } from "../source/values/field-values.ts";
import { INCLUDES_FOLDER, readIncludes } from "./include-files.ts";
import { placeIn } from "./places.ts";

const DATA_FOLDER = "_data";
const CONFIG_FILE = "_config.yml";
/** Every article is read with them: so many are enough for any site's names and numbers. */
const MAX_FILES = 500;
const MAX_BYTES = 4 * 1024 * 1024;

/** Whether data files have, or lie in something that has, this name in the content folder itself. */
export function holdsData(name: string): boolean {
  return name === DATA_FOLDER || name === CONFIG_FILE || name === INCLUDES_FOLDER;
}

/** Reads the data files of a Jekyll or Eleventy folder, which its marks may name, and what they include; nothing for others. */
export function readGeneratorData(root: string, { generator }: Site, problems: Problem[]): GeneratorData {
  const data: Record<string, unknown> = {};
  if (generator !== "jekyll" && generator !== "eleventy") return { config: {}, data, includes: {} };
  let bytes = 0;
  const read = (path: ContentPath): unknown => {
    if (placeIn(root, path).kind !== "file") return null;
    const file = readSource(root, path);
    const own = new FileProblems(path);
    if (file.kind === "unreadable") own.add("warning", null, file.reason);
    else if (bytes + file.bytes.length > MAX_BYTES) own.add("warning", null, tooMuch());
    const value =
      file.kind === "read" && own.list.length === 0 ? readDataFile({ path, bytes: file.bytes }, own) : null;
    if (file.kind === "read" && own.list.length === 0) bytes += file.bytes.length;
    problems.push(...own.list);
    return value;
  };
  for (const path of dataPaths(root)) {
    const names = path
      .slice(DATA_FOLDER.length + 1)
      .replace(/\.[^.]+$/, "")
      .split("/");
    withData(data, names, read(path));
  }
  const configPath = generator === "jekyll" ? contentPath(CONFIG_FILE) : null;
  const config = configPath === null ? null : read(configPath);
  const includes = generator === "jekyll" ? readIncludes(root, problems) : {};
  return { config: isTable(config) ? config : {}, data, includes };
}

function tooMuch(): string {
  return `is left out: data files may have ${MAX_BYTES / 1024 / 1024} MiB together; take out what no article names`;
}

/** Data files in the order of their paths. What cannot be listed holds none. */
function dataPaths(root: string): readonly ContentPath[] {
  const paths: ContentPath[] = [];
  const walk = (folder: string) => {
    const entries = entriesOf(join(root, folder));
    for (const entry of entries) {
      const path = contentPath(`${folder}/${entry.name}`);
      if (path === null || entry.name.startsWith(".") || paths.length >= MAX_FILES) continue;
      if (entry.isDirectory()) walk(path);
      else if (isDataPath(entry.name)) paths.push(path);
    }
  };
  walk(DATA_FOLDER);
  return paths;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
