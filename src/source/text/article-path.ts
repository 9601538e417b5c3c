/** What the place of a file says of its article. */
export interface ArticlePlace {
  /** Name without folder, date and extension; that of the folder for a bundle (`lock/index.md`). */
  readonly name: string;
  /** The name with the date in front of it. */
  readonly fullName: string;
  /** `2025-07-01` from `2025-07-01-lock.md`. */
  readonly date: string | null;
  /** Folders from the content folder on, but for a bundle's own, one of a language and a generator's own. */
  readonly folders: readonly string[];
  /** The first of these that is not a year. */
  readonly section: string | null;
  /** The language that its name (`lock.fr.md`) or a folder tells, as the site spells it. */
  readonly language: string | null;
  /** Whether one of its folders is that of a language. */
  readonly isInLanguageFolder: boolean;
  /** Whether it lies in a folder `_drafts`. */
  readonly isDraft: boolean;
  /** Whether it lies in a folder `_posts`, where tags are words between spaces. */
  readonly isJekyll: boolean;
  /** Folders around `_posts`, which Jekyll takes for categories. */
  readonly around: readonly string[];
}

/** Reads the path of an article below the content folder. `languages` are those that names can tell. */
export function readArticlePath(path: string, languages: readonly string[] = []): ArticlePlace {
  const written = path.split("/");
  const [file, ownLanguage] = withoutLanguage(written.pop()?.replace(/\.[^.]+$/, "") ?? "", languages);
  const [folders, folderLanguage] = withoutLanguageFolder(written, languages);
  const fullName = file === "index" ? (folders.pop() ?? file) : file;
  const jekylls = folders.findIndex((folder) => /^_(?:posts|drafts)$/.test(folder));
  // Jekyll takes parts of one digit.
  const dated =
    jekylls === -1 ? /^(\d{4}-\d{2}-\d{2})(?:[-_](.*))?$/ : /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_](.*))?$/;
  const [, date = null, rest = ""] = dated.exec(fullName) ?? [];
  // Jekyll's collection `docs` lies in `_docs`.
  const kept = folders
    .filter((folder) => !/^_(?:posts|drafts)$/.test(folder))
    .map((folder) => folder.replace(/^_/, ""));
  return {
    name: rest || fullName,
    fullName,
    date,
    folders: kept,
    section: kept.find((folder) => !/^\d{4}$/.test(folder)) ?? null,
    language: ownLanguage ?? folderLanguage,
    isInLanguageFolder: folderLanguage !== null,
    isDraft: folders.includes("_drafts"),
    isJekyll: jekylls !== -1,
    around: folders.slice(0, Math.max(jekylls, 0)),
  };
}

/** Parts a name of a file as Hugo has it, `lock.fr`. */
function withoutLanguage(file: string, languages: readonly string[]): readonly [string, string | null] {
  const language = languages.find((one) => file.endsWith(`.${one}`) && file.length > one.length + 1);
  return language === undefined ? [file, null] : [file.slice(0, -language.length - 1), language];
}

/** Docusaurus keeps translations of `blog` in `i18n/fr/docusaurus-plugin-content-blog`. */
function withoutLanguageFolder(
  folders: readonly string[],
  languages: readonly string[],
): readonly [string[], string | null] {
  const at = folders.findIndex((folder) => languages.includes(folder));
  if (at === -1) return [[...folders], null];
  const around = folders.slice(0, at);
  const inside = folders.slice(at + 1);
  const plain =
    around.at(-1) === "i18n"
      ? [
          ...around.slice(0, -1),
          ...inside
            .map((one) => one.replace(/^docusaurus-plugin-content-/, ""))
            .filter((one) => one !== "current"),
        ]
      : [...around, ...inside];
  return [plain, folders[at] ?? null];
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
