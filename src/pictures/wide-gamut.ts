/** Colorants of sRGB, adapted to D50 as every profile has them (ICC.1:2022 §9.2.44): X, Y, Z of red and green. */
const SRGB = { rXYZ: [0.436, 0.222, 0.014], gXYZ: [0.385, 0.717, 0.097] } as const;

const TOLERANCE = 0.01;

/** Of some kilobytes are the profiles that cameras and editors attach; one of a printer has a megabyte. */
const MOST_BYTES = 16_384;

/**
 * Whether a profile has colours that sRGB has not, so that a picture must keep it to look the same. One
 * that is damaged, or too large to send with every picture, counts as none. ICC.1:2022 §7.3.
 */
export function isWideGamut(profile: Uint8Array | undefined): boolean {
  if (profile === undefined || profile.byteLength < 132 || profile.byteLength > MOST_BYTES) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const text = (at: number) => String.fromCharCode(...profile.subarray(at, at + 4));
  if (text(16) !== "RGB ") return false;
  const colorant = (name: string): readonly number[] | null => {
    for (let tag = 0; tag < Math.min(100, view.getUint32(128)); tag += 1) {
      const at = 132 + tag * 12;
      if (at + 12 > profile.byteLength) return null;
      if (text(at) !== name) continue;
      const value = view.getUint32(at + 4);
      if (value + 20 > profile.byteLength) return null;
      return [8, 12, 16].map((offset) => view.getInt32(value + offset) / 65_536);
    }
    return null;
  };
  return Object.entries(SRGB).some(([name, own]) => {
    const found = colorant(name);
    return found !== null && own.some((value, axis) => Math.abs(value - (found[axis] ?? value)) > TOLERANCE);
  });
}

/** Whether pixels mean the same without that profile: there is none, or it is of sRGB by name. */
export function isSrgb(profile: Uint8Array | undefined): boolean {
  if (profile === undefined) return true;
  return Buffer.from(profile).toString("latin1").replaceAll("\0", "").includes("sRGB");
}
