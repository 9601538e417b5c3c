import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import { contentPath } from "../article/values.ts";
import { readSiteSettings } from "../source/settings/site-settings.ts";
import { FileProblems } from "../source/text/source-file.ts";

/** The settings that a content folder has already, by which its addresses are made; null where it has none. */
export function existingSite(folder: string): Site | null {
  const path = contentPath(SETTINGS_FILE);
  try {
    const bytes = readFileSync(join(folder, SETTINGS_FILE));
    return path && readSiteSettings({ path, bytes }, "", new FileProblems(SETTINGS_FILE));
  } catch {
    return null;
  }
}
