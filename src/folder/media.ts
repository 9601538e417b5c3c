import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { NamedFile } from "./named-files.ts";
import { sniff } from "./sniff.ts";

/** The largest value that the store takes (Workers KV: 25 MiB). */
export const MAX_MEDIA_BYTES = 25 * 1024 * 1024;

const IMAGE_NAME = /\.(?:avif|gif|jpe?g|png|svg|webp|bmp|tiff?|heic|ico)$/i;

/** Reads the files that articles name, to learn what they are. What cannot be published is a problem. */
export function readMedia(files: readonly NamedFile[], problems: Problem[]): readonly Media[] {
  const media: Media[] = [];
  for (const file of files) {
    const read = readOne(file);
    if (typeof read !== "string") media.push(read);
    else problems.push({ file: file.shown, line: null, severity: "error", message: read });
  }
  return media;
}

/** A media file, or what is wrong with it. */
function readOne({ path, place }: NamedFile): Media | string {
  const { size } = statSync(place);
  if (size > MAX_MEDIA_BYTES) {
    const mebibytes = (size / (1024 * 1024)).toFixed(1);
    return `has ${mebibytes} MiB, and at most 25 can be served; put it on another server and name it as enclosure: { url, length, type } with length: ${size}`;
  }
  const bytes = readFileSync(place);
  const kind = sniff(bytes);
  if (IMAGE_NAME.test(path) && !kind?.type.startsWith("image/")) {
    return "is no image that a browser shows; save it as JPEG, PNG, WebP, AVIF, GIF or SVG";
  }
  if (kind === null) {
    return "is no image, sound, film, PDF, EPUB, archive or text; save it as one, or remove the link";
  }
  const sha256 = hash("sha256", bytes, "hex");
  return {
    path,
    address: `/media/${sha256.slice(0, 20)}.${kind.extension}`,
    type: kind.type,
    sizeBytes: bytes.byteLength,
    sha256,
    width: kind.width,
    height: kind.height,
    read: () => readFileSync(place),
  };
}
