import type { Arguments } from "../values/arguments.ts";
import type { Scope } from "../values/scope.ts";

/** A text that was brought in, its marks filled. */
export interface Included {
  readonly text: string;
  /** Whether some of its marks were left out. */
  readonly isPart: boolean;
}

/** Fills the text that an include names, by the path of its mark; null where there is none. */
export type Include = (tag: string, file: string, args: Arguments, scope: Scope) => Included | null;

/** Includes inside each other; deeper ones are left out. */
const MAX_DEPTH = 8;

/** What decides which text an include names, and how it is filled. */
export interface IncludeTexts {
  /** By the path in `_includes`, or from the content folder on with a slash in front. */
  readonly texts: Readonly<Record<string, string>>;
  /** The folder of the article. */
  readonly folder: string;
  readonly fill: (source: string, scope: Scope, include: Include) => Included;
}

/** Includes of an article, as Jekyll means them: their marks see the names of the article, and `include`. */
export function includesOf({ texts, folder, fill }: IncludeTexts): Include {
  let depth = 0;
  const include: Include = (tag, file, { names }, scope) => {
    const path = file.replace(/^\/+/, "");
    const key = tag === "include_relative" ? `/${folder === "" ? "" : `${folder}/`}${path}` : path;
    const source = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (source === undefined || depth >= MAX_DEPTH || !scope.budget.spend(source.length)) return null;
    const around = scope.assigned("include");
    scope.assign("include", Object.fromEntries(names));
    depth += 1;
    const { text, isPart } = fill(source, scope, include);
    depth -= 1;
    scope.restore("include", around);
    return { text: key.endsWith("md") || key.endsWith("markdown") ? text.trim() : flush(text), isPart };
  };
  return include;
}

/** HTML without blank lines and indents, where Markdown would begin in it; code stays as it is. */
function flush(html: string): string {
  return /<pre\b/i.test(html)
    ? html.trim()
    : html
        .replace(/^[ \t]+|[ \t]+$/gm, "")
        .replace(/\n{2,}/g, "\n")
        .trim();
}
