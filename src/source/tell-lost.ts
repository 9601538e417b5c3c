import type { LineTable } from "./text/line-table.ts";
import type { FileProblems } from "./text/source-file.ts";

/** Tells of a mark of MDX that nothing can take the place of. */
export function tellLost(
  mark: string,
  lineOf: (written: string) => number | null,
  problems: FileProblems,
): void {
  const words = mark.startsWith("{")
    ? "which only a program can work out, so it was left out; write what it stands for"
    : mark.endsWith("/>")
      ? "which only a program can draw, so it was left out; write in Markdown what it stands for"
      : "of which only the inside can be shown; write in Markdown what it stands for";
  const shown = mark.startsWith("{") ? `"${mark}"` : mark;
  problems.add("warning", lineOf(mark.replace(/ \/>$|[>}]$/, "")), `contains ${shown}, ${words}`);
}

/** Tells the lines of what is asked for in the order of the text; null from the first that is not found on. */
export function linesInOrder(text: string, lines: LineTable): (written: string) => number | null {
  let from = 0;
  return (written) => {
    const at = from === -1 ? -1 : text.indexOf(written, from);
    from = at === -1 ? -1 : at + 1;
    return at === -1 ? null : lines.lineOf(at);
  };
}
