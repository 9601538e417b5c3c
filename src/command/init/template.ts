import { readFileSync } from "node:fs";

/** What the files of a site are made from. */
const TEMPLATES = {
  "site.toml": new URL("./templates/site.toml", import.meta.url),
  "plain-text-will-do.txt": new URL("./templates/plain-text-will-do.txt", import.meta.url),
  "writing-in-markdown.md": new URL("./templates/writing-in-markdown.md", import.meta.url),
  "wrangler.toml": new URL("./templates/wrangler.toml", import.meta.url),
  "publish.yml": new URL("./templates/publish.yml", import.meta.url),
  "README.md": new URL("./templates/README.md", import.meta.url),
  // npm puts no file of these names with a dot into a package.
  gitignore: new URL("./templates/gitignore", import.meta.url),
  npmrc: new URL("./templates/npmrc", import.meta.url),
} as const;

/** The name of a template. */
export type TemplateName = keyof typeof TEMPLATES;

/** A template with its marks, such as `<<title>>`, replaced. Throws on a mark without a value. */
export function fillTemplate(name: TemplateName, values: Readonly<Record<string, string>>): string {
  return readFileSync(TEMPLATES[name], "utf8").replace(/<<(\w+)>>/g, (mark, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`template ${name}: there is no value for ${mark}`);
    return value;
  });
}
