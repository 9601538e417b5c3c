import { singleLine } from "../article/plain-text.ts";
import type { Section, Site } from "../article/site.ts";
import { readArticleFields } from "./fields/article-fields.ts";
import { splitFrontMatter } from "./formats/front-matter.ts";
import { ArticleTemplates } from "./templates/article-templates.ts";
import { readArticlePath, titleFromName } from "./text/article-path.ts";
import type { SourceFile } from "./text/source-file.ts";
import { decodeText, FileProblems } from "./text/source-file.ts";

/** Whether a file describes a section (`world/_index.md`) and is no article. */
export function isSectionPath(path: string): boolean {
  return /(?:^|\/)_index\.(?:md|markdown|html?)$/.test(path);
}

/** What counts of a section's fields; the rest may be anything. */
const OF_SECTION = new Set(["title", "summary"] as const);

/** Reads a section's name, title and description; null for a folder that is no section of its own. */
export function readSectionFile(file: SourceFile, site: Site, problems: FileProblems): Section | null {
  try {
    return readSection(file, site, problems);
  } catch (cause) {
    problems.addFault(cause);
    return null;
  }
}

function readSection(file: SourceFile, site: Site, problems: FileProblems): Section | null {
  const split = splitFrontMatter(decodeText(file, problems));
  const { fields } = readArticleFields(
    split,
    { timezone: site.timezone, podcast: null, only: OF_SECTION },
    problems,
    new ArticleTemplates(file.path, site),
  );
  const name = readArticlePath(file.path).section;
  if (name === null || file.path.split("/").length !== 2) return null;
  const { title, summary } = fields;
  return {
    name,
    title: title ? singleLine(title) : titleFromName(name),
    description: summary ? singleLine(summary) : null,
  };
}

/** Whether a file describes the whole site (`_index.md` beside site.toml). */
export function isHomePath(path: string): boolean {
  return isSectionPath(path) && !path.includes("/");
}

/** The title of the site as its own `_index.md` names it; null where it names none. What is wrong is told elsewhere. */
export function readHomeTitle(file: SourceFile, site: Site): string | null {
  const problems = new FileProblems(file.path);
  try {
    const { fields } = readArticleFields(
      splitFrontMatter(decodeText(file, problems)),
      { timezone: site.timezone, podcast: null, only: OF_SECTION },
      problems,
      new ArticleTemplates(file.path, site),
    );
    return singleLine(fields.title ?? "") || null;
  } catch {
    return null;
  }
}

/**
 * The sections of a site: what site.toml says of one goes before what a file says. The folder of a
 * language is none.
 */
export function withSections(site: Site, described: readonly Section[]): Site {
  const named = new Set([...site.sections.map(({ name }) => name), ...site.languages]);
  return { ...site, sections: [...site.sections, ...described.filter(({ name }) => !named.has(name))] };
}
