import type { AbsoluteUrl } from "./values.ts";

/** A link or a media address inside a body, as its author wrote it, entities decoded. */
export interface Reference {
  readonly target: string;
  /** Line of the source file. */
  readonly line: number;
}

/** Sanitized HTML, cut at each reference: `['<a href="', {target}, '">…']`. Every other piece is a string. */
export type Body = readonly (string | Reference)[];

/**
 * Puts the strings of a body together again, with the URLs of its references between them. An
 * attribute without a URL goes, and its element stays.
 */
export function joinBody(pieces: readonly string[], urls: readonly (AbsoluteUrl | null)[]): string {
  let html = pieces[0] ?? "";
  for (const [at, url] of urls.entries()) {
    const next = pieces[at + 1] ?? "";
    if (url !== null) html += escapeAttribute(url) + next;
    else html = html.slice(0, html.lastIndexOf(" ")) + next.slice(1);
  }
  return html;
}

/** Escapes text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
