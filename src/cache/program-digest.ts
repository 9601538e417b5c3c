import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the code lies: its rooms, or all modules in one folder where it is built. */
const CODE = fileURLToPath(new URL("..", import.meta.url));

/** What names the versions of its libraries, beside it. */
const MANIFESTS = ["package.json", "package-lock.json", "npm-shrinkwrap.json"];

/** Rooms whose code has no say in what a source becomes or how it is rendered. */
const OTHER_ROOMS = /^(?:command|dev|doctor|publish|store|worker)[/\\]/;

/**
 * What this program is, to the byte: its own code, the versions of its libraries and of the runtime,
 * whose Unicode data order and name things. A cache that another one made is worth nothing. `code` is
 * where it lies.
 */
export function programDigest(code: string = CODE): string {
  const { node, icu = "", unicode = "", tz = "" } = process.versions;
  const sum = createHash("sha256").update([node, icu, unicode, tz].join("\u0000"));
  // Each with its length, so that no two programs are told alike. They are not decoded, which takes longest.
  const add = (name: string, bytes: Uint8Array) =>
    sum.update(`\u0000${name}\u0000${bytes.length}\u0000`).update(bytes);
  const files = readdirSync(code, { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /\.[cm]?[jt]s$/.test(name) && !OTHER_ROOMS.test(name)).sort()) {
    add(file, readFileSync(join(code, file)));
  }
  for (const file of manifestsOf(code)) {
    if (existsSync(file)) add("", readFileSync(file));
  }
  return sum.digest("base64url").slice(0, 22);
}

let own: string | null = null;

/** The digest of the program that runs, which stays what it was when it was loaded. */
export function ownDigest(): string {
  own ??= programDigest();
  return own;
}

function manifestsOf(code: string): readonly string[] {
  return MANIFESTS.map((name) => join(code, "..", name));
}

/** Where this program lies: the folder of all its code, and the files beside that name its libraries. */
export function programPlaces(code: string = CODE): {
  readonly code: string;
  readonly manifests: readonly string[];
} {
  return { code: code.replace(/[/\\]+$/, ""), manifests: manifestsOf(code) };
}
