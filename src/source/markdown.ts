import { markdownToHtml } from "satteri";

/**
 * Renders CommonMark with GFM. The result holds raw HTML as it came: it must be sanitized. The mark
 * at which other generators cut their summaries is taken out.
 */
export function renderMarkdown(markdown: string): string {
  const { html } = markdownToHtml(markdown, { features: { frontmatter: false } });
  return html.includes("<!--") ? html.replace(/<!--\s*more\s*-->\n?/g, "") : html;
}
