import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { SourceListing } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { Section, Site } from "../article/site.ts";
import { listSource } from "../article/source-listing.ts";
import type { ContentPath } from "../article/values.ts";
import { isArticlePath, parseArticle } from "../source/parse-article.ts";
import { isSectionPath, readSectionFile, withSections } from "../source/section-file.ts";
import { readSiteSettings } from "../source/site-settings.ts";
import type { SourceFile } from "../source/source-file.ts";
import { FileProblems } from "../source/source-file.ts";
import { listFiles } from "./list-files.ts";
import { readMedia } from "./media.ts";
import { namedFiles } from "./named-files.ts";

/** All that a content folder says. */
export interface Folder {
  readonly site: Site;
  readonly articles: readonly SourceListing[];
  /** Files that articles name. */
  readonly media: readonly Media[];
  readonly problems: readonly Problem[];
  readonly timings: { readonly readMs: number; readonly parseMs: number };
}

/** There is no such folder, or it cannot be read. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** The file that says what the site is. */
export const SETTINGS_FILE = "site.toml";

/** Files that hold text in a form that is not read. */
const OTHER_TEXT = /\.(?:mdx|rst|adoc|asciidoc|org|docx?|odt|rtf)$/i;

/** How to read a folder. */
export interface FolderOptions {
  /** Whether drafts count. */
  readonly drafts: boolean;
  /** Whether to tell what is right but may be news. */
  readonly verbose?: boolean;
  /** Milliseconds, for the timings only. */
  readonly clock: () => number;
}

/** Reads a content folder: settings, sections, articles and the media that they name. */
export function readFolder(directory: string, options: FolderOptions): Folder {
  const started = options.clock();
  const root = openRoot(directory);
  const problems: Problem[] = [];
  const files = listFiles(root, options, problems);
  const reader = new FileReader(root, problems, options.clock);

  const settings = files.includes(SETTINGS_FILE as ContentPath)
    ? reader.read(SETTINGS_FILE as ContentPath)
    : null;
  const ownSite = withProblems(SETTINGS_FILE, options, problems, (own) =>
    readSiteSettings(settings, basename(root), own),
  );
  const isStatic = (path: string) => ownSite.staticFolders.some((folder) => path.startsWith(`${folder}/`));
  const texts = files.filter((path) => !isStatic(path));

  const sections: Section[] = [];
  for (const path of texts.filter(isSectionPath)) {
    const file = reader.read(path);
    const read = (own: FileProblems) => file && readSectionFile(file, ownSite.timezone, own);
    const section = withProblems(path, options, problems, read);
    if (section) sections.push(section);
  }
  const site = withSections(ownSite, sections);

  const articles: SourceListing[] = [];
  for (const path of texts) {
    if (!isArticlePath(path)) problems.push(...passedOver(path));
    else {
      const file = reader.read(path);
      if (file === null) continue;
      const parsed = parseArticle(file, site);
      problems.push(...parsed.problems, ...(options.verbose ? parsed.asides : []));
      if (parsed.article && (options.drafts || !parsed.article.draft))
        articles.push(listSource(parsed.article));
    }
  }
  const media = readMedia(namedFiles(root, files, articles, site), problems);
  const { readMs } = reader;
  return {
    site,
    articles,
    media,
    problems,
    timings: { readMs, parseMs: options.clock() - started - readMs },
  };
}

/** Says of a file that is no article why it is none, where its author may expect one. */
function passedOver(path: ContentPath): Problem[] {
  const notice = (message: string): Problem[] => [{ file: path, line: null, severity: "notice", message }];
  if (OTHER_TEXT.test(path))
    return notice("is not read; save it as Markdown (.md), HTML or plain text (.txt)");
  if (/^index\.(?:md|markdown|html?|txt)$/.test(path))
    return notice(
      "is a home page and no article; the site makes its own. Give it another name to publish it",
    );
  return [];
}

function withProblems<T>(
  path: string,
  { verbose }: FolderOptions,
  problems: Problem[],
  read: (own: FileProblems) => T,
): T {
  const own = new FileProblems(path);
  const result = read(own);
  problems.push(...own.list, ...(verbose ? own.asides : []));
  return result;
}

/** Reads files, and keeps the time of it. One that cannot be read is a problem. */
class FileReader {
  readMs = 0;
  readonly #root: string;
  readonly #problems: Problem[];
  readonly #clock: () => number;

  constructor(root: string, problems: Problem[], clock: () => number) {
    this.#root = root;
    this.#problems = problems;
    this.#clock = clock;
  }

  read(path: ContentPath): SourceFile | null {
    const started = this.#clock();
    try {
      return { path, bytes: readFileSync(join(this.#root, path)) };
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
      const message = `cannot be read (${code}); give leave to read it, or remove it`;
      this.#problems.push({ file: path, line: null, severity: "error", message });
      return null;
    } finally {
      this.readMs += this.#clock() - started;
    }
  }
}

function openRoot(directory: string): string {
  try {
    const root = realpathSync(resolve(directory));
    if (statSync(root).isDirectory()) return root;
  } catch (cause) {
    throw new FolderError(`there is no content folder ${directory}; name one with --content DIR`, { cause });
  }
  throw new FolderError(`${directory} is a file; --content takes the folder that it lies in`);
}
