import type { Author, PublicationDate, SourceArticle } from "../article/article.ts";
import { singleLine } from "../article/plain-text.ts";
import type { Problem } from "../article/problem.ts";
import type { Body } from "../article/references.ts";
import type { Site } from "../article/site.ts";
import { zonedInstant } from "../article/zoned-time.ts";
import type { FrontMatter, SplitText } from "./front-matter.ts";
import { readFrontMatter, splitFrontMatter } from "./front-matter.ts";
import { linkedText, splitReferences, textOf } from "./html-body.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Dateline } from "./newswire.ts";
import { parseNewswire } from "./newswire.ts";
import { sanitize } from "./sanitize.ts";
import { suggestSlug } from "./slugs.ts";
import type { SourceFile } from "./source-file.ts";
import { decodeText, FileProblems, lineAt } from "./source-file.ts";
import { summaryOf } from "./summary.ts";

/** What became of a source file. The article is null where a problem is an error. */
export interface ParsedArticle {
  readonly article: SourceArticle | null;
  readonly problems: readonly Problem[];
}

/** What a format's reader finds in the text below the front matter. */
interface FormatReading {
  readonly title: string | null;
  readonly body: Body;
  readonly text: string;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: Dateline | null;
  /** What the address is made of where the publisher names no slug. */
  readonly slugSource: "title" | "file";
}

const READERS: Readonly<Record<string, (split: SplitText) => FormatReading | null>> = {
  txt: readNewswire,
  md: readMarkdown,
  markdown: readMarkdown,
};

/** Whether a file of this name holds an article. */
export function isArticlePath(path: string): boolean {
  return extensionOf(path) in READERS;
}

/** Turns a source file into an article, or says what to mend. Never throws for what a file holds. */
export function parseArticle(file: SourceFile, site: Site): ParsedArticle {
  const problems = new FileProblems(file.path);
  const split = splitFrontMatter(decodeText(file, problems));
  const fields = readFrontMatter(split, site.timezone, problems);
  const reading = READERS[extensionOf(file.path)]?.(split) ?? null;
  if (reading === null) {
    problems.add("error", null, "is empty; write a headline and a paragraph, or remove the file");
    return { article: null, problems: problems.list };
  }
  const article = articleOf(file, site, fields, reading);
  const failed = problems.list.some(({ severity }) => severity === "error");
  return { article: failed ? null : article, problems: problems.list };
}

function articleOf(file: SourceFile, site: Site, fields: FrontMatter, reading: FormatReading): SourceArticle {
  const language = fields.language ?? site.language;
  const title = singleLine(fields.title ?? reading.title ?? nameOf(file.path)) || nameOf(file.path);
  return {
    path: file.path,
    title,
    summary: singleLine(fields.summary ?? summaryOf(reading.text, language)),
    body: reading.body,
    text: reading.text,
    wordCount: reading.text.match(/\S+/gu)?.length ?? 0,
    authors: (fields.authors ?? reading.authors).map(singleLine).filter(Boolean).map(namedAuthor(site)),
    agency: fields.agency ?? reading.agency,
    place: reading.dateline?.place ?? null,
    section: fields.section ?? sectionOf(file.path),
    tags: [...new Set(fields.tags?.map(singleLine))],
    language,
    image: fields.image ? { target: fields.image.src, alt: singleLine(fields.image.alt) } : null,
    published: publicationDate(fields, reading.dateline, site),
    updated: fields.updated ?? null,
    correction: fields.correction ? singleLine(fields.correction) : null,
    id: fields.id ?? null,
    slug: fields.slug ?? null,
    suggestedSlug: suggestSlug(reading.slugSource === "title" ? title : nameOf(file.path)),
    draft: fields.draft ?? false,
  };
}

/** An author that site.toml describes keeps URL and address; another has only a name. */
function namedAuthor(site: Site): (name: string) => Author {
  return (name) => site.authors.find((author) => author.name === name) ?? { name, url: null, email: null };
}

function publicationDate(fields: FrontMatter, dateline: Dateline | null, site: Site): PublicationDate | null {
  if (fields.published !== undefined) return { kind: "instant", at: fields.published };
  if (dateline === null || dateline.month === null || dateline.day === null) return null;
  const { year, month, day } = dateline;
  if (year === null) return { kind: "yearless", month, day };
  const at = zonedInstant({ year, month, day }, site.timezone);
  return at === null ? null : { kind: "instant", at };
}

function readNewswire(split: SplitText): FormatReading | null {
  const newswire = parseNewswire(split.body);
  if (newswire === null) return null;
  const html = newswire.blocks
    .map(({ kind, text }) =>
      kind === "crosshead" ? `<h2>${linkedText(text)}</h2>` : `<p>${linkedText(text)}</p>`,
    )
    .join("\n");
  const body = splitReferences(html, () => split.bodyLine);
  return { ...newswire, body, text: textOf(html), slugSource: "title" };
}

function readMarkdown(split: SplitText): FormatReading | null {
  if (split.format === null && split.body.trim() === "") return null;
  const html = sanitize(renderMarkdown(split.body));
  const heading = /^\s*<h1>([\s\S]*?)<\/h1>\s*/.exec(html);
  const rest = heading ? html.slice(heading[0].length) : html;
  const lineOf = (target: string) => split.bodyLine - 1 + lineAt(split.body, split.body.indexOf(target));
  return {
    title: heading ? textOf(heading[1] ?? "") : null,
    body: splitReferences(rest.trim(), lineOf),
    text: textOf(rest),
    authors: [],
    agency: null,
    dateline: null,
    slugSource: "file",
  };
}

function extensionOf(path: string): string {
  return /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** The file's name without folder, extension and date. */
function nameOf(path: string): string {
  const name =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]+$/, "") ?? path;
  return name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, "");
}

/** The first folder below the content folder. */
function sectionOf(path: string): string | null {
  const [folder = null, ...rest] = path.split("/");
  return rest.length === 0 ? null : folder;
}
