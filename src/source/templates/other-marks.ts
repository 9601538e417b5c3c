import { markdownCode } from "./fill/code-regions.ts";
import type { Told } from "./fill/told.ts";

/** Shortcodes of Hugo, tags and outputs of Liquid, Nunjucks and Tera. */
const MARK = /\{\{[<%]?[^{}\n]{1,200}[>%]?\}\}|\{%[^{}\n]{1,200}%\}/g;

/** Tells of the marks of a Markdown text that stay in it as text, each once, but for those in code. */
export function otherMarks(markdown: string): readonly Told[] {
  if (!markdown.includes("{{") && !markdown.includes("{%")) return [];
  const marks = new Map<string, Told>();
  for (const { 0: text, index } of withoutCode(markdown).matchAll(MARK)) {
    if (marks.has(text)) continue;
    const message = `contains ${text}, which only the generator it was written for can fill in; replace it with what it stands for, or name that generator in site.toml`;
    marks.set(text, { offset: index, message });
  }
  return [...marks.values()];
}

/** The text with spaces in the place of its code. */
function withoutCode(markdown: string): string {
  let prose = "";
  let end = 0;
  for (const { from, to } of markdownCode(markdown)) {
    prose += markdown.slice(end, from) + markdown.slice(from, to).replace(/[^\n]/g, " ");
    end = to;
  }
  return prose + markdown.slice(end);
}
