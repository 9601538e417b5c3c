import type { Dialect } from "../text/dialect.ts";
import { lineKinds, maskCode } from "../text/line-kinds.ts";
import type { ContainerOpening } from "./admonitions.ts";
import { containersIn, indentedOpening } from "./admonitions.ts";
import { BlockWriter } from "./block-writer.ts";
import { blanksInTables } from "./markdown-inside.ts";
import type { BoxKind } from "./open-boxes.ts";

/** Rewrites what lines of their own mean in a dialect as CommonMark. Code stays as it is. */
export function rewriteBlocks(text: string, dialect: Dialect): string {
  const written = text.split("\n");
  const blanks = dialect.generator === "jekyll" ? blanksInTables(written, lineKinds(written)) : new Set();
  const lines = blanks.size === 0 ? written : written.filter((_, at) => !blanks.has(at));
  const kinds = lineKinds(lines);
  const containers = containersIn(lines, (at) => kinds[at] === "text");
  const nextFilled = nextFilledLines(lines);
  const masked = text.includes("{:") ? maskCode(lines, kinds).split("\n") : lines;
  const writer = new BlockWriter(dialect);
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? "text";
    writer.leave(line);
    const opening = kind === "text" ? openingAt(at) : null;
    if (opening !== null) writer.open(opening.box, opening.kind);
    else if (containers.ends.has(at)) writer.close();
    // A generator's container goes to the end of the article; how much of that is meant nobody can tell.
    else if (dialect.generator !== null && containers.unclosed.has(at)) writer.skip();
    else writer.write({ line, kind, masked: masked[at] ?? line, next: lines[at + 1] });
  }
  return writer.text();

  function openingAt(at: number): { box: ContainerOpening; kind: BoxKind } | null {
    const container = containers.openings.get(at);
    if (container !== undefined) return { box: container, kind: "container" };
    const box = indentedOpening(lines[at] ?? "", nextFilled[at]);
    return box && { box, kind: "indented" };
  }
}

/** For each line the next one that is not blank. */
function nextFilledLines(lines: readonly string[]): readonly (string | undefined)[] {
  const next: (string | undefined)[] = [];
  let filled: string | undefined;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    next[at] = filled;
    if (lines[at]?.trim() !== "") filled = lines[at];
  }
  return next;
}
