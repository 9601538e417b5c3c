import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Media } from "../../article/media.ts";
import type { Site } from "../../article/site.ts";
import type { ContentPath } from "../../article/values.ts";
import { accentColours } from "../../render/pages/accent.ts";
import { PICTURE_TYPES } from "../../representation/picture-address.ts";

/** The sheet of `/favicon.svg` in pixels, for sites without an icon of their own. */
export interface SheetFiles {
  /** 16, 32 and 48 pixels. */
  readonly ico: Uint8Array;
  /** 144 pixels. */
  readonly small: Uint8Array;
  /** 180 pixels, without rounded corners. */
  readonly touch: Uint8Array;
}

/** A site with the addresses of its standard icon, and the files that stand there. */
export interface WithStandardIcon {
  readonly site: Site;
  readonly files: readonly Media[];
}

/** Gives a site that has no icon the sheet in its accent, in the forms that readers ask for. */
export function withStandardIcon(site: Site, sheet: SheetFiles | undefined): WithStandardIcon {
  if (sheet === undefined || site.icon !== null || site.icons !== undefined) return { site, files: [] };
  const { light } = accentColours(site.accent);
  const fileOf = (bytes: Uint8Array, format: "ico" | "png"): Media => {
    const tinted = inAccent(bytes, light);
    const sha256 = hash("sha256", tinted, "hex");
    const address = `/media/${sha256.slice(0, 20)}.${format}`;
    return {
      path: `_standard-icon/${address}` as ContentPath,
      address,
      type: PICTURE_TYPES[format],
      width: null,
      height: null,
      sizeBytes: tinted.byteLength,
      sha256,
      read: () => tinted,
    };
  };
  const [ico, small, touch] = [
    fileOf(sheet.ico, "ico"),
    fileOf(sheet.small, "png"),
    fileOf(sheet.touch, "png"),
  ];
  return {
    site: { ...site, standardIcon: { ico: ico.address, small: small.address, touch: touch.address } },
    files: [ico, small, touch],
  };
}

/** Half of the palette is the accent, the other half goes from there to white. */
const SHADES = 16;
const PALETTE_BYTES = 2 * SHADES * 3;

/**
 * Paints the sheet anew: the palette of each PNG in the file is exchanged, in place, with its checksum
 * (PNG 3rd edition §5.3, §11.2.2), so that nothing is compressed, and bytes are the same on every machine.
 */
export function inAccent(file: Uint8Array, accent: string): Uint8Array {
  const painted = Buffer.from(file);
  const value = Number.parseInt(accent.slice(1), 16);
  const colour = [value >> 16, (value >> 8) & 255, value & 255];
  const shades = Array.from({ length: 2 * SHADES }, (_, at) => {
    const white = Math.max(0, at - SHADES) / (SHADES - 1);
    return colour.map((channel) => Math.round(channel + (255 - channel) * white));
  });
  const palette = Buffer.concat([Buffer.from("PLTE"), Buffer.from(shades.flat())]);
  for (let at = painted.indexOf("PLTE"); at !== -1; at = painted.indexOf("PLTE", at + palette.byteLength)) {
    if (painted.readUInt32BE(at - 4) !== PALETTE_BYTES) continue;
    palette.copy(painted, at);
    painted.writeUInt32BE(crc32(palette), at + palette.byteLength);
  }
  return painted;
}
