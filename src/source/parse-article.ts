import { singleLine } from "../article/plain-text.ts";
import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import type { ParsedSource } from "../article/source.ts";
import { articleOf } from "./article-of.ts";
import { dialectOf } from "./dialects/text/dialect.ts";
import { readArticleFields } from "./fields/article-fields.ts";
import { withLink } from "./fields/link-post.ts";
import { noArticle } from "./fields/no-article.ts";
import { splitFrontMatter } from "./formats/front-matter.ts";
import { readFilled } from "./read-filled.ts";
import { READERS } from "./readers.ts";
import { ArticleTemplates } from "./templates/article-templates.ts";
import { extensionOf, readArticlePath } from "./text/article-path.ts";
import type { SourceFile } from "./text/source-file.ts";
import { decodeText, FileProblems } from "./text/source-file.ts";
import { language as languageTag } from "./values/field-values.ts";

/** What became of a source file. The article is null where a problem is an error, and where it is none. */
export interface ParsedArticle {
  readonly article: ParsedSource | null;
  readonly problems: readonly Problem[];
  /** What is right but may be news, such as fields that mean nothing here. */
  readonly asides: readonly Problem[];
}

/** Whether a file of this name holds an article. */
export function isArticlePath(path: string): boolean {
  return Object.hasOwn(READERS, extensionOf(path)) && !/(?:^|\/)_index\.[^/]+$|^index\.[^/]+$/.test(path);
}

/** Turns a source file into an article, or says what to fix. Never throws for what a file holds. */
export function parseArticle(file: SourceFile, site: Site): ParsedArticle {
  const problems = new FileProblems(file.path);
  let article: ParsedSource | null = null;
  try {
    article = readArticle(file, site, problems);
  } catch (cause) {
    problems.addFault(cause);
  }
  const failed = problems.list.some(({ severity }) => severity === "error");
  return { article: failed ? null : article, problems: problems.list, asides: problems.asides };
}

function readArticle(file: SourceFile, site: Site, problems: FileProblems): ParsedSource | null {
  const place = readArticlePath(file.path, site.languages);
  if (place.isInLanguageFolder && place.fullName === "index" && place.folders.length === 0) {
    problems.add("notice", null, "is a home page, not an article; rename it to publish it");
    return null;
  }
  const split = splitFrontMatter(decodeText(file, problems));
  const templates = new ArticleTemplates(file.path, site);
  const { fields, extra } = withLink(readArticleFields(split, site, problems, templates), split);
  const title = fields.title ? singleLine(fields.title) : null;
  const language = fields.language ?? languageTag(place.language) ?? site.language;
  const body = {
    // Nobody reads what a page says that leads elsewhere.
    text: fields.redirectTo ?? split.body,
    line: split.bodyLine,
    title: title || null,
    path: file.path,
    dialect: dialectOf(site.generator, language, split.frontMatter),
  };
  const reader = READERS[extensionOf(file.path)];
  const reading = reader ? readFilled(reader, body, { file, templates, problems }) : null;
  const isFaulty = problems.list.some(({ severity }) => severity === "error");
  const reason = isFaulty ? null : noArticle(file.path, split, fields, site.generator);
  if (reason !== null) {
    problems.add("notice", null, reason);
    return null;
  }
  if (reading === null) {
    // Front matter that cannot be read may have held the title.
    if (!isFaulty)
      problems.add("error", null, "is empty; write a headline and a paragraph, or remove the file");
    return null;
  }
  return articleOf({ file, place, site, split, fields, extra, reading, problems });
}
