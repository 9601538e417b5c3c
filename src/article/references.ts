import type { AbsoluteUrl, ContentPath } from "./values.ts";
import { absoluteUrl, contentPath } from "./values.ts";

/** A link or a media address inside a body, as its author wrote it, entities decoded. */
export interface Reference {
  readonly target: string;
  /** Line of the source file. */
  readonly line: number;
}

/** Sanitized HTML, cut at each reference: `['<a href="', {target}, '">…']`. Every other piece is a string. */
export type Body = readonly (string | Reference)[];

/** What a reference can lead to inside the site. */
export interface Targets {
  /** The site's origin. */
  readonly origin: string;
  /**
   * URL of each source file that became an article, and of each media file, by its path; of an
   * article also without its extension, of a bundle by its folder.
   */
  readonly urls: ReadonlyMap<string, AbsoluteUrl>;
  /**
   * URL of the article whose file has this name, or a path that ends in it, in whatever folder: of
   * several the one that lies nearest to the file that names it, in its language first.
   */
  readonly urlOfName: (name: string, from: ContentPath) => AbsoluteUrl | null;
  /** Source files of articles that are not there now, by their paths, also without extensions. */
  readonly hidden: ReadonlySet<string>;
  /** Whether one of them has this name, as `urlOfName` finds names. */
  readonly isHiddenName: (name: string, from: ContentPath) => boolean;
  /** Whether such an article will stand at a path of the site, percent-encoded. */
  readonly isHidden: (pathname: string) => boolean;
  /** Whether something answers at a path of the site, percent-encoded. */
  readonly isAddress: (pathname: string) => boolean;
}

/**
 * Where a reference leads. A missing one has the URL at which nothing answers; a lost one named an
 * article that is nowhere, and is no link any more; a hidden one named an article that is not there now,
 * and is no link for so long.
 */
export type Resolution =
  | { readonly kind: "found"; readonly url: AbsoluteUrl }
  | { readonly kind: "missing" | "lost" | "hidden"; readonly url: AbsoluteUrl };

/** A reference that leads to nothing. */
export interface BrokenReference {
  readonly target: string;
  readonly line: number | null;
}

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

/** Resolves the references of an article from its own URL (RFC 3986 §5). */
export function resolveReferences(
  references: readonly Reference[],
  path: ContentPath,
  base: AbsoluteUrl,
  targets: Targets,
): { readonly urls: readonly (AbsoluteUrl | null)[]; readonly broken: readonly BrokenReference[] } {
  const resolved = references.map(({ target }) => resolveTarget(target, path, base, targets));
  return {
    urls: resolved.map(({ kind, url }) => (kind === "lost" || kind === "hidden" ? null : url)),
    broken: references.filter((_, at) => /^(?:missing|lost)$/.test(resolved[at]?.kind ?? "")),
  };
}

/** Finds where a reference leads: another source file, a media file, an address of the site, or any URL. */
export function resolveTarget(
  target: string,
  path: ContentPath,
  base: AbsoluteUrl,
  targets: Targets,
): Resolution {
  const isLocal = !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|\?|$)/i.test(target);
  if (isLocal) {
    const filePart = target.replace(/[?#].*/s, "");
    const suffix = target.slice(filePart.length);
    const files = filesOf(filePart, path);
    for (const file of files) {
      const url = targets.urls.get(file) ?? targets.urls.get(file.replace(/\.html?$/i, ""));
      if (url !== undefined)
        return { kind: "found", url: suffix === "" ? url : (absoluteUrl(`${url}${suffix}`) ?? url) };
    }
    if (files.some((file) => targets.hidden.has(file))) return { kind: "hidden", url: base };
  }
  if (target.startsWith(ANY_FOLDER)) {
    return resolveName(target.slice(ANY_FOLDER.length), path, base, targets);
  }
  const url = absoluteUrl(target, base);
  if (url === null) return { kind: "missing", url: base };
  if (!url.startsWith(`${targets.origin}/`) || /^(?:#|\?|$)/.test(target)) return { kind: "found", url };
  const { pathname } = new URL(url);
  if (targets.isHidden(pathname)) return { kind: "hidden", url: base };
  return { kind: targets.isAddress(pathname) ? "found" : "missing", url };
}

/** Where the name of a file leads that may lie in any folder; it may be an address as well. */
function resolveName(
  name: string,
  path: ContentPath,
  base: AbsoluteUrl,
  { origin, urlOfName, isHiddenName, isHidden, isAddress }: Targets,
): Resolution {
  const file = name.replace(/[?#].*/s, "");
  const named = urlOfName(decodePath(file), path);
  const url = absoluteUrl(named === null ? `${origin}/${name}` : named + name.slice(file.length)) ?? base;
  const { pathname } = new URL(url);
  if (named === null && (isHiddenName(decodePath(file), path) || isHidden(pathname)))
    return { kind: "hidden", url: base };
  if (named !== null || isAddress(pathname)) return { kind: "found", url };
  return { kind: /\.(?!md$|markdown$|html?$)[a-z0-9]+$/i.test(file) ? "missing" : "lost", url };
}

/** A host as it is written nearly always, which stays as it is in a URL, and is no number. */
const FOREIGN = /^https?:\/\/((?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,})(?:[/?#]|$)/;

/** Whether a reference leads to another site, whatever there is in this one: false where that takes a look. */
export function leadsElsewhere({ target }: Reference, origin: string): boolean {
  const [, host = null] = FOREIGN.exec(target) ?? [];
  return host !== null && !origin.endsWith(`//${host}`);
}

/**
 * The files that a path in an article may mean, likeliest first: beside it; below the content folder
 * where it begins with a slash or with Zola's `@/`; beside the page as if that were a folder, as
 * authors write who see `/posts/lock/` in their browser. Behind a double asterisk also below the content folder.
 */
export function filesOf(target: string, path: ContentPath): readonly ContentPath[] {
  const decoded = decodePath(target);
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
