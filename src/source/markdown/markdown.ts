import type { Features } from "satteri";
import { markdownToHtml } from "satteri";

/**
 * Renders CommonMark with GFM, and with features of dialects where they are named. The result holds raw
 * HTML as it came: it must be sanitized. The mark at which other generators cut their summaries is taken
 * out, unless a dialect is to read it.
 */
export function renderMarkdown(markdown: string, dialect: Features | null = null): string {
  const { html } = markdownToHtml(markdown, { features: { frontmatter: false, ...dialect } });
  return dialect === null && html.includes("<!--") ? html.replace(/<!--\s*more\s*-->\n?/g, "") : html;
}
