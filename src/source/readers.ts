import type { Body } from "../article/references.ts";
import { cleanBody } from "./clean-body.ts";
import { readHtmlDocument } from "./html-document.ts";
import { LineTable } from "./line-table.ts";
import { linkedText } from "./linked-text.ts";
import { renderMarkdown } from "./markdown.ts";
import { markdownFault } from "./markdown-limits.ts";
import type { NewswireBlock } from "./newswire/blocks.ts";
import type { Newswire } from "./newswire/newswire.ts";
import { parseNewswire } from "./newswire/newswire.ts";
import { ReferenceLines } from "./reference-lines.ts";
import { FileProblems, lineAt } from "./source-file.ts";
import { templateMarks } from "./template-marks.ts";

/** The text below the front matter. */
export interface BodyText {
  readonly text: string;
  /** The line of the file that it starts on. */
  readonly line: number;
  /** Title that the front matter gives; a heading that says the same is not repeated. */
  readonly title: string | null;
}

/** What a format's reader finds. */
export interface FormatReading {
  readonly title: string | null;
  readonly body: Body;
  readonly text: string;
  readonly lede: string;
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
} as const;

type Reader = (text: BodyText, problems: FileProblems) => FormatReading | null;

/** How a file is read, by its extension. Null comes of a file that holds nothing. */
export const READERS: Readonly<Record<string, Reader>> = {
  txt: readNewswire,
  md: readMarkdown,
  markdown: readMarkdown,
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
  return { ...NOTHING_ELSE, ...newswire, ...read, dateline, slugSource: "title" };
}

function blockHtml(block: NewswireBlock): string {
  if (block.kind === "crosshead") return `<h2>${linkedText(block.text)}</h2>`;
  if (block.kind === "paragraph") return `<p>${linkedText(block.text)}</p>`;
  if (block.kind === "table") return `<pre>${linkedText(block.text)}</pre>`;
  const name = block.isOrdered ? "ol" : "ul";
  const items = block.items.map((item) => `<li>${linkedText(item)}</li>`);
  return `<${name}>\n${items.join("\n")}\n</${name}>`;
}

function readMarkdown({ text, line, title }: BodyText, problems: FileProblems): FormatReading | null {
  if (text.trim() === "" && title === null) return null;
  const lines = new LineTable(text, line);
  const fault = markdownFault(text);
  if (fault !== null) {
    problems.add("error", lines.lineOf(fault.offset), fault.message);
    return null;
  }
  for (const mark of templateMarks(text)) {
    problems.add(
      "warning",
      lines.lineOf(mark.offset),
      `contains ${mark.text}, which only the generator it was written for can fill in; replace it with what it stands for`,
    );
  }
  const { heading, rest } = takeHeading(renderMarkdown(text), title);
  return { ...NOTHING_ELSE, ...cleanBody(rest, new ReferenceLines(text, line), problems), title: heading };
}

function readHtmlFile({ text, line, title }: BodyText, problems: FileProblems): FormatReading | null {
  if (text.trim() === "" && title === null) return null;
  const { content, offset, meta, ...head } = readHtmlDocument(text);
  const { heading, rest } = takeHeading(content, title);
  const author = meta.get("author");
  return {
    ...NOTHING_ELSE,
    ...cleanBody(rest, new ReferenceLines(content, line - 1 + lineAt(text, offset)), problems),
    title: heading ?? head.title,
    authors: author === undefined ? [] : [author],
    published: meta.get("article:published_time") ?? meta.get("date") ?? null,
    summary: meta.get("description") ?? null,
    language: head.language,
  };
}

/** Takes a first heading off: it is the title, unless the front matter has another. */
function takeHeading(html: string, title: string | null): { heading: string | null; rest: string } {
  const match = /^\s*<h1(?:\s[^>]*)?>([\s\S]*?)<\/h1>/i.exec(html);
  if (match === null) return { heading: null, rest: html };
  const inner = match[1] ?? "";
  const heading = cleanBody(inner, new ReferenceLines("", 1), new FileProblems("")).text;
  return title === null || title === heading
    ? { heading: heading || null, rest: html.slice(match[0].length) }
    : { heading: null, rest: html };
}
