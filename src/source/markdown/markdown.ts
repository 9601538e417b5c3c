import { createRequire } from "node:module";
import type { Features } from "satteri";

const require = createRequire(import.meta.url);

/**
 * Renders CommonMark with GFM, and with features of dialects where they are named. The result holds raw
 * HTML as it came: it must be sanitized. The mark at which other generators cut their summaries is taken
 * out, unless a dialect is to read it.
 */
export function renderMarkdown(markdown: string, dialect: Features | null = null): string {
  const { markdownToHtml } = require("satteri") as typeof import("satteri");
  const { html } = markdownToHtml(markdown, { features: { frontmatter: false, ...dialect } });
  return dialect === null && html.includes("<!--") ? html.replace(/<!--\s*more\s*-->\n?/g, "") : html;
}
