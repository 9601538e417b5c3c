import type { SourceEnclosure } from "../../article/source.ts";
import { absoluteUrl } from "../../article/values.ts";
import { isTable, text } from "./field-values.ts";

/** Files in the content folder, or files elsewhere whose length and type are declared. */
export function enclosures(value: unknown): readonly SourceEnclosure[] | null {
  const read = (Array.isArray(value) ? value : [value]).map(enclosure);
  return read.every((one) => one !== null) ? read : null;
}

function enclosure(value: unknown): SourceEnclosure | null {
  const table = isTable(value) ? value : { url: value };
  const target = text(table.url ?? table.src ?? table.file ?? table.path);
  const given = table.length ?? table.size ?? table.bytes;
  const size = typeof given === "string" && /^\d{1,15}$/.test(given.trim()) ? Number(given) : given;
  const sizeBytes = Number.isSafeInteger(size) && Number(size) > 0 ? Number(size) : null;
  const type = text(table.type)?.toLowerCase() ?? typeByName(target);
  const durationSeconds = duration(table.duration);
  if (target === null || (size !== undefined && sizeBytes === null)) return null;
  if (type !== null && !/^[a-z]+\/[\w.+-]+$/.test(type)) return null;
  if (table.duration !== undefined && durationSeconds === null) return null;
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
  if (isElsewhere && absoluteUrl(target) === null) return null;
  return { target, line: null, sizeBytes, type, durationSeconds };
}

/** What a file elsewhere is, where nothing but its name says so. */
const TYPES: Readonly<Record<string, string>> = {
  mp3: "audio/mpeg",
  m4a: "audio/mp4",
  ogg: "audio/ogg",
  opus: "audio/ogg",
  wav: "audio/wav",
  flac: "audio/flac",
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  pdf: "application/pdf",
  epub: "application/epub+zip",
};

function typeByName(target: string | null): string | null {
  const [, extension = ""] = /^https?:[^?#]*\.([a-z0-9]{3,4})(?:[?#]|$)/i.exec(target ?? "") ?? [];
  const name = extension.toLowerCase();
  return Object.hasOwn(TYPES, name) ? (TYPES[name] ?? null) : null;
}

/** Seconds, or `1:02:03`, or `62:03`, each with a fraction perhaps; as whole seconds, and never none for a sound. */
function duration(value: unknown): number | null {
  if (typeof value === "string") {
    if (!/^\d+(?::[0-5]?\d){0,2}(?:\.\d+)?$/.test(value.trim())) return null;
    return duration(value.split(":").reduce((total, part) => total * 60 + Number(part), 0));
  }
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) return null;
  return value > 0 ? Math.max(1, Math.round(value)) : 0;
}
