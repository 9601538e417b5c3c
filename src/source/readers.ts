import { cleanBody } from "./html/clean-body.ts";
import { readHtmlDocument } from "./html/html-document.ts";
import { linkedText } from "./html/linked-text.ts";
import { markdownFault } from "./markdown/markdown-limits.ts";
import type { NewswireBlock } from "./newswire/blocks.ts";
import type { Newswire } from "./newswire/newswire.ts";
import { parseNewswire } from "./newswire/newswire.ts";
import type { Prose, ProseReading } from "./read-prose.ts";
import { readPlain, readProse } from "./read-prose.ts";
import { LineTable } from "./text/line-table.ts";
import { ReferenceLines } from "./text/reference-lines.ts";
import type { FileProblems } from "./text/source-file.ts";
import { lineAt } from "./text/source-file.ts";

/** The text below the front matter; a heading that says the same as its title is not repeated. */
export type BodyText = Prose;

/** What a format's reader finds. */
export interface FormatReading extends ProseReading {
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly dateline: Newswire["dateline"];
  /** Date as the document's head states it. */
  readonly published: string | null;
  readonly summary: string | null;
  readonly language: string | null;
  /** What the address is made of where the publisher names no slug. */
  readonly slugSource: "title" | "file";
}

const NOTHING_ELSE = {
  authors: [],
  agency: null,
  dateline: null,
  published: null,
  summary: null,
  language: null,
  slugSource: "file",
  plain: null,
} as const;

/** Reads a text below its front matter. */
export type Reader = (text: BodyText, problems: FileProblems) => FormatReading | null;

/** How a file is read, by its extension. Null comes of a file that holds nothing. */
export const READERS: Readonly<Record<string, Reader>> = {
  txt: readNewswire,
  md: readMarkdown,
  markdown: readMarkdown,
  mdx: readMdx,
  html: readHtmlFile,
  htm: readHtmlFile,
};

function readNewswire({ text, line, title }: BodyText, problems: FileProblems): FormatReading | null {
  // A title in the front matter is the headline; it stands in the text a second time or not.
  const isHeadless = title !== null && !text.trimStart().startsWith(`${title}\n`);
  const newswire = parseNewswire(isHeadless ? `${title}\n${text}` : text);
  if (newswire === null) return null;
  const html = newswire.blocks.map(blockHtml).join("\n");
  const firstLine = isHeadless ? line - 1 : line;
  const dateline = newswire.dateline && {
    ...newswire.dateline,
    line: firstLine - 1 + newswire.dateline.line,
  };
  const read = cleanBody(html, new ReferenceLines(text, line), problems);
  // An agency's text begins with its news.
  return { ...NOTHING_ELSE, ...newswire, ...read, lede: read.notedLede, dateline, slugSource: "title" };
}

function blockHtml(block: NewswireBlock): string {
  if (block.kind === "crosshead") return `<h2>${linkedText(block.text)}</h2>`;
  if (block.kind === "paragraph") return `<p>${linkedText(block.text)}</p>`;
  if (block.kind === "table") return `<pre>${linkedText(block.text)}</pre>`;
  const name = block.isOrdered ? "ol" : "ul";
  const items = block.items.map((item) => `<li>${linkedText(item)}</li>`);
  return `<${name}>\n${items.join("\n")}\n</${name}>`;
}

function readMarkdown(body: BodyText, problems: FileProblems): FormatReading | null {
  // Docusaurus reads all of its texts as MDX.
  return readMarkup(body, problems, body.dialect.generator === "docusaurus");
}

function readMdx(body: BodyText, problems: FileProblems): FormatReading | null {
  return readMarkup(body, problems, true);
}

function readMarkup(body: BodyText, problems: FileProblems, isMdx: boolean): FormatReading | null {
  const { text, line, title } = body;
  if (text.trim() === "" && title === null) return null;
  const lines = new LineTable(text, line);
  const fault = markdownFault(text);
  if (fault !== null) {
    problems.add("error", lines.lineOf(fault.offset), fault.message);
    return null;
  }
  const reading = readProse(body, isMdx, lines, problems);
  return reading && { ...NOTHING_ELSE, ...reading };
}

function readHtmlFile(file: BodyText, problems: FileProblems): FormatReading | null {
  const { text, line, title } = file;
  if (text.trim() === "" && title === null) return null;
  const { content, offset, meta, ...head } = readHtmlDocument(text);
  const firstLine = line - 1 + lineAt(text, offset);
  const prose = { ...file, text: content, line: firstLine };
  const reading = readPlain(prose, content, new LineTable(content, firstLine), problems);
  const author = meta.get("author");
  return {
    ...NOTHING_ELSE,
    ...reading,
    title: reading.title ?? head.title,
    plain: reading.plain && { ...reading.plain, title: reading.plain.title ?? head.title },
    authors: author === undefined ? [] : [author],
    published: meta.get("article:published_time") ?? meta.get("date") ?? null,
    summary: meta.get("description") ?? null,
    language: head.language,
  };
}
