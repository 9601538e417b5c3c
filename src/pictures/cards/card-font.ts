import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Font, Glyph } from "opentype.js";

const require = createRequire(import.meta.url);

/** The parts of the face, by the scripts that they hold; the first that has a sign counts. */
const PARTS = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"];

/** A sign as it is drawn, and the part of the font that has it. */
export interface FontGlyph {
  readonly font: Font;
  readonly glyph: Glyph;
}

/** Finds the sign of a character; null where no part of the font has it. */
export type FindGlyph = (character: string) => FontGlyph | null;

let found: FindGlyph | null = null;

/** Loads the face that cards are set in: Source Serif, bold. Loaded only where a card has to be made. */
export function cardFont(): FindGlyph {
  found ??= glyphFinder();
  return found;
}

function glyphFinder(): FindGlyph {
  const { parse } = require("opentype.js") as typeof import("opentype.js");
  const fonts = PARTS.map((part) => {
    const name = `@fontsource/source-serif-4/files/source-serif-4-${part}-700-normal.woff`;
    const bytes = readFileSync(require.resolve(name));
    return parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  });
  const known = new Map<string, FontGlyph | null>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const font = fonts.find((one) => one.charToGlyphIndex(character) > 0);
    const glyph = font === undefined ? null : { font, glyph: font.charToGlyph(character) };
    known.set(character, glyph);
    return glyph;
  };
}
