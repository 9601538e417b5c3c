import { readFileSync } from "node:fs";

/** The version of this program. */
export function programVersion(): string {
  const manifest = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  // Every command asks for it, so nothing is loaded for that.
  const { version }: { readonly version?: unknown } = JSON.parse(manifest);
  return String(version);
}
