import { escapeAttribute } from "./escape-attribute.ts";
import { percentDecoded } from "./percent-decoded.ts";
import type { AbsoluteUrl, ContentPath } from "./values.ts";
import { contentPath } from "./values.ts";

/** A link or a media address inside a body, as its author wrote it, entities decoded. */
export interface Reference {
  readonly target: string;
  /** Line of the source file. */
  readonly line: number;
}

/** Sanitized HTML, cut at each reference: `['<a href="', {target}, '">…']`. Every other piece is a string. */
export type Body = readonly (string | Reference)[];

/** Begins the name of a file that may lie in any folder, as templates of generators name articles. */
export const ANY_FOLDER = "**/";

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

/** A host as it is written nearly always, which stays as it is in a URL, and is no number. */
const FOREIGN = /^https?:\/\/((?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,})(?:[/?#]|$)/;

/** Whether a reference leads to another site, whatever there is in this one: false where that takes a look. */
export function leadsElsewhere(
  { target }: { readonly target: string; readonly line?: number | null },
  origin: string,
): boolean {
  const [, host = null] = FOREIGN.exec(target) ?? [];
  return host !== null && !origin.endsWith(`//${host}`);
}

/** The files that a target in an article may mean, whatever part or query of them it names. */
export function filesNamed(target: string, path: ContentPath): readonly ContentPath[] {
  return filesOf(target.replace(/[?#].*$/s, ""), path);
}

/**
 * The files that a path in an article may mean, likeliest first: beside it; below the content folder
 * where it begins with a slash or with Zola's `@/`; beside the page as if that were a folder, as
 * authors write who see `/posts/lock/` in their browser. Behind a double asterisk also below the content folder.
 */
export function filesOf(target: string, path: ContentPath): readonly ContentPath[] {
  const decoded = percentDecoded(target);
  const beside = (file: string) => [`${path}/../${file}`, `${path.replace(/\.[^./]+$/, "")}/${file}`];
  const named = decoded.startsWith(ANY_FOLDER) ? decoded.slice(ANY_FOLDER.length) : null;
  const places =
    named !== null
      ? [...beside(named), named]
      : /^@?\//.test(decoded)
        ? [decoded.replace(/^@/, "")]
        : beside(decoded);
  return places.map(contentPath).filter((file) => file !== null);
}
