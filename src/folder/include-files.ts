import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../article/problem.ts";
import { contentPath } from "../article/values.ts";
import { readSource } from "../cache/parse-file.ts";
import { decodeText, FileProblems } from "../source/text/source-file.ts";
import { placeIn } from "./places.ts";

export const INCLUDES_FOLDER = "_includes";
const TEXT_FILE = /\.(?:html?|md|markdown|txt)$/i;
/** Every article is read with them: so much is enough for the words that a site repeats. */
const MAX_FILES = 500;
const MAX_BYTES = 1024 * 1024;

/**
 * Reads the texts that articles of Jekyll may include, ahead of all: those of `_includes` by their paths
 * in it, and files beside articles whose names begin with an underscore (`include_relative`) by their
 * paths from the content folder on, with a slash in front.
 */
export function readIncludes(root: string, problems: Problem[]): Readonly<Record<string, string>> {
  const includes: Record<string, string> = {};
  let [files, bytes] = [0, 0];
  for (const written of [...textsIn(root, INCLUDES_FOLDER), ...textsBeside(root)]) {
    const path = contentPath(written);
    if (path === null || placeIn(root, path).kind !== "file") continue;
    const file = readSource(root, path);
    if (file.kind !== "read") continue;
    files += 1;
    bytes += file.bytes.length;
    if (files > MAX_FILES || bytes > MAX_BYTES) {
      const own = new FileProblems(path);
      own.add(
        "warning",
        null,
        `is left out with all behind it: articles may include ${MAX_FILES} texts of 1 MiB together`,
      );
      problems.push(...own.list);
      break;
    }
    const isShared = path.startsWith(`${INCLUDES_FOLDER}/`);
    const name = isShared ? path.slice(INCLUDES_FOLDER.length + 1) : `/${path}`;
    includes[name] = decodeText({ path, bytes: file.bytes }, new FileProblems(path));
  }
  return includes;
}

/** Texts of a folder and all below it, in the order of their paths. */
function textsIn(root: string, folder: string): readonly string[] {
  return entriesOf(root, folder).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.name.startsWith(".")) return [];
    if (entry.isDirectory()) return textsIn(root, path);
    return TEXT_FILE.test(entry.name) ? [path] : [];
  });
}

function textsBeside(root: string, folder = ""): readonly string[] {
  return entriesOf(root, folder).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const isPassedOver = /^[._]|^node_modules$/.test(entry.name);
    if (entry.isDirectory()) return isPassedOver ? [] : textsBeside(root, path);
    return entry.name.startsWith("_") && TEXT_FILE.test(entry.name) ? [path] : [];
  });
}

/** What cannot be listed holds nothing. */
function entriesOf(root: string, folder: string) {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
