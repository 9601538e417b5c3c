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

/** A group of several, a mark, or a sign that stands for itself. */
const PARTS = /\{([^{}]*)\}|\*\*\/|\*+|[\s\S]/gu;

function sourceOf(glob: string): string {
  return glob.replace(PARTS, (part, several?: string) => {
    if (several !== undefined) return `(?:${several.split(",").map(sourceOf).join("|")})`;
    if (part === "**/") return "(?:[^/]+/)*";
    if (part === "*") return "[^/]*";
    if (part.startsWith("*")) return ".*";
    return part === "?" ? "[^/]" : part.replace(/[\\^$.|()[\]{}+]/, "\\$&");
  });
}
