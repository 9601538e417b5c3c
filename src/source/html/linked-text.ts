import { escapeAttribute } from "../../article/escape-attribute.ts";
import { printable } from "../../article/plain-text.ts";

const BARE_URL = /\bhttps?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}]/gu;

/** Escapes text for HTML and turns the bare URLs in it into links. */
export function linkedText(text: string): string {
  const clean = printable(text);
  let html = "";
  let from = 0;
  for (const match of clean.matchAll(BARE_URL)) {
    const url = match[0];
    html += `${escapeText(clean.slice(from, match.index))}<a href="${escapeAttribute(url)}">${escapeText(url)}</a>`;
    from = match.index + url.length;
  }
  return html + escapeText(clean.slice(from));
}

/** Escapes text that stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
