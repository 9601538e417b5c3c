import type { Enclosure, Image, Source } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { SourceTranscript, Transcript } from "../../article/podcast.ts";
import type { Problem } from "../../article/problem.ts";
import type { BrokenReference, Resolution } from "../../article/resolve-target.ts";
import { ANY_FOLDER } from "../../article/resolve-target.ts";
import type { AbsoluteUrl } from "../../article/values.ts";

/** A picture with what is known of its file. */
export function imageOf(url: AbsoluteUrl, alt: string, media: ReadonlyMap<AbsoluteUrl, Media>): Image {
  const { type = null, sizeBytes = null, width = null, height = null } = media.get(url) ?? {};
  return { url, alt, type, sizeBytes, width, height };
}

/** A file of the site has its true length and type, another the declared ones. */
export function enclosureOf(
  { sizeBytes, type, durationSeconds }: Source["enclosures"][number],
  { kind, url }: Resolution,
  media: ReadonlyMap<AbsoluteUrl, Media>,
): Enclosure | null {
  const file = media.get(url);
  if (file) {
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    return { url, name, type: file.type, sizeBytes: file.sizeBytes, durationSeconds };
  }
  if (kind !== "found" || sizeBytes === null || type === null) return null;
  return { url, type, sizeBytes, durationSeconds };
}

/** A file of the site has its true type; what else has none to be known by is a page of the site. */
export function transcriptOf(
  { type, language }: SourceTranscript,
  url: AbsoluteUrl,
  media: ReadonlyMap<AbsoluteUrl, Media>,
): Transcript {
  return { url, type: media.get(url)?.type.replace(/;.*$/, "") ?? type ?? "text/html", language };
}

/** Tells of a name that leads nowhere. */
export function brokenProblem({ path }: Source, { target, line }: BrokenReference): Problem {
  const message = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(target)
    ? `leads to ${target}, which this site does not have; correct or remove the link`
    : `names ${target.replace(ANY_FOLDER, "")}, which is neither a file that can be published nor an address of the site; correct the name or add the file`;
  return { file: path, line, severity: "warning", message };
}

/** Tells of an enclosure of which too little is known. */
export function enclosureProblem({ path }: Source, { target, line }: Source["enclosures"][number]): Problem {
  const message = /^https?:/i.test(target)
    ? `has the enclosure ${target}, of which nothing tells length and type; write { url, length, type }, or name its host in "enclosure_hosts" of site.toml to have them asked for`
    : `has the enclosure ${target}, which is not a media file in the content folder; add the file, or write { url, length, type } for one elsewhere`;
  return { file: path, line, severity: "error", message };
}
