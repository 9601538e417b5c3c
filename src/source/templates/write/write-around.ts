import type { MarkPlace } from "./mark-place.ts";
import { nextIndent } from "./mark-place.ts";
import { surroundingsOf } from "./surroundings.ts";

/**
 * Opens what stands around the inside of a pair. Gives whether it is a block, which it is where its line
 * holds nothing else.
 */
export function openAround(html: string, place: MarkPlace): boolean {
  const indent = lineIndent(place);
  const isBlock = place.kind === "markdown" && BLOCK.test(html) && indent !== null;
  writeTag(isBlock ? `${html}\n${indent}\n${indent}` : html, place);
  return isBlock;
}

/** Closes what `openAround` opened. */
export function closeAround(html: string, isBlock: boolean, place: MarkPlace): void {
  const indent = lineIndent(place) ?? "";
  writeTag(isBlock ? `\n${indent}\n${indent}${html}\n${indent}\n${indent}` : html, place);
}

/** What a further line begins with; null where other text stands before the mark. */
function lineIndent({ out }: MarkPlace): string | null {
  const around = surroundingsOf(out.tail());
  return around.kind !== "flow" || around.indent === null ? null : nextIndent(around.indent);
}

function writeTag(html: string, { out, from, kind, isCode }: MarkPlace): void {
  if (kind !== "plain" && !isCode && surroundingsOf(out.tail()).kind === "flow") out.write(html, from);
}

const BLOCK =
  /^<(?:address|article|aside|blockquote|details|div|dl|figure|footer|header|main|ol|p|section|table|ul)\b/i;
