import type { Dirent } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem, Severity } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";
import { errorCode } from "../cache/parse-file.ts";
import { isArticlePath } from "../source/parse-article.ts";
import { isSectionPath } from "../source/section-file.ts";
import { placeIn } from "./places.ts";

/** What a folder holds, where that is known already; null where it is to be looked for. */
export type KnownEntries = (folder: string) => KnownFolder | null;

/** What a folder holds, and where the first of it stands among all that somebody looked at; the others follow it. */
interface KnownFolder {
  readonly entries: readonly Dirent[];
  readonly row: number;
}

/** Files of a content folder. */
export interface ListedFiles {
  /** Sorted. */
  readonly paths: readonly ContentPath[];
  /** Where each stands among all that somebody looked at; -1 where nobody did. */
  readonly rows: readonly number[];
}

/** Names that begin with an underscore belong to generators (layouts, data), but for these. */
const UNDERSCORED = /^_(?:posts$|drafts$|index\.)/;

/** What a path cannot hold: other systems take it for a slash, lines end at it, or it is no character. */
const UNNAMEABLE = /[\\\u0000-\u001f\u007f-\u009f\ufffd]/;

/**
 * All files below `root`, sorted, so that a bake never depends on the disk's order. Dotfiles,
 * `node_modules` and what generators keep under an underscore are passed over, and `_drafts` unless
 * drafts are asked for; folders of collections are read. What cannot be read, and a link that leads out of the folder, is a problem.
 */
export function listFiles(
  root: string,
  options: {
    readonly drafts: boolean;
    readonly collections?: readonly string[];
    readonly entriesOf?: KnownEntries | undefined;
  },
  problems: Problem[],
): ListedFiles {
  const paths: ContentPath[] = [];
  const rows: number[] = [];
  const add = (path: ContentPath, row: number) => {
    paths.push(path);
    rows.push(row);
  };
  const collections = new Set(options.collections?.map((name) => `_${name}`));
  const walk = (below: string) => {
    const { entries, row: first } = entriesIn(root, below, options.entriesOf, problems);
    for (const at of sorted(entries)) {
      const entry = entries[at] as Dirent;
      const row = first < 0 ? -1 : first + at;
      const isCollection = below === "" && collections.has(entry.name);
      if (!isCollection && isPassedOver(entry.name, options)) continue;
      const written = below === "" ? entry.name : `${below}/${entry.name}`;
      const tell = (severity: Severity, message: string) =>
        problems.push({ file: written, line: null, severity, message });
      const path = UNNAMEABLE.test(entry.name) ? null : contentPath(written);
      if (path === null) {
        const isLost = entry.isDirectory() || isArticlePath(written) || isSectionPath(written);
        tell(
          isLost ? "error" : "notice",
          "has a name with a backslash, a control character or what is not UTF-8; give it another",
        );
      } else if (entry.isFile()) add(path, row);
      else if (path === SETTINGS_FILE && !entry.isSymbolicLink()) {
        tell("error", "is not a file; write the settings of the site into a file of this name");
      } else if (entry.isDirectory()) walk(path);
      else if (entry.isSymbolicLink()) {
        const place = placeIn(root, path);
        if (place.kind === "file") add(path, row);
        else if (place.kind === "folder")
          tell(
            "warning",
            "is a symbolic link to a folder, which is not followed; put the folder itself there",
          );
        else {
          const reason = place.kind === "missing" ? "leads nowhere" : place.reason;
          tell("error", `is a symbolic link that ${reason}; put the file itself there, or remove the link`);
        }
      } else tell("warning", "is neither a file nor a folder and is not read; remove it");
    }
  };
  walk("");
  return { paths, rows };
}

/** Places of entries in the order of their names. */
function sorted(entries: readonly Dirent[]): readonly number[] {
  const names = entries.map(({ name }) => name);
  const places = [...names.keys()];
  return places.sort((a, b) => ((names[a] ?? "") < (names[b] ?? "") ? -1 : 1));
}

/** Whether a file or folder of this name is nothing that is published. */
export function isPassedOver(name: string, { drafts }: { readonly drafts: boolean }): boolean {
  if (name.startsWith(".") || name === "node_modules") return true;
  if (name === "_drafts") return !drafts;
  return name.startsWith("_") && !UNDERSCORED.test(name);
}

/** Pictures, sound, video and papers, which no generator keeps its own words in. */
const MEDIA = /\.(?:avif|gif|jpe?g|png|svg|webp|mp3|m4a|ogg|opus|wav|flac|mp4|m4v|mov|webm|vtt|pdf)$/i;

/** Whether a path is passed over only for an underscore (`_img/lock.png`), and holds media all the same. */
export function isUnderscoredMedia(path: string): boolean {
  const names = path.split("/");
  const isHeldBack = (name: string) => isPassedOver(name, { drafts: false });
  const isUnderscored = (name: string) => name.startsWith("_") && name !== "_drafts";
  return (
    MEDIA.test(path) &&
    names.some(isHeldBack) &&
    names.filter(isHeldBack).every((name) => isUnderscored(name))
  );
}

function entriesIn(
  root: string,
  below: string,
  known: KnownEntries | undefined,
  problems: Problem[],
): KnownFolder {
  try {
    const folder = join(root, below);
    return known?.(folder) ?? { entries: readdirSync(folder, { withFileTypes: true }), row: -1 };
  } catch (cause) {
    const message = `cannot be read (${errorCode(cause)}); make it readable, or remove it`;
    problems.push({ file: below || "the content folder", line: null, severity: "error", message });
    return { entries: [], row: -1 };
  }
}
