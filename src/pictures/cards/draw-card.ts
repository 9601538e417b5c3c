import type { FindGlyph } from "./card-font.ts";
import type { CardLine } from "./card-line.ts";
import { pathOf, signsOf, widthOf } from "./card-line.ts";

/** Pixels of every card: what previews of links show whole. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** What a site's cards are drawn in, and its name. Colours as `#rrggbb`. */
export interface CardDress {
  readonly siteTitle: string;
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
}

const MARGIN = 80;
const WIDTH = CARD_SIZE.width - 2 * MARGIN;
const HEIGHT = 400;
const LEADING = 1.15;
/** Of the headline, in pixels: the first at which all of it fits. */
const SIZES = [92, 80, 70, 60, 52, 46];
const NAME_SIZE = 34;

/** The card of a headline as SVG, all of it outlines; null where the font lacks a sign of it. */
export function drawCard(headline: string, dress: CardDress, find: FindGlyph): string | null {
  const words: CardLine[] = [];
  for (const word of spaced(headline).split(" ")) {
    const signs = signsOf(word, find);
    if (signs === null) return null;
    words.push(signs);
  }
  const space = signsOf(" ", find) ?? [];
  const fitting = SIZES.map((size) => ({ size, lines: broken(words, space, size) })).find(
    ({ size, lines }) =>
      lines.length * size * LEADING <= HEIGHT && lines.every((line) => widthOf(line, size) <= WIDTH),
  );
  const { size, lines } = fitting ?? shortened(words, space, signsOf("…", find) ?? []);
  const top = MARGIN + 30 + size;
  const paths = lines.map((line, at) => pathOf(line, MARGIN, top + at * size * LEADING, size)).join("");
  const name = signsOf(spaced(dress.siteTitle), find);
  const foot = CARD_SIZE.height - MARGIN + 10;
  const { width, height } = CARD_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${dress.paper}" d="M0 0h${width}v${height}H0z"/>`,
    `<path fill="${dress.accent}" d="M0 0h${width}v16H0zM${MARGIN} ${MARGIN}h96v8h-96z"/>`,
    `<path fill="${dress.ink}" d="${paths}"/>`,
    name && widthOf(name, NAME_SIZE) <= WIDTH
      ? `<path fill="${dress.accent}" d="${pathOf(name, MARGIN, foot, NAME_SIZE)}"/>`
      : "",
    "</svg>",
  ].join("");
}

/** With every space the same, and accents on their letters. */
function spaced(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** Words in lines, as many in each as fit. */
function broken(words: readonly CardLine[], space: CardLine, size: number): readonly CardLine[] {
  const lines: CardLine[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last && [...last, ...space, ...word];
    if (longer && widthOf(longer, size) <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What fits of a headline that is too long at any size. */
function shortened(words: readonly CardLine[], space: CardLine, dots: CardLine) {
  const size = SIZES.at(-1) ?? 0;
  const most = Math.floor(HEIGHT / (size * LEADING));
  const signs = words.map((word) => cut(word, size));
  const lines = broken(signs, space, size);
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  if (last && lines.length > most) kept[kept.length - 1] = cut([...last, ...dots], size, dots);
  return { size, lines: kept };
}

/** As many signs of a line as fit, and `end`. */
function cut(line: CardLine, size: number, end: CardLine = []): CardLine {
  let kept = line;
  while (widthOf(kept, size) > WIDTH) kept = [...kept.slice(0, kept.length - end.length - 1), ...end];
  return kept;
}
