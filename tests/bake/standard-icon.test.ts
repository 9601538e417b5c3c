import { hash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { openBake } from "../../src/bake/open-bake.ts";
import { inAccent, withStandardIcon } from "../../src/bake/places/standard-icon.ts";
import { readSheet } from "../../src/command/bake/sheet-files.ts";
import { renderFavicon } from "../../src/render/pages/favicon.ts";
import { iconLinks } from "../../src/render/pages/site-icons.ts";
import { inputOf, siteWith } from "./small-site.ts";

const sheet = readSheet();

/** The PNGs in an ICO file. */
function picturesIn(ico: Uint8Array): readonly Uint8Array[] {
  const bytes = Buffer.from(ico);
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, at) => {
    const [length, offset] = [bytes.readUInt32LE(14 + 16 * at), bytes.readUInt32LE(18 + 16 * at)];
    return bytes.subarray(offset, offset + length);
  });
}

/** How far two pictures are from each other: the mean of all channels' differences, of 255. */
async function distance(one: Uint8Array, other: Uint8Array): Promise<number> {
  const pixels = (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer();
  const [a, b] = [await pixels(one), await pixels(other)];
  expect(a.byteLength).toBe(b.byteLength);
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.byteLength;
}

function drawn(accent: string, edge: number): Promise<Buffer> {
  const density = Math.ceil((72 * edge) / 32) * 4;
  return sharp(Buffer.from(renderFavicon(accent)), { density })
    .resize(edge, edge)
    .png()
    .toBuffer();
}

describe("the standard icon in pixels is the one that is drawn, in any accent", () => {
  test.for(["#8a2c12", "#0b3d91", "#1e1e1e"])("%s", async (accent) => {
    const small = inAccent(sheet.small, accent);
    expect(await distance(small, await drawn(accent, 144))).toBeLessThan(2.5);
    const edges = [16, 32, 48];
    for (const [at, picture] of picturesIn(inAccent(sheet.ico, accent)).entries()) {
      expect(await distance(picture, await drawn(accent, edges[at] ?? 0))).toBeLessThan(8);
    }
    const flat = await sharp(await drawn(accent, 180))
      .flatten({ background: accent })
      .png()
      .toBuffer();
    expect(await distance(inAccent(sheet.touch, accent), flat)).toBeLessThan(2.5);
  });
});

describe("a site without an icon", () => {
  test("has real ones where they are looked for, and its pages stay as they are", () => {
    const bake = openBake(inputOf({}, { sheet }));
    const [ico, , touch] = bake.input.media;
    expect(Object.fromEntries(bake.past.moved)).toEqual({
      "/favicon.ico": ico?.address,
      "/apple-touch-icon.png": touch?.address,
      "/apple-touch-icon-precomposed.png": touch?.address,
    });
    expect([ico?.type, touch?.type]).toEqual(["image/vnd.microsoft.icon", "image/png"]);
    expect(iconLinks(bake.site).map(({ source }) => source)).toEqual([
      '<link rel="icon" href="/favicon.svg">',
    ]);
  });

  test("publishes them under the hashes of their bytes", () => {
    const { files } = withStandardIcon(siteWith(), sheet);
    expect(files.map(({ address, type }) => [address.split(".").at(-1), type])).toEqual([
      ["ico", "image/vnd.microsoft.icon"],
      ["png", "image/png"],
      ["png", "image/png"],
    ]);
    for (const { address, sha256, sizeBytes, read } of files) {
      const bytes = read();
      expect(sha256).toBe(hash("sha256", bytes, "hex"));
      expect(address.replace(/\.\w+$/, "")).toBe(`/media/${sha256.slice(0, 20)}`);
      expect(sizeBytes).toBe(bytes.byteLength);
    }
  });

  test("whose icon lies elsewhere leads to it", () => {
    const site = siteWith('icon = "https://a.example/1.png"\n');
    const { past, input } = openBake(inputOf({}, { sheet, site }));
    expect(past.moved.get("/favicon.ico")).toBe("https://a.example/1.png");
    expect(input.media).toEqual([]);
    expect(withStandardIcon(site, sheet).files).toEqual([]);
  });
});
