import type { Recipe } from "./recipes.ts";

/** Width and height in pixels. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What a recipe makes of an original of that size. */
export interface PlannedSizes {
  /** Of the WebP files, ascending. */
  readonly webp: readonly PixelSize[];
  readonly fallback: PixelSize;
}

/** A file that is hardly narrower than the next one saves nobody anything. */
const WORTH = 0.9;

/** Plans sizes: none is larger than the original, and all have its shape. */
export function plannedSizes(original: PixelSize, { widths, fallbackWidth }: Recipe): PlannedSizes {
  const most = Math.min(original.width, widths.at(-1) ?? original.width);
  const less = widths.filter((width) => width < most * WORTH);
  return {
    webp: [...less, most].map((width) => scaled(original, width)),
    fallback: scaled(original, Math.min(original.width, fallbackWidth)),
  };
}

function scaled({ width, height }: PixelSize, to: number): PixelSize {
  return { width: to, height: Math.max(1, Math.round((height * to) / width)) };
}
