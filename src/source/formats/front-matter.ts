import type { FileProblems } from "../text/source-file.ts";
import { lineAt } from "../text/source-file.ts";
import { FRONT_MATTER_FORMATS } from "./front-matter-formats.ts";
import { fieldlessFault } from "./yaml-faults.ts";

/** A file's text, cut into front matter and body. */
export interface SplitText {
  readonly format: "yaml" | "toml" | "json" | null;
  readonly frontMatter: string;
  /** The line of the file that the front matter's text starts on. */
  readonly frontMatterLine: number;
  readonly body: string;
  /** The line of the file that the body starts on. */
  readonly bodyLine: number;
}

const FENCES = [
  { format: "json", pattern: /^---json[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/ },
  // Jekyll takes YAML's own mark of an end too.
  { format: "yaml", pattern: /^---(?:ya?ml)?[ \t]*\n(?:([\s\S]*?)\n)??(?:---|\.\.\.)[ \t]*(?:\n|$)/ },
  { format: "toml", pattern: /^(?:\+\+\+|---toml)[ \t]*\n(?:([\s\S]*?)\n)??(?:\+\+\+|---)[ \t]*(?:\n|$)/ },
] as const;

/** A line that is neither blank nor a comment. */
export const SAYS_SOMETHING = /^[ \t]*[^\s#]/m;

/** Takes the front matter off the head of a text; there may be none. */
export function splitFrontMatter(text: string): SplitText {
  if (text.startsWith("{")) return splitBareJson(text);
  for (const { format, pattern } of FENCES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, frontMatter = ""] = match;
    const bodyLine = whole.split("\n").length;
    return { format, frontMatter, frontMatterLine: 2, body: text.slice(whole.length), bodyLine };
  }
  return { format: null, frontMatter: "", frontMatterLine: 1, body: text, bodyLine: 1 };
}

/** Hugo's form: the file begins with an object, and the text follows its last brace. */
function splitBareJson(text: string): SplitText {
  const end = /^\{\s*["}]/.test(text) ? endOfObject(text) : -1;
  if (end === -1) return { format: null, frontMatter: "", frontMatterLine: 1, body: text, bodyLine: 1 };
  const rest = text.slice(end);
  const body = rest.replace(/^[ \t]*\n/, "");
  const bodyLine = lineAt(text, text.length - body.length);
  return { format: "json", frontMatter: text.slice(0, end), frontMatterLine: 1, body, bodyLine };
}

function endOfObject(text: string): number {
  let depth = 0;
  // The braces of a text that nothing ends count, since it is none.
  for (const { 0: token, 1: content, 2: close, index } of text.matchAll(/"((?:[^"\\\n]|\\.)*)("?)|[{}]/g)) {
    if (close) continue;
    for (const { 0: brace, index: at } of (content ?? token).matchAll(/[{}]/g)) {
      depth += brace === "{" ? 1 : -1;
      if (depth === 0) return index + (content === undefined ? 0 : 1) + at + 1;
    }
  }
  return -1;
}

/** Parses front matter. What cannot be parsed is reported with its line; null then, and without any. */
export function parseFrontMatter(
  split: SplitText,
  problems: FileProblems,
): Readonly<Record<string, unknown>> | null {
  const { frontMatter, frontMatterLine, format } = split;
  if (format === null) return null;
  const reading = SAYS_SOMETHING.test(frontMatter)
    ? FRONT_MATTER_FORMATS[format](frontMatter)
    : { value: null };
  const value = "value" in reading ? (reading.value ?? {}) : null;
  if (isRecord(value)) {
    for (const { line, column, message } of ("notes" in reading && reading.notes) || [])
      problems.add("warning", frontMatterLine - 1 + line, message, column);
    return value;
  }
  const { line, column, message } =
    "fault" in reading
      ? reading.fault
      : format === "yaml"
        ? fieldlessFault(frontMatter)
        : { line: 1, column: null, message: "holds no field; write one such as title" };
  problems.add("error", frontMatterLine - 1 + line, message, column);
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
