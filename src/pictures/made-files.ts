import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { PictureFile } from "../article/media.ts";
import {
  originalName,
  PICTURE_TYPES,
  pictureAddress,
  pictureName,
} from "../representation/picture-address.ts";
import type { EncodedFile } from "./encode-picture.ts";

/** Where files of pictures wait for their publish. */
export interface PictureFolders {
  /** Those that may hold some already. */
  readonly read: readonly string[];
  readonly write: string;
}

const LISTED = v.array(v.tuple([v.string(), v.number(), v.string()]));

/**
 * What was made of pictures, in a folder of files: it waits there for its publish, and for one into
 * another store. It holds nothing that cannot be made again; what is damaged counts as not there.
 */
export class MadeFiles {
  readonly #folders: PictureFolders;

  constructor(folders: PictureFolders) {
    this.#folders = folders;
  }

  /** What was made of an original by a recipe, the fallback last; null where that did not finish. */
  find(sha256: string, recipe: string): readonly PictureFile[] | null {
    for (const folder of this.#folders.read) {
      try {
        const listed = v.parse(LISTED, JSON.parse(readFileSync(listIn(folder, sha256, recipe), "utf8")));
        return listed.map(([address, sizeBytes, fileHash]) => madeFile(folder, address, sizeBytes, fileHash));
      } catch {}
    }
    return null;
  }

  /** Puts away what was made, and tells of it when all is there. Throws what the disk throws. */
  keep(sha256: string, recipe: string, encoded: readonly EncodedFile[]): readonly PictureFile[] {
    const folder = this.#folders.write;
    mkdirSync(folder, { recursive: true });
    const listed = encoded.map(({ bytes, ...one }) => {
      const address = pictureAddress({ recipe, ...one, original: originalName(sha256) });
      replaceFile(placeIn(folder, address), bytes);
      return [address, bytes.byteLength, hash("sha256", bytes, "hex")] as const;
    });
    replaceFile(listIn(folder, sha256, recipe), JSON.stringify(listed));
    return listed.map(([address, sizeBytes, fileHash]) => madeFile(folder, address, sizeBytes, fileHash));
  }

  /** Removes what was made of other originals than these. */
  sweep(originals: Iterable<string>): void {
    const kept = new Set([...originals].map(originalName));
    try {
      for (const name of readdirSync(this.#folders.write)) {
        if (!kept.has(name.split("-", 1)[0] ?? "")) rmSync(join(this.#folders.write, name), { force: true });
      }
    } catch {
      // Nothing was ever made, or the next bake has more to do.
    }
  }
}

/** Throws where it is not what the list says. */
function madeFile(folder: string, address: string, sizeBytes: number, sha256: string): PictureFile {
  const name = pictureName(address);
  const place = placeIn(folder, address);
  if (name === null || statSync(place).size !== sizeBytes) throw new RangeError(`${place} is damaged`);
  const { width, height, format } = name;
  const made = { sha256, read: () => readFileSync(place) };
  return { address, type: PICTURE_TYPES[format], width, height, sizeBytes, made };
}

function listIn(folder: string, sha256: string, recipe: string): string {
  return join(folder, `${originalName(sha256)}-${recipe}.json`);
}

function placeIn(folder: string, address: string): string {
  return join(folder, address.slice(address.lastIndexOf("/") + 1));
}

function replaceFile(place: string, content: string | Uint8Array): void {
  const beside = `${place}.${process.pid}.part`;
  writeFileSync(beside, content);
  renameSync(beside, place);
}
