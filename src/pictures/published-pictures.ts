import type { Picture, PictureFile } from "../article/media.ts";
import type { PictureName } from "../representation/picture-address.ts";
import {
  originalName,
  PICTURE_TYPES,
  pictureAddress,
  pictureName,
} from "../representation/picture-address.ts";
import type { PictureUse } from "./recipes.ts";
import { VARIETY } from "./recipes.ts";

/** What is known of a published document. */
export interface PublishedFile {
  /** Empty where nobody knows what stands there. */
  readonly digest: string;
  /** Of the files of pictures. */
  readonly sizeBytes?: number;
}

/** What a store has of pictures. */
export interface PublishedPictures {
  /** What was made of an original for a use, by the newest recipe that finished; null where nothing whole is there. */
  find(sha256: string, use: PictureUse): Picture | null;
  /** A file by its address; null where it is not there for certain. */
  file(address: string): PictureFile | null;
  /** Whether a file lies there as it came, without anything being made of it. */
  hasOriginal(address: string): boolean;
}

/**
 * Tells from addresses alone what a store has: another machine, another encoder and another recipe
 * change nothing of it. The fallback is written last, so that where it is known, the others are there.
 */
export function publishedPictures(documents: ReadonlyMap<string, PublishedFile>): PublishedPictures {
  let byOriginal: Map<string, PictureName[]> | null = null;
  const namesOf = (sha256: string) => {
    byOriginal ??= namesByOriginal(documents.keys());
    return byOriginal.get(originalName(sha256)) ?? [];
  };
  const fileOf = (name: PictureName): PictureFile | null => {
    const { sizeBytes, digest = "" } = documents.get(pictureAddress(name)) ?? {};
    if (digest === "" || sizeBytes === undefined) return null;
    const { width, height, format } = name;
    return {
      address: pictureAddress(name),
      type: PICTURE_TYPES[format],
      width,
      height,
      sizeBytes,
      made: null,
    };
  };
  return {
    find(sha256, use) {
      const names = namesOf(sha256).filter(({ recipe }) => VARIETY[use].test(recipe));
      for (const recipe of recipesOf(names)) {
        const own = names.filter((name) => name.recipe === recipe);
        const files = own.map(fileOf).filter((file) => file !== null);
        const picture = files.length === own.length ? pictureOf(files) : null;
        if (picture !== null) return picture;
      }
      return null;
    },
    file(address) {
      const name = pictureName(address);
      return name && fileOf(name);
    },
    hasOriginal: (address) => (documents.get(address)?.digest ?? "") !== "",
  };
}

/** Puts the files of one picture together; null without a fallback. */
export function pictureOf(files: readonly PictureFile[]): Picture | null {
  const webp = files.filter(({ type }) => type === PICTURE_TYPES.webp).sort((a, b) => a.width - b.width);
  const fallback = files.find(({ type }) => type !== PICTURE_TYPES.webp);
  return fallback === undefined ? null : { webp, fallback };
}

function namesByOriginal(addresses: Iterable<string>): Map<string, PictureName[]> {
  const found = new Map<string, PictureName[]>();
  for (const address of addresses) {
    const name = address.startsWith("/media/") ? pictureName(address) : null;
    if (name === null) continue;
    const known = found.get(name.original);
    if (known) known.push(name);
    else found.set(name.original, [name]);
  }
  return found;
}

/** The newest first. */
function recipesOf(names: readonly PictureName[]): readonly string[] {
  const recipes = [...new Set(names.map(({ recipe }) => recipe))];
  return recipes.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10) || (a < b ? -1 : 1));
}
