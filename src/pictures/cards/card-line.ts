import type { PathCommand } from "opentype.js";
import type { FindGlyph, FontGlyph } from "./card-font.ts";

/** A line of text as signs. */
export type CardLine = readonly FontGlyph[];

/** The signs of a text; null where the font lacks one of them. */
export function signsOf(text: string, find: FindGlyph): CardLine | null {
  const signs: FontGlyph[] = [];
  for (const character of text) {
    const sign = find(character);
    if (sign === null) return null;
    signs.push(sign);
  }
  return signs;
}

/** How wide a line is at a size in pixels. */
export function widthOf(line: CardLine, size: number): number {
  return places(line, size).end;
}

/** The outlines of a line from a place on, as the path of an SVG. */
export function pathOf(line: CardLine, x: number, y: number, size: number): string {
  return places(line, size)
    .lefts.flatMap((left, at) => line[at]?.glyph.getPath(x + left, y, size).commands ?? [])
    .map(stepOf)
    .join("");
}

/** A step of an outline. The library's own writing of it makes NaN of what is nearly a whole number. */
function stepOf(step: PathCommand): string {
  const numbers = [
    ...("x1" in step ? [step.x1, step.y1] : []),
    ...("x2" in step ? [step.x2, step.y2] : []),
    ...("x" in step ? [step.x, step.y] : []),
  ];
  return `${step.type}${numbers.map((number) => number.toFixed(1)).join(" ")}`;
}

function places(line: CardLine, size: number): { readonly lefts: readonly number[]; readonly end: number } {
  const lefts: number[] = [];
  let end = 0;
  for (const [at, { font, glyph }] of line.entries()) {
    const before = line[at - 1];
    if (before?.font === font) end += (font.getKerningValue(before.glyph, glyph) * size) / font.unitsPerEm;
    lefts.push(end);
    end += ((glyph.advanceWidth ?? 0) * size) / font.unitsPerEm;
  }
  return { lefts, end };
}
