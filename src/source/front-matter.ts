import { load, YAMLException } from "js-yaml";
import { parse as parseToml, TomlError } from "smol-toml";
import { parseDate } from "./dates.ts";
import type { FileProblems } from "./source-file.ts";
import { lineAt } from "./source-file.ts";

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
  { format: "yaml", pattern: /^---(?:ya?ml)?[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/ },
  { format: "toml", pattern: /^(?:\+\+\+|---toml)[ \t]*\n(?:([\s\S]*?)\n)??(?:\+\+\+|---)[ \t]*(?:\n|$)/ },
] as const;

/** A line that is neither blank nor a comment. */
const SAYS_SOMETHING = /^[ \t]*[^\s#]/m;

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
  if (split.format === null) return null;
  const { frontMatter, frontMatterLine, format } = split;
  try {
    const value = (SAYS_SOMETHING.test(frontMatter) ? PARSERS[format](frontMatter) : null) ?? {};
    if (isRecord(value)) return value;
    problems.add(
      "error",
      frontMatterLine,
      "the front matter is not a list of fields; write lines such as title: Rain",
    );
  } catch (cause) {
    const { line, reason } = faultOf(cause, frontMatter);
    problems.add(
      "error",
      frontMatterLine - 1 + line,
      `the ${format.toUpperCase()} front matter cannot be read: ${reason}`,
    );
  }
  return null;
}

/** Aliases of YAML (`*name`): each may stand for a text as long as the file. */
const MAX_ALIASES = 100;

const PARSERS: Readonly<Record<NonNullable<SplitText["format"]>, (text: string) => unknown>> = {
  yaml: (text) => load(text, { maxAliases: MAX_ALIASES }),
  toml: parseTomlWithDays,
  json: (text) => JSON.parse(text),
};

/** Texts and comments of TOML, and a day that is a value. */
const TOML_DAYS =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*|[=[,]\s*(\d{4}-\d{2}-\d{2})/g;

/** Parses TOML, and refuses days that do not exist: the parser takes 31 February for 3 March. */
function parseTomlWithDays(text: string): unknown {
  const value = parseToml(text);
  for (const { 0: token, 1: day, index } of text.matchAll(TOML_DAYS)) {
    if (day !== undefined && parseDate(day, "UTC") === null)
      throw new TomlError(`there is no day ${day}`, { toml: text, ptr: index + token.length });
  }
  return value;
}

/** What the parser of YAML says where there are more. */
const TOO_MANY_ALIASES = `aliases exceeded maxAliases (${MAX_ALIASES})`;

/** Where and why a parser gave up. */
function faultOf(cause: unknown, text: string): { readonly line: number; readonly reason: string } {
  if (cause instanceof YAMLException) {
    const { reason, mark } = cause;
    const told = `it holds more than ${MAX_ALIASES} aliases; write their values out`;
    return { line: (mark?.line ?? 0) + 1, reason: reason === TOO_MANY_ALIASES ? told : reason };
  }
  if (cause instanceof TomlError) {
    const [reason = ""] = cause.message.replace("Invalid TOML document: ", "").split("\n");
    return { line: cause.line, reason };
  }
  if (cause instanceof SyntaxError) {
    const reason = cause.message.replace(/, .*| (?:in JSON )?at position.*/s, "").replace("\n", "\\n");
    return { line: lineOfJsonFault(text), reason };
  }
  throw cause;
}

/** The line in which JSON goes wrong, of which the parser says too little: down to it, a text is only unfinished. */
function lineOfJsonFault(text: string): number {
  const lines = text.split("\n");
  let [first, last] = [1, lines.length];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (isUnfinished(`${lines.slice(0, middle).join("\n")}\n`)) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** Whether JSON goes wrong at its end alone, or not at all. */
function isUnfinished(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const position = /at position (\d+)/.exec(cause.message)?.[1];
    return cause.message === "Unexpected end of JSON input" || Number(position) === text.length;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
