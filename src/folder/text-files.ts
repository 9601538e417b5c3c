import { ADOPTED_FILE } from "../article/adopted.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import { READERS } from "../source/readers.ts";
import { extensionOf } from "../source/text/article-path.ts";

/** Texts that other generators make pages of. */
const OTHER_MARKUP = /\.(?:rst|adoc|asciidoc|org)$/i;

/**
 * Whether a file of the content folder is an article, a section or the settings, or may be: a draft, one
 * with errors, or one that another generator reads. Its text is nobody's download, whatever names it.
 */
export function holdsText(path: string, staticFolders: readonly string[]): boolean {
  if (isStatic(path, staticFolders)) return false;
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const isOurs = name === SETTINGS_FILE || name === ADOPTED_FILE;
  return isOurs || Object.hasOwn(READERS, extensionOf(path)) || OTHER_MARKUP.test(path);
}

/** Whether a file of the content folder lies in a static folder, where texts are files like others. */
export function isStatic(path: string, staticFolders: readonly string[]): boolean {
  return staticFolders.some((folder) => path.startsWith(`${folder}/`));
}
