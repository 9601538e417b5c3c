import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { SourceError } from "../model/old-site.ts";

/**
 * Makes a folder, with those that it lies in. Node's own recursion never ends where a system makes none,
 * as below `/proc`. Throws `SourceError`.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    if (statSync(folder).isDirectory()) return;
    throw new SourceError(`${folder} is a file; name a folder for the articles`);
  }
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EEXIST") return;
    throw new SourceError(`no folder can be made at ${folder} (${code}); name another one`, { cause });
  }
}
