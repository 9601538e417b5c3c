import type { AbsoluteUrl, ContentPath } from "./values.ts";
import { absoluteUrl, contentPath } from "./values.ts";

/** A link or a media address inside a body, as its author wrote it, entities decoded. */
export interface Reference {
  readonly target: string;
  /** Line of the source file. */
  readonly line: number;
}

/** Sanitized HTML, cut at each reference: `['<a href="', {target}, '">…']`. */
export type Body = readonly (string | Reference)[];

/** What a reference can lead to inside the site. */
export interface Targets {
  /** URL of each source file that became an article, and of each media file. */
  readonly urls: ReadonlyMap<ContentPath, AbsoluteUrl>;
}

/** A reference that leads to a file which is not there. */
export interface BrokenReference {
  readonly target: string;
  readonly line: number;
}

/** Puts a body together again with absolute URLs (RFC 3986 §5), resolved from the article's own. */
export function joinBody(
  body: Body,
  path: ContentPath,
  base: AbsoluteUrl,
  targets: Targets,
): { readonly html: string; readonly broken: readonly BrokenReference[] } {
  const broken: BrokenReference[] = [];
  let html = "";
  for (const piece of body) {
    if (typeof piece === "string") {
      html += piece;
      continue;
    }
    const found = resolveTarget(piece.target, path, base, targets);
    if (found === null) broken.push(piece);
    html += escapeAttribute(found ?? absoluteUrl(piece.target, base) ?? base);
  }
  return { html, broken };
}

/**
 * Finds where a reference leads: another source file, a media file, or any URL.
 * Null where it names a file beside the article that does not exist.
 */
export function resolveTarget(
  target: string,
  path: ContentPath,
  base: AbsoluteUrl,
  targets: Targets,
): AbsoluteUrl | null {
  if (/^([a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(target)) return absoluteUrl(target, base);
  const [, filePart = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
  const file = contentPath(`${path}/../${decodePath(filePart)}`);
  const url = file && targets.urls.get(file);
  if (url) return absoluteUrl(`${url}${suffix}`);
  return /\.[a-z0-9]{2,5}$/i.test(filePart) ? null : absoluteUrl(target, base);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Escapes text for a double-quoted attribute. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
