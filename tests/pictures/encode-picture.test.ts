import { crc32 } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import type { EncodedFile } from "../../src/pictures/encode-picture.ts";
import { encodePicture } from "../../src/pictures/encode-picture.ts";
import { loadSharp } from "../../src/pictures/load-sharp.ts";
import type { PictureUse } from "../../src/pictures/recipes.ts";
import { RECIPES } from "../../src/pictures/recipes.ts";
import { cornered, cornersOf, packedProfile, phonePhoto, SECRETS, told, toldPng } from "./photographs.ts";

const encode = async (bytes: Uint8Array, use: PictureUse = "article"): Promise<readonly EncodedFile[]> =>
  encodePicture(bytes, RECIPES[use], await loadSharp());

const UPRIGHT = ["red", "green", "blue", "white"];

const ORIGINALS: readonly (readonly [name: string, make: () => Promise<Uint8Array>, fallback: string])[] = [
  ["a JPEG", () => phonePhoto(), "jpg"],
  ["a JPEG of several scans", () => told(cornered()).jpeg({ progressive: true }).toBuffer(), "jpg"],
  ["a JPEG in four inks", () => told(cornered().toColourspace("cmyk")).jpeg().toBuffer(), "jpg"],
  ["a PNG", toldPng, "png"],
  ["a PNG of few colours", () => told(cornered()).png({ palette: true }).toBuffer(), "png"],
  ["a PNG of 16 bits", () => told(cornered().toColourspace("rgb16")).png().toBuffer(), "png"],
  [
    "a transparent PNG",
    () =>
      told(cornered(400, 300, 0.5))
        .png()
        .toBuffer(),
    "png",
  ],
  ["a WebP", () => told(cornered()).webp().toBuffer(), "jpg"],
  [
    "a transparent WebP",
    () =>
      told(cornered(400, 300, 0.5))
        .webp({ lossless: true })
        .toBuffer(),
    "png",
  ],
  ["an AVIF", () => told(cornered()).avif().toBuffer(), "jpg"],
  ["a GIF", () => cornered().gif().toBuffer(), "png"],
];

describe("of every kind of picture", () => {
  test.for(ORIGINALS)("%s: the same picture, without a word of its metadata", async ([, make, fallback]) => {
    const original = await make();
    const files = await encode(original);
    expect(files.map(({ format }) => format)).toEqual(["webp", fallback]);
    for (const { bytes, width, height } of files) {
      const text = Buffer.from(bytes).toString("latin1");
      expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
      const { exif, xmp, iptc, comments, ...found } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined]);
      expect([found.width, found.height]).toEqual([width, height]);
      expect(await cornersOf(bytes)).toEqual(UPRIGHT);
    }
  });

  test.for([1, 2, 3, 4, 5, 6, 7, 8])("is turned upright, orientation %i", async (orientation) => {
    const original = await phonePhoto(orientation);
    const shown = await sharp(original).autoOrient().toBuffer();
    for (const { bytes, width, height } of await encode(original)) {
      expect([width, height]).toEqual(orientation < 5 ? [400, 300] : [300, 400]);
      expect(await cornersOf(bytes)).toEqual(await cornersOf(shown));
    }
  });

  test("keeps colours that sRGB has not", async () => {
    const profile = (await sharp(await cornered(8, 8).withIccProfile("p3").png().toBuffer()).metadata()).icc;
    const pixels = Buffer.alloc(48 * 48 * 3).map((_, at) => [255, 20, 10][at % 3] ?? 0);
    const plain = await sharp(pixels, { raw: { width: 48, height: 48, channels: 3 } })
      .png()
      .toBuffer();
    const original = withChunk(plain, "iCCP", packedProfile(profile ?? Buffer.alloc(0)));
    for (const { bytes } of await encode(original)) {
      const { data } = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true });
      expect((await sharp(bytes).metadata()).icc).toEqual(profile);
      const [red = 0, green = 0, blue = 0] = data;
      expect([red > 247, green < 35, blue < 25]).toEqual([true, true, true]);
    }
  });
});

describe("sizes", () => {
  test.for<[string, number, PictureUse, readonly string[]]>([
    ["of a large one: three for browsers, one for feeds", 2000, "article", ["690", "1120", "1600", "1200"]],
    ["of a small one: its own", 300, "article", ["300", "300"]],
    ["none hardly narrower than the next", 700, "article", ["700", "700"]],
    ["in feeds its own, where a photographer asks for it", 2000, "original", ["690", "1120", "1600", "2000"]],
    ["of a show's cover as directories want it", 3200, "cover", ["690", "1120", "1600", "3000"]],
  ])("%s", async ([, width, use, sizes]) => {
    const original = await cornered(width, 100).jpeg().toBuffer();
    const files = await encode(original, use);
    expect(files.map((one) => String(one.width))).toEqual(sizes);
    expect(files.map(({ bytes }) => bytes.byteLength > 0)).not.toContain(false);
  });

  test("a picture that needs no change is not coded into more bytes", async () => {
    const original = await phonePhoto();
    const fallback = (await encode(original)).at(-1);
    expect(fallback?.bytes.byteLength).toBeLessThan(original.byteLength);
  });
});

function withChunk(png: Buffer, name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const chunk = Buffer.alloc(body.byteLength + 8);
  chunk.writeUInt32BE(data.byteLength, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.byteLength + 4);
  // Behind IHDR, which is 25 bytes long.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
