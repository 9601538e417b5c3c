import type { Problem } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";

/** Files that hold text in a form that is not read. */
const OTHER_TEXT = /\.(?:rst|adoc|asciidoc|org|docx?|odt|rtf)$/i;

/** Says of a file whose name is nearly that of the settings that it is not read as them. */
export function nearSettings(files: readonly ContentPath[]): Problem[] {
  if (files.some((path) => path === SETTINGS_FILE)) return [];
  return files
    .filter((path) => path.toLowerCase() === SETTINGS_FILE)
    .map((path) => ({
      file: path,
      line: null,
      severity: "warning",
      message: `is not read, since settings lie in ${SETTINGS_FILE}; write its name in small letters`,
    }));
}

/** Says of a file that is no article why it is none, where its author may expect one. */
export function passedOver(path: ContentPath): Problem[] {
  const notice = (message: string): Problem[] => [{ file: path, line: null, severity: "notice", message }];
  if (OTHER_TEXT.test(path))
    return notice("is in a format that is not read; save it as Markdown (.md), HTML or plain text (.txt)");
  if (/^index\.(?:md|markdown|html?|txt)$/.test(path))
    return notice("is a home page, not an article, and the site makes its own; rename it to publish it");
  return [];
}
