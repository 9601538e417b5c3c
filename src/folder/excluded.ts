/**
 * Finds out whether a path is excluded by a list of globs: `*` and `?` within a name, `**` over
 * folders, `{a,b}` for one of several. A glob without a slash means names at any depth, and one that
 * names a folder all that lies in it.
 */
export function excludedBy(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(patternOf);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function patternOf(glob: string): RegExp {
  const trimmed = glob.replace(/^\.\//, "").replace(/\/+$/, "");
  const anywhere = trimmed.includes("/") ? "" : "(?:[^/]+/)*";
  return new RegExp(`^${anywhere}${sourceOf(trimmed)}(?:/|$)`, "su");
}

/** Parts of a glob that mean something, longest first, and what they match. */
const MARKS: Readonly<Record<string, string>> = {
  "**/": "(?:[^/]+/)*",
  "**": "[^/]*(?:/[^/]+)*",
  "*": "[^/]*",
  "?": "[^/]",
};

function sourceOf(glob: string): string {
  let depth = 0;
  return glob.replace(/\*\*\/|\*+|[\s\S]/gu, (part) => {
    if (part === "{") depth += 1;
    if (part === "}" && depth > 0) depth -= 1;
    else if (part !== "{" && !(part === "," && depth > 0)) return MARKS[part] ?? literal(part);
    return { "{": "(?:", ",": "|", "}": ")" }[part] ?? "";
  });
}

function literal(part: string): string {
  return part.startsWith("*") ? "[^/]*(?:/[^/]+)*" : part.replace(/[\\^$.|()[\]{}+*?]/g, "\\$&");
}
