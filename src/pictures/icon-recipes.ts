import type { IconForms } from "../article/media.ts";
import type { PictureFormat } from "../representation/picture-address.ts";

/** How a site's icon becomes one of its forms. */
export interface IconRecipe {
  /** Its number, and a letter for the variety: part of the address. */
  readonly name: string;
  /** Of the square, in pixels. */
  readonly edge: number;
  readonly format: Extract<PictureFormat, "png" | "ico" | "svg">;
}

/** Edges of the pictures in the ICO file; browsers take the one that fits their tabs, lists and bookmarks. */
export const ICO_EDGES = [16, 32, 48] as const;

/** A change here takes a new number. RSS shows an image 144 pixels wide at most (RSS 2.0, "image"). */
export const ICON_RECIPES = {
  ico: { name: "1i", edge: 48, format: "ico" },
  small: { name: "1i", edge: 144, format: "png" },
  large: { name: "1i", edge: 512, format: "png" },
  touch: { name: "1t", edge: 180, format: "png" },
  maskable: { name: "1m", edge: 512, format: "png" },
  drawing: { name: "1i", edge: 512, format: "svg" },
} as const satisfies Readonly<Record<keyof IconForms, IconRecipe>>;

export type IconForm = keyof IconForms;

/** What is made of every icon; a drawing stays one beside. */
export const PIXEL_FORMS = [
  "ico",
  "small",
  "large",
  "touch",
  "maskable",
] as const satisfies readonly IconForm[];

export type PixelForm = (typeof PIXEL_FORMS)[number];
