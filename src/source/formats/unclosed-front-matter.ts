import type { SyntaxFault } from "./syntax-fault.ts";

/** A mark that only front matter begins with, or `---`, which in Markdown is also a line across the page. */
const FENCE = /^(?<fence>---|\+\+\+)(?<language>json|toml|ya?ml)?[ \t]*(?:\n|$)/;

/** A line that names a field. */
const FIELD = /^["']?(?<name>[A-Za-z_][\w-]*)["']?[ \t]*[:=](?:[ \t]|$)/;

/** A line that belongs to the field above it, or to none. */
const REST = /^(?:[ \t]+\S|- |#|\]|\})/;

/** A line that somebody may have written for the closing one. */
const NEARLY = /^[ \t]*(?:[-–—+=~_.*]{1,6}|`{3})[ \t]*$/;

/**
 * Finds front matter that begins and never ends, in a text in which none was found. After `---` the
 * next line decides: where it is a field that `isField` knows, or where two lines in a row are fields,
 * it is front matter; anything else is a line across the page. Null where there is none.
 */
export function unclosedFrontMatter(text: string, isField: (name: string) => boolean): SyntaxFault | null {
  if (/^\{\s*"[^"\n]*"\s*:/.test(text))
    return at("the front matter that begins here has no end; close it with }");
  const { fence, language } = FENCE.exec(text)?.groups ?? {};
  if (fence === undefined) return null;
  const lines = text.split("\n");
  if (fence === "---" && language === undefined && !beginsWithFields(lines, isField)) return null;
  const end = endOfFields(lines);
  const nearly = lines[end] ?? "";
  const way = NEARLY.test(nearly)
    ? `write ${fence} instead of ${nearly.trim()} on line ${end + 1}`
    : `put a line ${fence} below its last field${end > 1 ? `, behind line ${end}` : ""}`;
  return at(
    language === undefined && fence === "---"
      ? `the front matter that begins here has no end; ${way}. For a line across the page write *** instead`
      : `the front matter that begins here has no end; ${way}`,
  );
}

/**
 * Finds front matter that nothing opens: a text whose first two lines are fields that `isField` knows.
 * Null where there is none.
 */
export function unopenedFrontMatter(text: string, isField: (name: string) => boolean): SyntaxFault | null {
  const [first = "", second = ""] = text.slice(0, 2000).split("\n");
  const isKnown = (line: string) => isField(FIELD.exec(line)?.groups?.name ?? "");
  return isKnown(first) && isKnown(second)
    ? at("begins with fields, which count as text here; put a line --- above them and one below the last")
    : null;
}

function at(message: string): SyntaxFault {
  return { line: 1, column: null, message };
}

function beginsWithFields(lines: readonly string[], isField: (name: string) => boolean): boolean {
  const first = lines.findIndex((line, index) => index > 0 && !/^[ \t]*(?:#|$)/.test(line));
  const name = FIELD.exec(lines[first] ?? "")?.groups?.name;
  if (name === undefined) return false;
  return isField(name) || (first === 1 && FIELD.test(lines[2] ?? ""));
}

/** How many lines the fence and the fields below it have; blank lines end them. */
function endOfFields(lines: readonly string[]): number {
  const after = lines.findIndex((line, index) => index > 0 && !FIELD.test(line) && !REST.test(line));
  return after === -1 ? lines.length : after;
}
