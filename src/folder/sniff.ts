import { createRequire } from "node:module";
import type { imageSize } from "image-size";

const require = createRequire(import.meta.url);

/** Loaded where there is a file to measure. */
let library: { readonly imageSize: typeof imageSize } | null = null;

/** What a file is by its bytes. */
export interface FileKind {
  /** Media type. */
  readonly type: string;
  readonly extension: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Media types of the images that browsers show, by the names of `image-size`. */
const IMAGES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/**
 * What sounds, films and documents begin with (WHATWG MIME Sniffing §6.2; ISO 14496-12 §4.3). The
 * libraries that know more either answer only asynchronously or take an M4A for a film.
 */
const SIGNATURES: readonly { readonly begins: RegExp; readonly type: string; readonly extension: string }[] =
  [
    { begins: /^ID3/, type: "audio/mpeg", extension: "mp3" },
    { begins: /^\xFF[\xF0\xF1\xF8\xF9]/, type: "audio/aac", extension: "aac" },
    { begins: /^\xFF[\xE2-\xE7\xF2-\xF7\xFA-\xFF]/, type: "audio/mpeg", extension: "mp3" },
    { begins: /^.{4}ftypM4[AB]/s, type: "audio/mp4", extension: "m4a" },
    { begins: /^.{4}ftypqt/s, type: "video/quicktime", extension: "mov" },
    { begins: /^.{4}ftyp/s, type: "video/mp4", extension: "mp4" },
    { begins: /^OggS.{24}.{0,8}(?:\x80theora|fishead)/s, type: "video/ogg", extension: "ogv" },
    { begins: /^OggS/, type: "audio/ogg", extension: "ogg" },
    { begins: /^fLaC/, type: "audio/flac", extension: "flac" },
    { begins: /^RIFF.{4}WAVE/s, type: "audio/wav", extension: "wav" },
    { begins: /^FORM.{4}AIF[FC]/s, type: "audio/aiff", extension: "aiff" },
    { begins: /^\x1A\x45\xDF\xA3.*webm/s, type: "video/webm", extension: "webm" },
    { begins: /^%PDF-/, type: "application/pdf", extension: "pdf" },
    {
      begins: /^PK\x03\x04.{26}mimetypeapplication\/epub\+zip/s,
      type: "application/epub+zip",
      extension: "epub",
    },
    { begins: /^PK\x03\x04/, type: "application/zip", extension: "zip" },
    { begins: /^(?:\xEF\xBB\xBF)?WEBVTT[ \t\r\n]/, type: "text/vtt; charset=utf-8", extension: "vtt" },
    {
      begins: /^(?:\xEF\xBB\xBF)?\s*\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> \d/,
      type: "application/x-subrip",
      extension: "srt",
    },
  ];

/** Finds out what a file is. Null where its bytes do not tell; its name does not count. */
export function sniff(bytes: Uint8Array): FileKind | null {
  const size = measure(bytes);
  const image = IMAGES[size?.type ?? ""];
  if (size?.type && image) {
    return { type: image, extension: size.type, width: size.width, height: size.height };
  }
  const head = Buffer.from(bytes.subarray(0, 128)).toString("latin1");
  const drawing = drawingOf(bytes);
  if (drawing) return drawing;
  const found = SIGNATURES.find(({ begins }) => begins.test(head));
  if (found) return { type: found.type, extension: found.extension, width: null, height: null };
  return isText(bytes)
    ? { type: "text/plain; charset=utf-8", extension: "txt", width: null, height: null }
    : null;
}

/** What an SVG may begin with (XML 1.0 §2.8), as far as this is short. */
const DRAWING =
  /^\uFEFF?\s*(?:<\?xml\b[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*|<!DOCTYPE svg\b[^>[]*>\s*)*<svg(?=[\s>])/;
const MAX_PROLOGUE = 4096;
const SIZES = /\s(?:width|height|viewBox)="[^"<]*"/g;

/** An SVG whose root is long, as those of programs that keep their own data in it; `image-size` reads 1,000 bytes. */
function drawingOf(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, MAX_PROLOGUE)).toString("utf8");
  const begin = DRAWING.exec(head)?.[0].length;
  if (begin === undefined || !isText(bytes)) return null;
  const [root = ""] = head.slice(begin).split(">", 1);
  const size = measure(Buffer.from(`<svg${(root.match(SIZES) ?? []).join("")}>`));
  return {
    type: "image/svg+xml",
    extension: "svg",
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  library ??= require("image-size") as typeof import("image-size");
  try {
    return library.imageSize(bytes);
  } catch {
    return null;
  }
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.byteLength === 0 || bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
