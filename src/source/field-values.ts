import { TomlDate } from "smol-toml";
import type { Author, SourceEnclosure } from "../article/article.ts";
import { singleLine } from "../article/plain-text.ts";
import type { AbsoluteUrl, EpochSeconds } from "../article/values.ts";
import { absoluteUrl, sitePath, slug } from "../article/values.ts";
import { parseDate, writtenWall } from "./dates.ts";
import { languageTag } from "./language-tags.ts";

/** Readers of front-matter values: each gives what it found, or null where the value is of another kind. */

/** A text with something in it. */
export function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** One text or several. Whole numbers count: a tag is often a year. */
export function texts(value: unknown): readonly string[] | null {
  const list = Array.isArray(value) ? value : [value];
  const read = list.map((one) => (Number.isSafeInteger(one) ? String(one) : text(one)));
  return read.every((one) => one !== null) ? read : null;
}

export function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
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

/** An escape of a slash, a backslash or a control character: a slug that holds one was meant to be a path. */
const HARMFUL_ESCAPE = /%(?:2f|5c|[01][\da-f]|7f)/i;

/** A text that can be the last segment of an address. */
export function slugText(value: unknown): string | null {
  const found = text(value)?.replace(/^\/+|(?<!\/)\/+$/g, "");
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
  const name = text(isTable(value) ? value.name : value);
  if (name === null) return null;
  const { url, link, email } = isTable(value) ? value : {};
  return { name: singleLine(name), url: absoluteUrl(text(url ?? link) ?? ""), email: text(email) };
}

/** A path or URL, or a table with one and its alternative text; of a list the first. */
export function image(value: unknown): { readonly src: string; readonly alt: string } | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  const src = text(isTable(one) ? (one.src ?? one.url ?? one.path ?? one.image) : one);
  if (src === null) return null;
  const alt = isTable(one) ? one.alt : "";
  return { src, alt: typeof alt === "string" ? alt : "" };
}

/** Files in the content folder, or files elsewhere whose length and type are declared. */
export function enclosures(value: unknown): readonly SourceEnclosure[] | null {
  const read = (Array.isArray(value) ? value : [value]).map(enclosure);
  return read.every((one) => one !== null) ? read : null;
}

function enclosure(value: unknown): SourceEnclosure | null {
  const table = isTable(value) ? value : { url: value };
  const target = text(table.url ?? table.src ?? table.file ?? table.path);
  const size = table.length ?? table.size ?? table.bytes;
  const sizeBytes = Number.isSafeInteger(size) && Number(size) > 0 ? Number(size) : null;
  const type = text(table.type)?.toLowerCase() ?? null;
  const durationSeconds = duration(table.duration);
  if (target === null || (size !== undefined && sizeBytes === null)) return null;
  if (type !== null && !/^[a-z]+\/[\w.+-]+$/.test(type)) return null;
  if (table.duration !== undefined && durationSeconds === null) return null;
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
  if (isElsewhere && (absoluteUrl(target) === null || sizeBytes === null || type === null)) return null;
  return { target, line: null, sizeBytes, type, durationSeconds };
}

/** Seconds, or `1:02:03`, or `62:03`. */
function duration(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
  if (typeof value !== "string" || !/^\d+(?::[0-5]?\d){0,2}$/.test(value.trim())) return null;
  return value.split(":").reduce((total, part) => total * 60 + Number(part), 0);
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
