import { markdownToHtml } from "satteri";

/** Renders CommonMark with GFM. The result holds raw HTML as it came: it must be sanitized. */
export function renderMarkdown(markdown: string): string {
  return markdownToHtml(markdown, { features: { frontmatter: false } }).html;
}
