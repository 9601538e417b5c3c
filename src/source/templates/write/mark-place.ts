import type { Output } from "./output.ts";

/** What a text is: Markdown, HTML, or words without markup. */
export type TextKind = "markdown" | "html" | "plain";

/** A mark that is about to be filled: its output so far, and the source around it. */
export interface MarkPlace {
  readonly out: Output;
  readonly source: string;
  readonly from: number;
  /** Where the source goes on. */
  readonly to: number;
  readonly kind: TextKind;
  /** Whether it stands in code, where no markup counts. */
  readonly isCode: boolean;
  readonly origin: string;
}

/** What keeps a further line in the same quote or list. */
export function nextIndent(indent: string): string {
  return indent.replace(/[^\s>]/g, " ");
}
