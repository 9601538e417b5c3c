import { hash } from "node:crypto";
import { basename, dirname } from "node:path";
import { realPath } from "./real-path.ts";

/**
 * What is tried out leaves no trace in the store that `npm start` serves: no drafts, no deletions, no
 * dates of first publication.
 */
const DEV_STORES = ".wrangler/dev";

/** A store for each content folder: what a person calls it, and a digest of where it is. */
export function devStore(content: string): string {
  const path = realPath(content);
  const name = basename(path) === "content" ? basename(dirname(path)) : basename(path);
  const readable = name.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 40);
  return `${DEV_STORES}/${readable}-${hash("sha256", path).slice(0, 8)}`;
}
