import type { FaultContext, SyntaxFault } from "./syntax-fault.ts";

/** A setting: what stands in front of its value, its name, and the value with what follows it. */
export const SETTING = /^(?<before>\s*(?<name>[\w.-]+|"[^"]*"|'[^']*')\s*=\s*)(?<value>.*?)\s*$/;

/** The head of a table. */
export const HEADER = /^\s*\[+\s*(?<name>[^\]]*?)\s*\]/;

/** A list or table that begins on this line or one above, and has no end. */
export function unclosed(fault: FaultContext): SyntaxFault | null {
  const { lines, line, column, text } = fault;
  for (let at = line - 1; at >= 0; at -= 1) {
    const { before = "", value = "" } = SETTING.exec(lines[at] ?? "")?.groups ?? {};
    const end = { "[": "]", "{": "}" }[value[0] ?? ""];
    const above = [...lines.slice(at, line - 1), text.slice(0, column - 1)].join("\n");
    const hasBegun = at < line - 1 || column > before.length;
    if (end !== undefined && hasBegun && !above.slice(before.length).includes(end)) {
      if (endsBelow(fault, end)) return null;
      const right = `${before}${value.replace(/,$/, "")}${end}`.trim();
      const message = `this ${end === "]" ? "list" : "table"} has no closing ${end}; write ${at + 1 < lines.length ? `${end} behind its last value` : right}`;
      return { line: at + 1, column: before.length + 1, message };
    }
    if (before !== "" && at < line - 1) return null;
  }
  return null;
}

/** Whether a list or table ends before the next setting: what is wrong is inside it then. */
function endsBelow({ lines, line, column, text }: FaultContext, end: string): boolean {
  const rest = text.slice(column - 1);
  const isNext = (one: string) => SETTING.test(one) || HEADER.test(one);
  if (column === 1 && isNext(text)) return false;
  const below = lines.slice(line);
  const next = below.findIndex(isNext);
  return [rest, ...(next === -1 ? below : below.slice(0, next))].join("\n").includes(end);
}
