import { percentDecoded } from "./percent-decoded.ts";
import type { Reference } from "./references.ts";
import { ANY_FOLDER, filesOf } from "./references.ts";
import type { AbsoluteUrl, ContentPath } from "./values.ts";
import { absoluteUrl } from "./values.ts";

/** What a reference can lead to inside the site. */
export interface Targets {
  /** The site's origin. */
  readonly origin: string;
  /**
   * URL of each source file that became an article, and of each media file, by its path; of an
   * article also without its extension, of a bundle by its folder.
   */
  readonly urls: { get(path: string): AbsoluteUrl | undefined };
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
  const named = urlOfName(percentDecoded(file), path);
  const url = absoluteUrl(named === null ? `${origin}/${name}` : named + name.slice(file.length)) ?? base;
  const { pathname } = new URL(url);
  if (named === null && (isHiddenName(percentDecoded(file), path) || isHidden(pathname)))
    return { kind: "hidden", url: base };
  if (named !== null || isAddress(pathname)) return { kind: "found", url };
  return { kind: /\.(?!md$|markdown$|html?$)[a-z0-9]+$/i.test(file) ? "missing" : "lost", url };
}
