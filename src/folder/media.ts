import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageSize } from "image-size";
import type { SourceArticle } from "../article/article.ts";
import type { Media } from "../article/media.ts";
import type { Problem } from "../article/problem.ts";
import type { ContentPath } from "../article/values.ts";
import { contentPath } from "../article/values.ts";

/** Media types of what `image-size` recognizes, by its names. */
const IMAGE_TYPES: Readonly<Record<string, string>> = {
  avif: "image/avif",
  gif: "image/gif",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/** Reads the images that articles name; others in the folder are left alone. */
export function readMedia(
  root: string,
  files: readonly ContentPath[],
  articles: readonly SourceArticle[],
  problems: Problem[],
): Media[] {
  const named = new Set(articles.flatMap(targetsOf));
  const media: Media[] = [];
  for (const path of files) {
    if (!named.has(path) || !/\.(avif|gif|jpe?g|png|svg|webp)$/i.test(path)) continue;
    const one = readImage(root, path);
    if (one) media.push(one);
    else {
      const message = "is no image that a browser shows; save it as JPEG, PNG, WebP, AVIF, GIF or SVG";
      problems.push({ file: path, line: null, severity: "error", message });
    }
  }
  return media;
}

/** The paths below the content folder that an article's references and image may mean. */
function targetsOf({ path, body, image }: SourceArticle): ContentPath[] {
  const targets = body.flatMap((piece) => (typeof piece === "string" ? [] : [piece.target]));
  return [...targets, ...(image ? [image.target] : [])]
    .filter((target) => !/^([a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(target))
    .map((target) => contentPath(`${path}/../${decodeURI(target.replace(/[?#].*$/, ""))}`))
    .filter((target) => target !== null);
}

function readImage(root: string, path: ContentPath): Media | null {
  const place = join(root, path);
  const bytes = readFileSync(place);
  const size = measure(bytes);
  const type = size && IMAGE_TYPES[size.type ?? ""];
  if (!size || !type) return null;
  const sha256 = hash("sha256", bytes, "hex");
  return {
    path,
    address: `/media/${sha256.slice(0, 20)}.${size.type}`,
    type,
    sizeBytes: bytes.byteLength,
    sha256,
    width: size.width,
    height: size.height,
    read: () => readFileSync(place),
  };
}

function measure(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}
