import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sniff } from "../../src/folder/sniff.ts";
import { encodeIcons } from "../../src/pictures/encode-icons.ts";
import type { EncodedFile } from "../../src/pictures/encode-picture.ts";
import { loadSharp } from "../../src/pictures/load-sharp.ts";
import { cornered, cornersOf, SECRETS, told } from "./photographs.ts";

const UPRIGHT = ["red", "green", "blue", "white"];
const DRAWING = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#10c010"/></svg>',
);

async function icons(bytes: Uint8Array) {
  const files = await encodeIcons(bytes, await loadSharp());
  const found = (recipe: string, width: number) => {
    const file = files.find((one) => one.recipe === recipe && one.width === width);
    if (file === undefined) throw new Error(`there is no ${recipe} of ${width}`);
    return file;
  };
  return {
    files,
    ico: found("1i", 48),
    large: found("1i", 512),
    touch: found("1t", 180),
    mask: found("1m", 512),
  };
}

/** A colour as `rrggbbaa`, at a part of width and height. */
async function colourAt({ bytes }: EncodedFile, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
  return data.subarray(at, at + 4).toString("hex");
}

test("every form of an icon is square, upright, and without a word of metadata", async () => {
  const { files } = await icons(await told(cornered(600, 600)).jpeg().toBuffer());
  expect(files.map(({ format, width, recipe }) => [format, width, recipe])).toEqual([
    ["ico", 48, "1i"],
    ["png", 144, "1i"],
    ["png", 512, "1i"],
    ["png", 180, "1t"],
    ["png", 512, "1m"],
  ]);
  for (const { bytes, format, width, recipe } of files) {
    expect(SECRETS.filter((secret) => Buffer.from(bytes).includes(secret))).toEqual([]);
    if (format === "ico") continue;
    expect(sniff(bytes)).toMatchObject({ type: "image/png", width, height: width });
    if (recipe !== "1m") expect(await cornersOf(bytes)).toEqual(UPRIGHT);
  }
});

test("the ICO file holds 16, 32 and 48 pixels", async () => {
  const bytes = Buffer.from((await icons(DRAWING)).ico.bytes);
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)]).toEqual([0, 1, 3]);
  for (const [at, edge] of [16, 32, 48].entries()) {
    const entry = bytes.subarray(6 + 16 * at, 22 + 16 * at);
    const offset = entry.readUInt32LE(12);
    const picture = bytes.subarray(offset, offset + entry.readUInt32LE(8));
    expect([entry[0], entry[1]]).toEqual([edge, edge]);
    expect(sniff(picture)).toMatchObject({ type: "image/png", width: edge, height: edge });
  }
});

describe("a drawing", () => {
  test("is drawn as large as it is needed, and is clear where it is", async () => {
    const { large } = await icons(DRAWING);
    expect(await colourAt(large, 0.5, 0.5)).toBe("10c010ff");
    expect(await colourAt(large, 0.02, 0.02)).toBe("00000000");
    // One line above the circle's middle its edge is as sharp as in a drawing of that size.
    expect(await colourAt(large, 4 / 512, 0.5)).toBe("10c010ff");
  });

  test("stands on white where a phone puts it on its screen, with room around it", async () => {
    const { touch } = await icons(DRAWING);
    expect(await colourAt(touch, 0.5, 0.05)).toBe("ffffffff");
    expect(await colourAt(touch, 0.5, 0.15)).toBe("10c010ff");
  });
});

test("of an icon for masks all lies within the safe zone, a circle of 80 % of its edge", async () => {
  const { mask } = await icons(await cornered(600, 600).flatten({ background: "#333" }).png().toBuffer());
  const { data, info } = await sharp(mask.bytes).raw().toBuffer({ resolveWithObject: true });
  const ground = data.subarray(0, info.channels).toString("hex");
  let outside = 0;
  for (let y = 0; y < 512; y += 1) {
    for (let x = 0; x < 512; x += 1) {
      const at = (y * 512 + x) * info.channels;
      const isSafe = Math.hypot(x + 0.5 - 256, y + 0.5 - 256) <= 0.4 * 512 + 1;
      if (!isSafe && data.subarray(at, at + info.channels).toString("hex") !== ground) outside += 1;
    }
  }
  expect(outside).toBe(0);
  expect(ground).not.toBe("ffffff");
});

test("an icon that is not square gets clear room at its sides", async () => {
  const { large } = await icons(await cornered(400, 200).png().toBuffer());
  expect(await colourAt(large, 0.5, 0.1)).toBe("00000000");
  expect(await colourAt(large, 0.25, 0.4)).toMatch(/^e01010/);
});
