/** Values that are checked once, where they enter, and trusted from there on. */
declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A URL with scheme and host, as the WHATWG URL parser serializes it. */
export type AbsoluteUrl = Branded<string, "AbsoluteUrl">;
/** The last segment of an article's address: non-empty, no slash, already percent-encoded. */
export type Slug = Branded<string, "Slug">;
/** An identifier that never changes once it is minted (RFC 4287 §4.2.6). */
export type ArticleId = Branded<string, "ArticleId">;
/** A file's path below the content folder, with forward slashes and no leading one. */
export type ContentPath = Branded<string, "ContentPath">;
/** Whole seconds since 1970-01-01T00:00:00Z. */
export type EpochSeconds = number;

/** Parses `text` against `base`; null where no absolute http(s), mailto or tel URL comes of it. */
export function absoluteUrl(text: string, base?: AbsoluteUrl): AbsoluteUrl | null {
  const url = URL.parse(text, base);
  return url && /^(https?|mailto|tel):$/.test(url.protocol) ? (url.href as AbsoluteUrl) : null;
}

/** What no segment of an address may hold: on its way it is taken for a slash, or refused. */
const HARMFUL = /[/\\\p{Cc}]/u;

/** Takes a slug that is safe as one path segment; null where it is empty, dotted, or holds what no address may. */
export function slug(text: string): Slug | null {
  const segment = encodeURIComponent(text.normalize("NFC").toWellFormed());
  return segment === "" || /^\.+$/.test(text) || HARMFUL.test(text) ? null : (segment as Slug);
}

/**
 * The one spelling under which a path of the site is served, percent-encoded (RFC 3986 §6.2.2). Null
 * for one that no request can reach: without a leading slash, with an empty segment, `.` or `..`, a
 * hidden slash, a backslash, a control character or a broken escape.
 */
export function sitePath(text: string): string | null {
  if (!text.startsWith("/") || text.includes("//")) return null;
  try {
    const segments = text.toWellFormed().split("/").map(decodeURIComponent);
    const isServed = segments.every((segment) => !HARMFUL.test(segment) && !/^\.\.?$/.test(segment));
    return isServed ? segments.map(encodeURIComponent).join("/") : null;
  } catch {
    return null;
  }
}

/** Takes any non-empty text without white space around it. */
export function articleId(text: string): ArticleId | null {
  return text.trim() === "" ? null : (text.trim() as ArticleId);
}

/** A path that is its own shortest form: there are very many. */
const PLAIN_PATH = /^(?:[^./\\][^/\\]*\/)*[^./\\][^/\\]*$/;

/** Normalizes separators, `.` and `..`; null where the path leaves the content folder or is empty. */
export function contentPath(text: string): ContentPath | null {
  if (PLAIN_PATH.test(text)) return text as ContentPath;
  const segments: string[] = [];
  for (const segment of text.replaceAll("\\", "/").split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.length === 0 ? null : (segments.join("/") as ContentPath);
}
