import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What packing reads, and what is read beside it. */
const PARTS = [
  ".npmrc",
  "CHANGELOG.md",
  "LICENSE",
  "README.md",
  "bin",
  "docs",
  "package-lock.json",
  "package.json",
  "scripts",
  "src",
];

/** Copies the repository, with its packages, so that packing it disturbs no other test. Gives its path. */
export function copyRepository(folder: string): string {
  const copy = join(folder, "feedwright");
  mkdirSync(copy);
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  return copy;
}
