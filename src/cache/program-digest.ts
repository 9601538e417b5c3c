import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("..", import.meta.url));

/** Rooms whose code decides what a source becomes and how it is rendered. */
const ROOMS = ["article", "bake", "cache", "folder", "ledger", "render", "representation", "source"];

/**
 * What this program is, to the byte: its own code, the versions of its libraries and of the runtime,
 * whose Unicode data order and name things. A cache that another one made is worth nothing. `src` is where its rooms lie.
 */
export function programDigest(src: string = SRC): string {
  const { node, icu = "", unicode = "", tz = "" } = process.versions;
  const parts = [node, icu, unicode, tz];
  for (const room of ROOMS) {
    const files = readdirSync(join(src, room), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => /\.[cm]?[jt]s$/.test(name)).sort()) {
      parts.push(file, readFileSync(join(src, room, file), "utf8"));
    }
  }
  for (const name of ["package.json", "package-lock.json"]) {
    const file = join(src, "..", name);
    if (existsSync(file)) parts.push(readFileSync(file, "utf8"));
  }
  return hash("sha256", parts.join("\u0000"), "base64url").slice(0, 22);
}
