import { sanitize } from "../../source/html/sanitize.ts";
import { renderMarkdown } from "../../source/markdown/markdown.ts";
import { markdownFault } from "../../source/markdown/markdown-limits.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { spelledAlike } from "./same-html.ts";

/** The body of an article as it is written. */
export interface WrittenBody {
  readonly form: "md" | "html";
  readonly text: string;
}

/** What templates of generators might fill in: prose about them is HTML, in which it is no mark. */
const MARK = /\{\{|\{%/;
/** A longer text is written as HTML: nobody edits that as Markdown, and to compare it takes its time. */
const MOST_MARKDOWN = 2_000_000;

/**
 * Writes a text as Markdown where our own renderer makes the same HTML of it, and as HTML where it
 * does not. Null where it cannot be made safe.
 */
export function writtenBody(html: string, wanted: "md" | "html"): WrittenBody | null {
  const clean = sanitize(html)?.html.trim();
  if (clean === undefined) return null;
  if (wanted === "md" && clean.length <= MOST_MARKDOWN) {
    const markdown = htmlToMarkdown(clean);
    if (comesBack(markdown, clean)) return { form: "md", text: markdown };
  }
  return { form: "html", text: clean === "" ? "" : `${onLines(clean)}\n` };
}

function comesBack(markdown: string, clean: string): boolean {
  if (markdownFault(markdown) !== null || MARK.test(markdown)) return false;
  const rendered = sanitize(renderMarkdown(markdown))?.html;
  return rendered !== undefined && spelledAlike(rendered.trim()) === spelledAlike(clean);
}

/** Blocks on lines of their own, which changes nothing: people may edit the file. */
function onLines(html: string): string {
  return html.includes("<pre")
    ? html
    : html.replace(/(<\/(?:p|h[1-6]|ul|ol|blockquote|table|figure)>)(?=<)/g, "$1\n");
}
