import type { CollectedPost } from "./collect-post.ts";
import type { WrittenEnclosure } from "./write/front-matter.ts";

/** Types of files whose feed names none. */
const TYPES: Readonly<Record<string, string>> = {
  aac: "audio/aac",
  m4a: "audio/mp4",
  m4v: "video/mp4",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  ogg: "audio/ogg",
  pdf: "application/pdf",
  wav: "audio/wav",
};

/** The files that come with an article, as its front matter names them; tells of those that it cannot name. */
export function composeEnclosures(
  collected: CollectedPost,
  place: (target: number) => string,
  remarks: string[],
): WrittenEnclosure[] {
  return collected.enclosures.flatMap(({ target, file: declared }): WrittenEnclosure[] => {
    const src = place(target);
    const type =
      declared.type ?? TYPES[/\.(\w+)(?:\?.*)?$/.exec(declared.url)?.[1]?.toLowerCase() ?? ""] ?? null;
    const { durationSeconds, sizeBytes } = declared;
    if (!/^https?:/.test(src)) return [decodePath(src)];
    if (type === null || sizeBytes === null) {
      remarks.push(
        `names ${declared.url} without its length or type, so it is no enclosure; add it with both`,
      );
      return [];
    }
    return [
      { url: src, length: sizeBytes, type, ...(durationSeconds !== null && { duration: durationSeconds }) },
    ];
  });
}

/** A path as it is on disk; a URL as it is. */
export function decodePath(path: string): string {
  try {
    return /^https?:/.test(path) ? path : decodeURIComponent(path);
  } catch {
    return path;
  }
}
