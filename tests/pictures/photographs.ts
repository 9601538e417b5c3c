import { deflateSync } from "node:zlib";
import type { Sharp } from "sharp";
import sharp from "sharp";

/** What no published byte may hold: the camera's owner, its place, a comment, what follows the picture. */
export const SECRETS = ["Lea Marsh", "51/1", "Nikon Z", "At the mole, by night", "FILM-BEHIND"] as const;

const EXIF = {
  IFD0: { Make: "Nikon Z", Artist: "Lea Marsh", Copyright: "Lea Marsh" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 26/1", GPSLongitudeRef: "W" },
};

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Lea Marsh At the mole, by night"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** A picture with a red, a green, a blue and a white corner, so that one sees which way up it is. */
export function cornered(width = 400, height = 300, alpha = 1): Sharp {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2), channels: 3 as const };
  const at = (left: number, top: number, background: string) => ({
    input: { create: { ...half, background } },
    left,
    top,
  });
  const background = { r: 255, g: 255, b: 255, alpha };
  return sharp({ create: { width, height, channels: 4, background } }).composite([
    at(0, 0, "#e01010"),
    at(half.width, 0, "#10c010"),
    at(0, half.height, "#1010e0"),
  ]);
}

/** The same with all that cameras and editors write into a file. */
export function told(picture: Sharp, orientation = 1): Sharp {
  return picture.withMetadata({ orientation }).withExif(EXIF).withXmp(XMP);
}

/** A JPEG as a phone makes it: metadata, a comment, and a film behind the picture. */
export async function phonePhoto(orientation = 1, width = 400, height = 300): Promise<Buffer> {
  const bytes = await told(cornered(width, height), orientation).jpeg({ quality: 60 }).toBuffer();
  const words = Buffer.from("At the mole, by night");
  const comment = Buffer.from([0xff, 0xfe, 0, words.byteLength + 2, ...words]);
  return Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2), Buffer.from("FILM-BEHIND")]);
}

/** A PNG with text chunks, one of them packed. */
export async function toldPng(): Promise<Buffer> {
  return told(cornered()).png().toBuffer();
}

/** `iCCP` data as it lies in a PNG. */
export function packedProfile(profile: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from("profile\0\0"), deflateSync(profile)]);
}

/** The colours in the middles of the four corners: upper left, upper right, lower left, lower right. */
export async function cornersOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(bytes)
    .flatten({ background: "#fff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const name = (x: number, y: number) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (Math.min(red, green, blue) > 200) return "white";
    return red > green && red > blue ? "red" : green > blue ? "green" : "blue";
  };
  return [name(0.25, 0.25), name(0.75, 0.25), name(0.25, 0.75), name(0.75, 0.75)];
}
