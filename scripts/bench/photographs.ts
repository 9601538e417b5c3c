import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

/** Widths and heights as cameras and phones have them, and those of what was made smaller before. */
const SIZES = [
  [4000, 3000],
  [3000, 4000],
  [4032, 3024],
  [3600, 2400],
  [2400, 3600],
  [2048, 1365],
] as const;

/** Makes photographs of 2,000 to 4,000 pixels: soft shapes, grain, colours that run into each other. Gives their paths. */
export async function makePhotographs(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (const [at, [width, height]] of SIZES.entries()) {
    const path = join(folder, `${at}.jpg`);
    writeFileSync(path, await photograph(width, height, at));
    paths.push(path);
  }
  return paths;
}

async function photograph(width: number, height: number, seed: number): Promise<Buffer> {
  const noise = (sigma: number) => ({ type: "gaussian" as const, mean: 128, sigma });
  const shapes = await sharp({
    create: { width: width >> 3, height: height >> 3, channels: 3, background: "#888", noise: noise(60) },
  })
    .blur(2 + seed)
    .png()
    .toBuffer();
  const grain = await sharp({
    create: { width: width >> 1, height: height >> 1, channels: 3, background: "#888", noise: noise(6) },
  })
    .resize(width, height)
    .png({ compressionLevel: 1 })
    .toBuffer();
  const sky = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="s" x2="0" y2="1"><stop stop-color="#35618f"/><stop offset="1" stop-color="#d9a05b"/></linearGradient><rect width="100%" height="100%" fill="url(#s)"/></svg>`,
  );
  return sharp(shapes)
    .resize(width, height)
    .composite([
      { input: grain, blend: "soft-light" },
      { input: sky, blend: "overlay" },
    ])
    .jpeg({ quality: 88 })
    .toBuffer();
}
