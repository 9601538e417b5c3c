import { lineKinds } from "../text/line-kinds.ts";
import type { MdxNames } from "./mdx-values.ts";
import { mdxName } from "./mdx-values.ts";

/** A text without the lines of its module, and what these give names to. */
export interface WithoutModules {
  readonly text: string;
  readonly names: MdxNames;
}

const BEGIN =
  /^(?:import\s+(?:["']|\{\s*$|[\w$*{][^"'\n]*(?:\sfrom\s*["']|[{,]\s*$)|[\w$]+\s*,\s*\{)|export\s+(?:default\b|const\s|let\s|var\s|function\b|async\s|class\s|\{|\*\s))/;
/** The lines of one statement; what goes on longer is no statement. */
const MAX_LINES = 300;

/** Takes imports and exports out of MDX: they stand at the beginning of a line, behind a blank one or each other. */
export function takeModules(text: string): WithoutModules {
  const names = new Map<string, string>();
  if (!/^(?:im|ex)port\s/m.test(text)) return { text, names };
  const lines = text.split("\n");
  const kinds = lineKinds(lines);
  const kept: string[] = [];
  let mayBegin = true;
  let mostLines = MAX_LINES;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (!mayBegin || kinds[at] !== "text" || !BEGIN.test(line)) {
      kept.push(line);
      mayBegin = line.trim() === "";
      continue;
    }
    const found = endOfStatement(lines, at, mostLines);
    // Brackets that one statement leaves open are no longer looked for.
    if (found === null) mostLines = 1;
    const end = found ?? at;
    const name = mdxName(lines.slice(at, end + 1).join("\n"));
    if (name !== null) names.set(...name);
    for (; at < end; at += 1) kept.push("");
    kept.push("");
  }
  return { text: kept.join("\n"), names };
}

/** The line on which the brackets of a statement are closed again; null where none of the next ones is it. */
function endOfStatement(lines: readonly string[], begin: number, most: number): number | null {
  let depth = 0;
  for (let at = begin; at < Math.min(lines.length, begin + most); at += 1) {
    const bare = (lines[at] ?? "").replace(/(["'`])(?:[^\\\n]|\\.)*?\1/g, "0");
    for (const [bracket] of bare.matchAll(/[([{}\])]/g)) depth += "([{".includes(bracket) ? 1 : -1;
    if (depth <= 0 && !/[=,(?:&|]\s*$/.test(bare)) return at;
  }
  return null;
}
