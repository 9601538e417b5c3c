import type { FaultContext, FaultRow, SyntaxFault } from "./syntax-fault.ts";
import { explainFault, faultLines, firstAbove } from "./syntax-fault.ts";
import { badYamlValue, indentOf, singleQuoted, YAML_FIELD } from "./yaml-values.ts";

/** Aliases of YAML (`*name`): each may stand for a text as long as the file. */
export const MAX_ALIASES = 100;

/** What js-yaml finds wrong, in the order in which it is looked through. */
const ROWS: readonly FaultRow[] = [
  {
    reason: /single document/,
    say: (_, { lines, column }) => {
      const at = lines.findIndex((line) => /^\.\.\.|^---/.test(line));
      return { line: at + 1, column, message: "this line ends the front matter before its end; remove it" };
    },
  },
  {
    reason: /tab characters/,
    say: () => "begins with a tab, which YAML does not allow; use spaces instead",
  },
  { reason: /duplicated mapping key/, line: YAML_FIELD, say: repeatedField },
  { reason: /duplicated mapping key/, line: /^\s*(?<name>[^\s:]+)\s*:/, say: repeatedField },
  { reason: /unknown escape sequence|expected hexadecimal/, line: YAML_FIELD, say: backslash },
  { reason: /quoted scalar|flow collection$|deficient indentation/, say: unclosed },
  {
    reason: /missed comma between flow/,
    say: () => "a comma is missing in this list, or a text in it needs quotation marks",
  },
  {
    reason: /found ','/,
    say: () => "two commas follow each other, or a text in this list needs quotation marks",
  },
  {
    reason: /sequence entry/,
    say: () => "is not in the column of the item above; begin all items of a list in one column",
  },
  {
    reason: /whitespace character is expected after the key-value/,
    say: () => "put a space behind the colon",
  },
  { reason: /./, line: YAML_FIELD, say: (_, fault) => badYamlValue(fault) },
  { reason: /./, say: noField },
];

const FALLBACK =
  "this cannot be read as YAML; write a name, a colon, a space and a value, such as title: Rain";

/** Says in plain words why YAML cannot be read, as js-yaml finds. */
export function yamlFault(text: string, line: number, column: number, reason: string): SyntaxFault {
  if (/exceeded maxAliases/.test(reason))
    return {
      line,
      column,
      message: `has more than ${MAX_ALIASES} aliases such as *name; write the values themselves`,
    };
  const lines = text.trimEnd().split("\n");
  const last = Math.min(line, lines.length);
  const place = last < line ? (lines[last - 1]?.length ?? 0) + 1 : column;
  return explainFault(ROWS, { line: last, column: place, reason }, text, FALLBACK);
}

/** What is wrong with YAML that holds one text and no field. */
export function fieldlessFault(text: string): SyntaxFault {
  const lines = faultLines(text);
  const at = Math.max(
    0,
    lines.findIndex((line) => /^\s*[^\s#]/.test(line)),
  );
  const line = lines[at] ?? "";
  return {
    line: at + 1,
    column: 1,
    message: noFieldMessage(line) ?? "holds no field; write lines such as title: Rain",
  };
}

function repeatedField(
  { name = "" }: Readonly<Record<string, string>>,
  { lines, line }: FaultContext,
): string {
  const first = firstAbove(lines, line, (one) => one.trimStart().startsWith(`${name}:`));
  return `"${name}" appears a second time${first}; this one counts, remove the other`;
}

function backslash({ before = "", value = "" }: Readonly<Record<string, string>>): string {
  return `a backslash between double quotation marks has a meaning of its own; write ${before.trim()} ${singleQuoted(inside(value))}`;
}

/** What begins on this line or one above, and has no end. */
function unclosed(_: unknown, { lines, line, reason }: FaultContext): SyntaxFault | null {
  for (let at = line - 1; at >= 0; at -= 1) {
    const text = lines[at] ?? "";
    const { before = "", value = "" } = YAML_FIELD.exec(text)?.groups ?? {};
    const [mark = ""] = value;
    const column = before.length + 1;
    if (/["']/.test(mark) && !/flow collection$/.test(reason) && !value.slice(1).includes(mark)) {
      const fixed = `${before.trim()} ${mark}${value.slice(1)}${mark}`;
      return { line: at + 1, column, message: `the closing quotation mark is missing; write ${fixed}` };
    }
    const end = { "[": "]", "{": "}" }[mark];
    if (end !== undefined && !value.includes(end)) {
      const fixed = `${before.trim()} ${value.replace(/,$/, "")}${end}`;
      const what = mark === "[" ? "list" : "table";
      return { line: at + 1, column, message: `this ${what} has no closing ${end}; write ${fixed}` };
    }
  }
  return null;
}

/** The first line that is no field: the parser notices it only later. */
function noField(_: unknown, { lines, line }: FaultContext): SyntaxFault | null {
  const texts = lines.slice(0, line);
  const margin = indentOf(texts.find((one) => /^\s*[^\s#]/.test(one)) ?? "");
  let isInList = false;
  for (const [at, text] of texts.entries()) {
    // Items may begin in the column of the name above them.
    if (/^\s*(?:#|$)/.test(text) || (isInList && /^\s*- /.test(text))) continue;
    isInList = /:\s*$/.test(text);
    const message = noFieldMessage(text);
    if (message !== null && indentOf(text) <= margin) return { line: at + 1, column: 1, message };
    if (indentOf(text) < margin) {
      return {
        line: at + 1,
        column: 1,
        message: "begins further to the left than the lines above; begin all fields in the same column",
      };
    }
  }
  return null;
}

/** What is wrong with a line that should be a field; null where it is one, or belongs to one. */
function noFieldMessage(line: string): string | null {
  if (/^\s*(?:[^\s:][^:]*|"[^"]*"|'[^']*'):(?:\s|$)/.test(line)) return null;
  const { name = "", value = "" } =
    /^\s*(?<name>[\w-]+)(?:\s*=\s*|:(?!\/\/))(?<value>\S.*)/.exec(line)?.groups ?? {};
  if (name !== "" && /^\s*[\w-]+:/.test(line)) return `put a space behind the colon: ${name}: ${value}`;
  if (name !== "") return `a colon stands between name and value here; write ${name}: ${value}`;
  if (/^\s*-\s/.test(line))
    return "is the item of a list that has no name; write a line such as tags: above it";
  return "is not a field; write it as name: value, or put a line --- above it where the text of the article begins here";
}

function inside(value: string): string {
  return value.replace(/^"|"$/g, "");
}
