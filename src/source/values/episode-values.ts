import type { SourceTranscript } from "../../article/podcast.ts";
import { absoluteUrl } from "../../article/values.ts";
import { isTable, language, text } from "./field-values.ts";

/** Readers of what front matter says of an episode: each gives null where the value is of another kind. */

/** A whole number from 1 on, also as text: Apple's directory takes no other season or episode. */
export function ordinalNumber(value: unknown): number | null {
  const number = typeof value === "string" && /^\d{1,9}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : null;
}

/** Words that podcast tools have written for `itunes:explicit` over the years. */
const EXPLICIT: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  [true, true],
  ["true", true],
  ["yes", true],
  ["explicit", true],
  [false, false],
  ["false", false],
  ["no", false],
  ["clean", false],
]);

export function explicit(value: unknown): boolean | null {
  return EXPLICIT.get(typeof value === "string" ? value.trim().toLowerCase() : value) ?? null;
}

/** What transcripts are by their names (https://podcasting2.org/docs/podcast-namespace/tags/transcript). */
const TYPES: Readonly<Record<string, string>> = {
  vtt: "text/vtt",
  srt: "application/x-subrip",
  json: "application/json",
  html: "text/html",
  htm: "text/html",
  txt: "text/plain",
};

/** A file of chapters in the content folder, or elsewhere. */
export function chapters(value: unknown): string | null {
  const target = text(value);
  if (target === null || /\s/.test(target)) return null;
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
  return isElsewhere && absoluteUrl(target) === null ? null : target;
}

/** Files in the content folder, or files elsewhere whose type is declared or follows from the name. */
export function transcripts(value: unknown): readonly SourceTranscript[] | null {
  const read = (Array.isArray(value) ? value : [value]).map(transcript);
  return read.every((one) => one !== null) ? read : null;
}

function transcript(value: unknown): SourceTranscript | null {
  const table = isTable(value) ? value : { url: value };
  const target = text(table.url ?? table.src ?? table.file ?? table.path);
  // Some write the words themselves here.
  if (target === null || /\s/.test(target)) return null;
  const [, extension = ""] = /\.([a-z]+)(?:[?#].*)?$/i.exec(target) ?? [];
  const type = text(table.type)?.toLowerCase() ?? TYPES[extension.toLowerCase()] ?? null;
  if (type !== null && !/^[a-z]+\/[\w.+-]+$/.test(type)) return null;
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
  if (isElsewhere && (absoluteUrl(target) === null || type === null)) return null;
  const named = table.language ?? table.lang;
  const tag = language(named);
  return named !== undefined && tag === null ? null : { target, line: null, type, language: tag };
}
