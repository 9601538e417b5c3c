import { posix } from "node:path";

/** Where a file lies, seen from another one, as a link names it. */
export function relativePath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return encoded.startsWith("../") ? encoded : `./${encoded}`;
}
