import { openAsBlob, readFileSync, statSync } from "node:fs";
import type { Media, MediaFacts } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { MediaMemory } from "../cache/media-memory.ts";
import { errorCode } from "../cache/parse-file.ts";
import { extensionOf } from "../source/text/article-path.ts";
import { chaptersOf } from "./chapters.ts";
import { isAnimated } from "./is-animated.ts";
import type { NamedFile } from "./named-files.ts";
import { readFile } from "./read-file.ts";
import { sniff } from "./sniff.ts";

/** So much of a file is read to learn what it is: all of what KV takes. */
const MAX_VALUE_BYTES = 25 * 1024 * 1024;

/** A picture is decoded, and so read, as a whole. */
const MAX_PICTURE_BYTES = 200 * 1024 * 1024;

const IMAGE_NAME = /\.(?:avif|gif|jpe?g|png|svg|webp|bmp|tiff?|heic|ico)$/i;

const NO_IMAGE = "is not an image that browsers can show; save it as JPEG, PNG, WebP, AVIF, GIF or SVG";

/** What phones make of a picture (ISO/IEC 23008-12 §B.4). */
const HEIC_BEGINS = /^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s;

const HEIC =
  "is a HEIC picture, which most browsers and feed readers do not show; export it as JPEG (an iPhone makes JPEG with Settings › Camera › Formats › Most Compatible)";

/** What no browser opens, and every browser saves (RFC 2046 §4.5.1). */
const UNKNOWN = "application/octet-stream";

/** The name's own extension, for whoever saves a file whose bytes tell nothing. */
function extensionFor(path: string): string {
  const extension = extensionOf(path);
  return /^[a-z0-9]{1,8}$/.test(extension) && !/^(?:html?|xhtml|svg|xml|js|mjs|css|json)$/.test(extension)
    ? extension
    : "bin";
}

/** Reads the files that articles name, to learn what they are. What cannot be published is a problem. */
export function readMedia(
  files: readonly NamedFile[],
  problems: Problem[],
  memory: MediaMemory = (_, read) => read(),
): readonly Media[] {
  const media: Media[] = [];
  for (const { path, place, shown } of files) {
    const facts = memory(place, () => tryReadFacts(path, place));
    if (typeof facts !== "string") {
      media.push({ ...facts, path, open: () => openAsBlob(place), read: () => readFileSync(place) });
    } else {
      // A picture that cannot be shown leaves its words; the article is as good as without it.
      const severity = facts === NO_IMAGE || facts === HEIC ? "warning" : "error";
      problems.push({ file: shown, line: null, severity, message: facts });
    }
  }
  return media;
}

function tryReadFacts(path: string, place: string): MediaFacts | string {
  try {
    return readFacts(path, place);
  } catch (cause) {
    return `cannot be read (${errorCode(cause)}); make it readable, or remove what names it`;
  }
}

function readFacts(path: string, place: string): MediaFacts | string {
  const { size } = statSync(place);
  if (size === 0) return "is empty; put the file there again, or remove what names it";
  const isPicture = IMAGE_NAME.test(path);
  if (isPicture && size > MAX_PICTURE_BYTES) {
    const mebibytes = (size / (1024 * 1024)).toFixed(1);
    return `has ${mebibytes} MiB, and a picture may have ${MAX_PICTURE_BYTES / (1024 * 1024)}; save it as a smaller one, 4,000 pixels wide for example`;
  }
  const { beginning, sha256, sizeBytes } = readFile(place, isPicture ? MAX_PICTURE_BYTES : MAX_VALUE_BYTES);
  const kind = chaptersOf(path, beginning) ?? sniff(beginning);
  if (!kind?.type.startsWith("image/") && isHeic(beginning)) return HEIC;
  if (isPicture && !kind?.type.startsWith("image/")) return NO_IMAGE;
  return {
    address: `/media/${sha256.slice(0, 20)}.${kind?.extension ?? extensionFor(path)}`,
    type: kind?.type ?? UNKNOWN,
    sizeBytes,
    sha256,
    width: kind?.width ?? null,
    height: kind?.height ?? null,
    ...(kind !== null && isAnimated(beginning, kind.type) && { animated: true }),
  };
}

function isHeic(bytes: Uint8Array): boolean {
  return HEIC_BEGINS.test(Buffer.from(bytes.subarray(0, 12)).toString("latin1"));
}
