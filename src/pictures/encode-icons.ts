import type { Sharp } from "sharp";
import type { EncodedFile } from "./encode-picture.ts";
import { icoFile } from "./ico-file.ts";
import type { PixelForm } from "./icon-recipes.ts";
import { ICO_EDGES, ICON_RECIPES, PIXEL_FORMS } from "./icon-recipes.ts";
import type { OpenPicture } from "./load-sharp.ts";

const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 } as const;
const WHITE = "#ffffff";

/** Room around an icon that stands on a ground, as part of the edge. */
const TOUCH_ROOM = 0.1;

/**
 * Whatever shape a system cuts out, a circle of 80 % of the edge stays (Web App Manifest, "Icon masks and
 * safe zone"); a whole square lies in it whose own edge is that over the root of two.
 */
const SAFE_PART = 0.8 * Math.SQRT1_2;

/** Pixels in an inch, as SVG counts them, and the most that a decoder takes. */
const SVG_DENSITY = 72;
const MOST_DENSITY = 100_000;

/**
 * Makes the forms of a site's icon: square, in sRGB, without metadata. One that is not square gets clear
 * room at its sides, and one that is clear somewhere stands on white where a ground is asked for. Throws
 * what sharp throws.
 */
export async function encodeIcons(bytes: Uint8Array, open: OpenPicture): Promise<readonly EncodedFile[]> {
  const { edge } = ICON_RECIPES.large;
  const base = await open(bytes, { density: await densityFor(bytes, edge, open) })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: "contain", background: CLEAR })
    .toColourspace("srgb")
    .png()
    .toBuffer();
  const { isOpaque } = await open(base).stats();
  const ground = isOpaque ? await edgeColour(base, open) : WHITE;
  const scaled = (to: number) => png(open(base).resize(to, to));
  const grounded = async (to: number, inner: number) =>
    png(
      open(await scaled(to - 2 * Math.round((to - inner) / 2)))
        .extend({ ...evenRoom(Math.round((to - inner) / 2)), background: ground })
        .flatten({ background: ground }),
    );
  const { touch, maskable, small } = ICON_RECIPES;
  const made: Readonly<Record<PixelForm, () => Promise<Uint8Array>>> = {
    ico: async () => icoFile(await Promise.all(ICO_EDGES.map(async (to) => [to, await scaled(to)] as const))),
    small: () => scaled(small.edge),
    large: () => scaled(edge),
    touch: () => grounded(touch.edge, isOpaque ? touch.edge : touch.edge * (1 - 2 * TOUCH_ROOM)),
    maskable: () => grounded(maskable.edge, maskable.edge * SAFE_PART),
  };
  return Promise.all(
    PIXEL_FORMS.map(async (form) => {
      const { edge: side, format, name: recipe } = ICON_RECIPES[form];
      return { width: side, height: side, format, recipe, bytes: await made[form]() };
    }),
  );
}

/** A drawing is drawn as large as it is needed, whatever size it says that it has. */
async function densityFor(bytes: Uint8Array, edge: number, open: OpenPicture): Promise<number> {
  const { format, width, height } = await open(bytes).metadata();
  if (format !== "svg") return SVG_DENSITY;
  return Math.min(MOST_DENSITY, Math.max(1, Math.ceil((SVG_DENSITY * edge) / Math.max(width, height))));
}

/** The colour in the middle of the upper edge: what an opaque icon can be continued with. */
async function edgeColour(bytes: Uint8Array, open: OpenPicture): Promise<string> {
  const left = ICON_RECIPES.large.edge / 2;
  const pixel = await open(bytes)
    .extract({ left, top: 0, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return `#${pixel.subarray(0, 3).toString("hex")}`;
}

function evenRoom(pixels: number) {
  return { top: pixels, bottom: pixels, left: pixels, right: pixels };
}

function png(picture: Sharp): Promise<Uint8Array> {
  return picture.png({ compressionLevel: 9 }).toBuffer();
}
