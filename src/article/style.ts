/** Faces of type that a reader's machine has, whatever it runs; nothing is loaded. */
export const FACES = ["serif", "old-style", "slab", "sans", "humanist", "geometric", "mono"] as const;

export type Face = (typeof FACES)[number];

/** How close lines and articles stand. */
export const DENSITIES = ["compact", "normal", "airy"] as const;

export type Density = (typeof DENSITIES)[number];

/** How the pages of a site are set; null: as we set them. Lengths are in rem, which is 16 px where a reader changed nothing. */
export interface SiteStyle {
  /** Of running text. */
  readonly sizeRem: number | null;
  /** Of a column of text. */
  readonly widthRem: number | null;
  readonly density: Density | null;
  readonly text: Face | null;
  readonly headlines: Face | null;
}
