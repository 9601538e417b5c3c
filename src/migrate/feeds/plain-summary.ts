import { singleLine } from "../../article/plain-text.ts";
import { decodeEntities } from "../xml/entities.ts";

/** What WordPress writes below every text of its feeds. */
const APPENDED = /\s*The post .{0,500} (?:first )?appeared first on .{0,200}\.?\s*$/s;

/** The text of HTML in one line: tags taken out, references decoded once. */
export function plainText(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let start = html.indexOf("<"); start !== -1; start = html.indexOf("<", at)) {
    const isTag = /[a-z/!]/i.test(html[start + 1] ?? "");
    const end = isTag ? html.indexOf(">", start) : -1;
    // Nothing behind it is a tag either.
    if (isTag && end === -1) break;
    parts.push(html.slice(at, start));
    if (end === -1) {
      parts.push("<");
      at = start + 1;
    } else {
      if (/^<\/?(?:p|br|div|li|h\d|blockquote|tr|td)\b/i.test(html.slice(start, start + 12))) parts.push(" ");
      at = end + 1;
    }
  }
  parts.push(html.slice(at));
  return singleLine(decodeEntities(parts.join("")));
}

/** A summary as text, without what the old site added below each; null where nothing is left. */
export function plainSummary(html: string): string | null {
  return plainText(html).replace(APPENDED, "") || null;
}

/** Whether a summary only repeats how a text begins, as generators cut it. */
export function repeatsText(summary: string, html: string): boolean {
  const start = summary.replace(/\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.|Continue reading.*|Read more.*)\s*$/s, "");
  return plainText(html.slice(0, start.length * 8 + 2000)).startsWith(start.slice(0, 300));
}
