import { digestOf } from "../../article/digest.ts";
import type { Media } from "../../article/media.ts";

/** Digest of all that articles show of a media file. What was made of it for this publish is no part of it. */
export function mediaDigest(media: Media): string {
  return digestOf(JSON.stringify(media, (name, value) => (name === "made" ? undefined : value)));
}
