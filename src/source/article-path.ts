/** What the place of a file says of its article. */
export interface ArticlePlace {
  /** Name without folder, date and extension; that of the folder for a bundle (`lock/index.md`). */
  readonly name: string;
  /** `2025-07-01` from `2025-07-01-lock.md`. */
  readonly date: string | null;
  /** The first folder below the content folder that is not a year, nor a generator's own. */
  readonly section: string | null;
  /** Whether it lies in a folder `_drafts`. */
  readonly isDraft: boolean;
  /** Whether it lies in a folder `_posts`, where tags are words between spaces. */
  readonly isJekyll: boolean;
}

/** Reads the path of an article below the content folder. */
export function readArticlePath(path: string): ArticlePlace {
  const folders = path.split("/");
  const file = folders.pop()?.replace(/\.[^.]+$/, "") ?? "";
  const full = file === "index" ? (folders.pop() ?? file) : file;
  const isJekyll = folders.includes("_posts") || folders.includes("_drafts");
  // Jekyll takes parts of one digit.
  const dated = isJekyll ? /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_](.*))?$/ : /^(\d{4}-\d{2}-\d{2})(?:[-_](.*))?$/;
  const [, date = null, rest = ""] = dated.exec(full) ?? [];
  return {
    name: rest || full,
    date,
    section: folders.find((folder) => !/^(?:_posts|_drafts|\d{4})$/.test(folder)) ?? null,
    isDraft: folders.includes("_drafts"),
    isJekyll,
  };
}

/** The extension in small letters, without its dot. */
export function extensionOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** A title from a file's name, for an article that has no other: `lock-opens` becomes "Lock opens". */
export function titleFromName(name: string): string {
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || name;
}
