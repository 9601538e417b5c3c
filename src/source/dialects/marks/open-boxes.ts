import { dedented, indentOf } from "./admonitions.ts";

/** What holds the lines of a box together: marks around them, or their indent. */
export type BoxKind = "container" | "indented";

/** A box that is open: its lines become those of a quote. */
interface Box {
  readonly kind: BoxKind;
  /** Columns that its lines have in front. */
  readonly columns: number;
  /** What they get in front instead. */
  readonly prefix: string;
}

/** Boxes inside each other; deeper ones are drawn as one. */
const MAX_DEPTH = 6;

/** The boxes that are open, one inside the other. */
export class OpenBoxes {
  readonly #boxes: Box[] = [];

  /** Whether the innermost box ends before a line that is not indented enough for it. */
  endsBefore(line: string): boolean {
    const box = this.#boxes.at(-1);
    return box?.kind === "indented" && line.trim() !== "" && indentOf(line) < box.columns;
  }

  /** Opens a box, which is a quote where it has a title. Gives what its lines begin with. */
  open(indent: string, kind: BoxKind, hasTitle: boolean): string {
    const outer = this.#boxes.at(-1);
    const columns = indentOf(indent);
    const inner = " ".repeat(Math.max(0, columns - (outer?.columns ?? 0)));
    const isShallow = this.#boxes.length < MAX_DEPTH;
    const before = (outer?.prefix ?? "") + (isShallow ? inner : "");
    const prefix = hasTitle && isShallow ? `${before}> ` : before;
    this.#boxes.push({ kind, columns: kind === "indented" ? columns + 4 : columns, prefix });
    return prefix;
  }

  close(): void {
    this.#boxes.pop();
  }

  /** A line as it stands in the innermost box. */
  prefixed(line: string): string {
    const box = this.#boxes.at(-1);
    if (box === undefined) return line;
    const own = dedented(line, box.columns);
    return own === "" ? box.prefix.trimEnd() : box.prefix + own;
  }
}
