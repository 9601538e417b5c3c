import { realpathSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Adopted } from "../article/adopted.ts";
import { ADOPTED_FILE, NOTHING_ADOPTED } from "../article/adopted.ts";
import type { Problem } from "../article/problem.ts";
import type { Section, Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { readSource, unreadable } from "../cache/parse-file.ts";
import {
  isHomePath,
  isSectionPath,
  readHomeTitle,
  readSectionFile,
  withSections,
} from "../source/section-file.ts";
import { readAdopted } from "../source/settings/read-adopted.ts";
import { readSiteSettings } from "../source/settings/site-settings.ts";
import type { SourceFile } from "../source/text/source-file.ts";
import { FileProblems } from "../source/text/source-file.ts";
import { excludedBy } from "./excluded.ts";
import { readGeneratorData } from "./generator-data.ts";
import type { KnownEntries } from "./list-files.ts";
import { listFiles } from "./list-files.ts";
import { nearSettings, passedOver } from "./passed-over.ts";
import { withPeople } from "./people-files.ts";
import { withRedirectFiles } from "./redirect-files.ts";
import { sortFiles } from "./sort-files.ts";

/** How to read a folder. */
export interface FolderOptions {
  /** Whether drafts count. */
  readonly drafts: boolean;
  /** Whether to tell what is right but may be news. */
  readonly verbose?: boolean;
  /** What folders hold, where somebody has looked. */
  readonly entriesOf?: KnownEntries | undefined;
}

/** A content folder of which the settings are read, and no article yet. */
export interface OpenFolder {
  /** Its true path. */
  readonly root: string;
  readonly site: Site;
  readonly adopted: Adopted;
  /** All of its files. */
  readonly files: readonly ContentPath[];
  /** Those that hold an article each. */
  readonly sources: readonly ContentPath[];
  /** Where each of these stands among all that somebody looked at; -1 where nobody did. */
  readonly sourceRows: readonly number[];
  readonly problems: readonly Problem[];
}

/** There is no such folder, or it cannot be read. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** Lists a content folder and reads its settings and sections. Throws `FolderError`. */
export function openFolder(directory: string, options: FolderOptions): OpenFolder {
  const root = openRoot(directory);
  const problems: Problem[] = [];
  const first = listFiles(root, options, problems);
  const listed = first.paths;
  const read = (path: ContentPath): SourceFile | null => {
    const file = readSource(root, path);
    if (file.kind === "read") return { path, bytes: file.bytes };
    problems.push(...unreadable(path, file.reason).problems);
    return null;
  };

  const settingsPath = listed.find((path) => path === SETTINGS_FILE);
  const settings = settingsPath ? read(settingsPath) : null;
  // Settings that are there and cannot be read are told of as that.
  const isTold = problems.some(({ file, severity }) => file === SETTINGS_FILE && severity === "error");
  const named = (title: string, own: FileProblems) => readSiteSettings(settings, title, own);
  // A site that site.toml does not name has the name that its own page gives it, else that of its folder.
  const homePath = listed.find(isHomePath);
  const home = homePath ? readSource(root, homePath) : null;
  const written = withProblems(SETTINGS_FILE, options, isTold ? [] : problems, (own) => {
    const site = named(basename(root), own);
    const title =
      homePath && home?.kind === "read" ? readHomeTitle({ path: homePath, bytes: home.bytes }, site) : null;
    return title === null ? site : named(title, new FileProblems(SETTINGS_FILE));
  });
  const isExcluded = excludedBy(written.habits.exclude);
  const { collections } = written.habits;
  const ofCollections: Problem[] = [];
  const all = collections.length === 0 ? first : listFiles(root, { ...options, collections }, ofCollections);
  problems.push(...ofCollections.filter(({ file }) => file.startsWith("_")));
  const told = problems.filter(({ file }) => file === SETTINGS_FILE || !isExcluded(file));
  problems.length = 0;
  problems.push(...told, ...nearSettings(listed));
  const settled = withPeople(root, written, problems);
  const ownSite = { ...settled, generatorData: readGeneratorData(root, settled, problems) };
  const { files, sources, sourceRows, others } = sortFiles(all, isExcluded, ownSite);
  const sections: Section[] = [];
  for (const path of others.filter(isSectionPath)) {
    const file = read(path);
    const section = withProblems(
      path,
      options,
      problems,
      (own) => file && readSectionFile(file, ownSite, own),
    );
    if (section) sections.push(section);
  }
  for (const path of others) problems.push(...passedOver(path));
  const site = withRedirectFiles(root, withSections(ownSite, sections), problems);
  const known = listed.find((path) => path === ADOPTED_FILE);
  const adopted = withProblems(ADOPTED_FILE, options, problems, (own) => {
    const file = known ? read(known) : null;
    return file === null ? NOTHING_ADOPTED : readAdopted(file, own);
  });
  return { root, site, adopted, files, sources, sourceRows, problems };
}

function withProblems<T>(
  path: string,
  { verbose }: FolderOptions,
  problems: Problem[],
  read: (own: FileProblems) => T,
): T {
  const own = new FileProblems(path);
  const result = read(own);
  for (const one of verbose ? [...own.list, ...own.asides] : own.list) problems.push(one);
  return result;
}

function openRoot(directory: string): string {
  try {
    const root = realpathSync(resolve(directory));
    if (statSync(root).isDirectory()) return root;
  } catch (cause) {
    throw new FolderError(`there is no content folder ${directory}; name one with --content DIR`, { cause });
  }
  throw new FolderError(`${directory} is a file; --content takes the folder it is in`);
}
