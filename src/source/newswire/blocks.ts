import type { Layout } from "./layout.ts";
import { layoutOf } from "./layout.ts";
import type { MarkedLine } from "./marks.ts";
import { tableText } from "./table-runs.ts";
import type { NewswireLine } from "./written-lines.ts";

/** A paragraph, a crosshead (a small headline between paragraphs), a table, or a list. */
export type NewswireBlock =
  | { readonly kind: "paragraph"; readonly text: string; readonly line: number }
  | { readonly kind: "crosshead"; readonly text: string; readonly line: number }
  /** Its rows, one a line, with the gaps between their columns. */
  | { readonly kind: "table"; readonly text: string; readonly line: number }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly string[];
      readonly line: number;
    };

/** The blocks of a text; `headlineIndent` is the white space before its headline. */
export function blocksOf(lines: readonly NewswireLine[], headlineIndent: number): NewswireBlock[] {
  return growBlocks(layoutOf(lines, headlineIndent)).map(blockOf);
}

/** A block while its lines are gathered. */
interface Growing {
  readonly mark: MarkedLine["mark"];
  readonly line: number;
  readonly texts: string[];
  readonly rows: MarkedLine[];
}

/** Lines of one paragraph, list or table come together, across blank lines too for the last two. */
function growBlocks({ groups, isJoined }: Layout): Growing[] {
  const blocks: Growing[] = [];
  for (const group of groups) {
    for (const [index, line] of group.entries()) {
      const { mark, inner } = line;
      const last = blocks.at(-1);
      const goesOn = mark === "text" && isJoined && index > 0;
      if (last?.mark === "row" && mark === "row") last.rows.push(line);
      else if (last?.mark === mark && (mark === "bullet" || mark === "number")) last.texts.push(inner);
      else if (goesOn && last && last.mark !== "crosshead" && last.mark !== "row")
        last.texts.push(`${last.texts.pop()} ${inner}`);
      else blocks.push({ mark, line: line.line, texts: [inner], rows: [line] });
    }
  }
  return blocks;
}

function blockOf({ mark, line, texts, rows }: Growing): NewswireBlock {
  if (mark === "row") return { kind: "table", text: tableText(rows), line };
  if (mark === "bullet" || mark === "number")
    return { kind: "list", isOrdered: mark === "number", items: texts, line };
  return { kind: mark === "crosshead" ? "crosshead" : "paragraph", text: texts.join(" "), line };
}
