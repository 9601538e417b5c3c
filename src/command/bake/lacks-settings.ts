import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { SETTINGS_FILE } from "../../article/site.ts";

/** Whether a content folder is there and has no site.toml. */
export function lacksSettings(content: string): boolean {
  const isFolder = statSync(content, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder && !existsSync(join(content, SETTINGS_FILE));
}
