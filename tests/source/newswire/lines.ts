import type { NewswireLine } from "../../../src/source/newswire/written-lines.ts";

/** A line of a text, as it is read. */
export function lineOf(text: string, line: number, indent = 0): NewswireLine {
  return { text, line, indent };
}
