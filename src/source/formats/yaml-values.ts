import type { FaultContext, SyntaxFault } from "./syntax-fault.ts";
import { quoted } from "./syntax-fault.ts";

/** A field: what stands in front of its value, its name, and the value. */
export const YAML_FIELD =
  /^(?<before>\s*(?:- +)?(?<name>[^\s:#"'[{-][^:]*?|"[^"]*"|'[^']*')\s*:\s+)(?<value>\S.*?)\s*$/;

/** Characters with which no text can begin unless it is quoted. */
const RESERVED = /^[@`%&*!|>?{}[\],-]/;

/** What is wrong with the value of a field; null where that is not what is wrong. */
export function badYamlValue(fault: FaultContext): SyntaxFault | null {
  const { lines, line, column, text } = fault;
  const { before = "", value = "" } = YAML_FIELD.exec(text)?.groups ?? {};
  const at = (message: string): SyntaxFault => ({ line, column: before.length + 1, message });
  const write = (fixed: string) => `write ${before.trim()} ${fixed}`;
  if (/^["']/.test(value)) {
    const isWhole = value.length > 1 && value.at(-1) === value[0];
    const kept = isWhole ? value.slice(1, -1) : value;
    return at(
      value.startsWith("'") && isWhole
        ? `an apostrophe ends a text between single quotation marks; ${write(doubleQuoted(kept))}`
        : `the text ends at its second quotation mark; put other ones round the whole: ${before.trim()} ${singleQuoted(kept)}`,
    );
  }
  if (isContinuation(lines, line)) {
    return {
      line,
      column,
      message:
        "is indented, so it belongs to the text above, where no colon may stand; begin it in the same column as the line above, or put quotation marks round the whole text",
    };
  }
  if (/:(?:\s|$)/.test(value) && !RESERVED.test(value)) {
    return at(`a text with a colon needs quotation marks round it; ${write(quoted(value))}`);
  }
  if (/^- /.test(value)) {
    return at(
      `a list begins on the line below its name; ${write(`[${value.slice(2)}]`)}, or put quotation marks round a text`,
    );
  }
  if (/^\[.*\]\]$|^\{.*\}\}$/.test(value) && !/^(?:\[\[|\{\{)/.test(value)) {
    return at(`one closing ${value.at(-1)} is too many; ${write(value.slice(0, -1))}`);
  }
  if (RESERVED.test(value)) {
    return at(`a text that begins with ${value[0]} needs quotation marks round it; ${write(quoted(value))}`);
  }
  return null;
}

/** Whether a line is further in than the field above it, which has its value already. */
function isContinuation(lines: readonly string[], line: number): boolean {
  const above = lines.slice(0, line - 1).findLast((one) => one.trim() !== "") ?? "";
  const { value } = YAML_FIELD.exec(above)?.groups ?? {};
  return value !== undefined && !/^[|>]/.test(value) && indentOf(lines[line - 1] ?? "") > indentOf(above);
}

/** How many characters of white space a line begins with. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A text between single quotation marks, which know no escapes. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function doubleQuoted(text: string): string {
  return text.includes('"') ? singleQuoted(text) : quoted(text);
}
