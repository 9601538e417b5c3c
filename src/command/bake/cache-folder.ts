import { hash } from "node:crypto";
import { join } from "node:path";

/** Where the state folder remembers a content folder, which is named by its true path. */
export function cacheFolder(stateFolder: string, root: string): string {
  return join(stateFolder, "feedwright-cache", hash("sha256", root, "hex").slice(0, 16));
}
