import type { Sharp, SharpOptions } from "sharp";

/** Opens a picture for work on it. */
export type OpenPicture = (bytes: Uint8Array, options?: SharpOptions) => Sharp;

/** There is no sharp for this machine. */
export class NoSharpError extends Error {
  override readonly name = "NoSharpError";
}

/**
 * More pixels than a camera makes are refused before one of them is decoded: a file of some kilobytes
 * can claim any number.
 */
export const MOST_PIXELS = 120_000_000;

/** What decodes longer than this was made to. */
const SECONDS = 60;

/** Loads sharp, which takes a tenth of a second: only where there is a picture to be made. Throws `NoSharpError`. */
export async function loadSharp(): Promise<OpenPicture> {
  try {
    const { default: sharp } = await import("sharp");
    // Pictures are worked on side by side, each in a thread.
    sharp.concurrency(1);
    sharp.cache(false);
    return (bytes, options) =>
      sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", ...options }).timeout({
        seconds: SECONDS,
      });
  } catch (cause) {
    throw new NoSharpError(
      "resizing pictures needs sharp, which is not installed here; run npm install --include=optional, or bake on another machine",
      { cause },
    );
  }
}
