import { TomlDate } from "smol-toml";
import type { Author } from "../../article/article.ts";
import { singleLine } from "../../article/plain-text.ts";
import type { AbsoluteUrl, EpochSeconds } from "../../article/values.ts";
import { absoluteUrl, sitePath, slug } from "../../article/values.ts";
import { parseDate, writtenDay, writtenWall } from "./dates.ts";
import { languageTag } from "./language-tags.ts";

/** Readers of front-matter values: each gives what it found, or null where the value is of another kind. */

/** A text with something in it. */
export function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A text, also one that is a whole number, such as the title 1984. */
export function words(value: unknown): string | null {
  return Number.isSafeInteger(value) ? String(value) : text(value);
}

/** One text or several. Whole numbers count: a tag is often a year. */
export function texts(value: unknown): readonly string[] | null {
  const read = (Array.isArray(value) ? value : [value]).map(words);
  return read.every((one) => one !== null) ? read : null;
}

/** Names of tags: also numbers such as 2.0, and words such as true, which formats take for other values. */
export function tagNames(value: unknown): readonly string[] | null {
  const isPlain = (one: unknown) => typeof one === "boolean" || Number.isFinite(one);
  return texts((Array.isArray(value) ? value : [value]).map((one) => (isPlain(one) ? String(one) : one)));
}

/** Words that YAML 1.1 reads as true and false, and later versions as texts. */
const SWITCHES: Readonly<Record<string, boolean>> = { yes: true, on: true, no: false, off: false };

export function flag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.toLowerCase() : "";
  return Object.hasOwn(SWITCHES, word) ? (SWITCHES[word] ?? null) : null;
}

/** An instant; one without an offset is read in `zone`. */
export function date(value: unknown, zone: string): EpochSeconds | null {
  if (value instanceof TomlDate) return parseDate(value.toISOString(), zone);
  return typeof value === "string" ? parseDate(value, zone) : null;
}

/** The day and time of a date as they were written, where it has an offset; else null. */
export function wall(value: unknown): string | null {
  const written = value instanceof TomlDate ? value.toISOString() : value;
  return typeof written === "string" ? writtenWall(written) : null;
}

/** The day of a date that was written without a time; else null. */
export function day(value: unknown): string | null {
  const written = value instanceof TomlDate ? value.toISOString() : value;
  return typeof written === "string" ? writtenDay(written) : null;
}

/** An escape of a slash, a backslash or a control character: a slug that holds one was meant to be a path. */
const HARMFUL_ESCAPE = /%(?:2f|5c|[01][\da-f]|7f)/i;

/** A text that can be the last segment of an address. */
export function slugText(value: unknown): string | null {
  const found = words(value)?.replace(/^\/+|(?<!\/)\/+$/g, "");
  if (found === undefined || HARMFUL_ESCAPE.test(found)) return null;
  return slug(found) === null ? null : found;
}

/** Bytes that a path may take, so that a storage key of 512 holds it with a number behind it. */
const MAX_PATH_BYTES = 480;

/** A path that this site can serve, also from a whole URL; with a leading slash and percent-encoded. */
export function path(value: unknown): string | null {
  const found = text(value);
  if (found === null) return null;
  const written = found.replace(/^https?:\/\/[^/]+/, "");
  if (/[?#{}:*\s]/.test(written) || (written !== found && !URL.canParse(found))) return null;
  const read = sitePath(`/${written.replace(/^\/+/, "")}`);
  return read === null || read === "/" || read.length > MAX_PATH_BYTES ? null : read;
}

export function paths(value: unknown): readonly string[] | null {
  const read = texts(value)?.map(path);
  return read?.every((one) => one !== null) ? read : null;
}

/** Where a page leads, the first of several: a path of the site, or a whole URL. */
export function redirectTarget(value: unknown): string | null {
  const target = text(Array.isArray(value) ? value[0] : value);
  if (target === null || /\p{Cc}/u.test(target)) return null;
  const isPath = /^\/(?!\/)/.test(target) && sitePath(target.replace(/[?#].*$/s, "")) !== null;
  return isPath || (/^https?:\/\/[^/\\]/.test(target) && URL.canParse(target)) ? target : null;
}

/** A whole URL of a page on the web. */
export function webUrl(value: unknown): AbsoluteUrl | null {
  const found = text(value);
  return found !== null && /^https?:\/\//i.test(found) ? absoluteUrl(found) : null;
}

/** Names, or tables of name, url and email. */
export function authors(value: unknown): readonly Author[] | null {
  const read = (Array.isArray(value) ? value : [value]).map(author);
  return read.every((one) => one !== null) ? read : null;
}

function author(value: unknown): Author | null {
  const name = text(isTable(value) ? (value.name ?? value.key) : value);
  if (name === null) return null;
  const { url, link, email } = isTable(value) ? value : {};
  return { name: singleLine(name), url: absoluteUrl(text(url ?? link) ?? ""), email: text(email) };
}

/** What themes call the picture itself, in a table that tells of it. */
const IMAGE_PARTS = ["src", "url", "path", "image", "light", "feature", "thumbnail", "teaser"];

/** A path or URL, or a table with one and its alternative text; of a list the first. */
export function image(value: unknown): { readonly src: string; readonly alt: string } | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const src = text(isTable(one) ? IMAGE_PARTS.map((part) => one[part]).find(text) : one);
  if (src === null) return null;
  const alt = isTable(one) ? one.alt : "";
  return { src, alt: typeof alt === "string" ? alt : "" };
}

/** A language tag in its canonical form. */
export function language(value: unknown): string | null {
  return languageTag(text(value) ?? "");
}

/** A value as a message shows it: short, and never a structure that may be endless. */
export function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return "a list";
  if (isTable(value)) return "a table";
  const written = typeof value === "string" ? JSON.stringify(value) : String(value);
  return written.length > 80 ? `${written.slice(0, 79)}…` : written;
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
