/** How a picture becomes the files that are published of it. */
export interface Recipe {
  /** Its number, and a letter for the variety: part of every address that it makes. */
  readonly name: string;
  /** Of the WebP files, ascending. None is wider than the original. */
  readonly widths: readonly number[];
  /** The widest that the fallback may be, which feeds carry. */
  readonly fallbackWidth: number;
  /** Of JPEG and WebP, from 1 to 100. */
  readonly quality: number;
}

/** What a picture is made for. */
export type PictureUse =
  /** Articles. */
  | "article"
  /** Articles whose feeds carry it in its own size. */
  | "original"
  /** An episode: directories want 1,400 pixels at least. */
  | "episode"
  /** A show: directories want 1,400 to 3,000 pixels. */
  | "cover";

/**
 * The recipes that count for new pictures. What was made by another one stays as it is, so a change here
 * takes a new number. Text is 640 px wide on a desktop, the first picture of a front page 682, and both
 * about 380 on a phone: 690 serves desktops and phones of 1.75 pixels a px, 1,120 those of 3, 1,600
 * desktops of 2.
 */
const ARTICLE: Recipe = { name: "1", widths: [690, 1120, 1600], fallbackWidth: 1200, quality: 80 };

export const RECIPES: Readonly<Record<PictureUse, Recipe>> = {
  article: ARTICLE,
  original: { ...ARTICLE, name: "1o", fallbackWidth: Number.POSITIVE_INFINITY, quality: 92 },
  episode: { ...ARTICLE, name: "1e", fallbackWidth: 1400 },
  cover: { ...ARTICLE, name: "1c", fallbackWidth: 3000, quality: 85 },
};

/** The letter that marks the recipes for a use. */
export const VARIETY: Readonly<Record<PictureUse, RegExp>> = {
  article: /^\d+o?$/,
  original: /^\d+o?$/,
  episode: /^\d+e$/,
  cover: /^\d+c$/,
};
