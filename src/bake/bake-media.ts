import type { MadeBytes, Media, PictureFile } from "../article/media.ts";
import type { Site } from "../article/site.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Baking } from "./bake-document.ts";
import { bakeDocument, keptDocument } from "./bake-document.ts";
import { dispositionOf } from "./disposition.ts";
import type { BakedDocument, Document } from "./document.ts";

/** A picture never changes, so that its cache life does not either, whatever the publisher's poll interval is. */
const PICTURE_POLL_SECONDS = 900;

/** A file that is published of a medium. */
export interface MediaFile {
  readonly key: string;
  readonly bake: () => BakedDocument;
}

/**
 * What is published of a media file, which is read only where the store does not have it. Of a picture the
 * fallback comes last: where that is published, all of the picture is.
 */
export function mediaFiles(media: Media, site: Site, baking: Baking): readonly MediaFile[] {
  const { picture, icon, address } = media;
  const made = (file: PictureFile) => pictureFile(file, site, baking);
  const forms = formsOf(media).map(made);
  if (icon?.original === "left-out") return forms;
  if (picture !== undefined) return [...forms, ...[...picture.webp, picture.fallback].map(made)];
  const own = { key: address, bake: () => bakeDocument(mediaDocument(media, site), baking) };
  return [...forms, own];
}

/** A file of a picture, or the picture of a headline. */
export function pictureFile(file: PictureFile, site: Site, baking: Baking): MediaFile {
  const bake = () =>
    file.made === null
      ? keptDocument(file.address as StorageKey, baking)
      : bakeDocument(pictureDocument(file, file.made, site), baking);
  return { key: file.address, bake };
}

/** The addresses of all that is published of media files. */
export function mediaAddresses(media: readonly Media[]): ReadonlySet<string> {
  return new Set(media.flatMap((one) => [one.address, ...formsOf(one).map(({ address }) => address)]));
}

function formsOf({ icon }: Media): readonly PictureFile[] {
  return Object.values(icon?.forms ?? {}).filter((form) => form !== null);
}

/** The largest value that the store takes (Workers KV: 25 MiB). */
const MAX_VALUE_BYTES = 25 * 1024 * 1024;

function mediaDocument(media: Media, site: Site): Document {
  const { address, type, path, sizeBytes, sha256, read } = media;
  const open = media.open ?? (async () => new Blob([Buffer.from(read())]));
  return {
    key: address as StorageKey,
    part: "media",
    kind: "media",
    type,
    status: 200,
    pollSeconds: site.pollMinutes * 60,
    body: read,
    ...(!type.startsWith("image/") && { disposition: dispositionOf(path) }),
    ...(isForBucket(sizeBytes, site) && { object: { sizeBytes, sha256, open } }),
    fingerprint: { sha256, sizeBytes },
  };
}

function pictureDocument(
  { address, type, sizeBytes }: PictureFile,
  { sha256, read }: MadeBytes,
  site: Site,
): Document {
  const open = async () => new Blob([Buffer.from(read())]);
  return {
    key: address as StorageKey,
    part: "media",
    kind: "media",
    type,
    status: 200,
    pollSeconds: PICTURE_POLL_SECONDS,
    body: read,
    isPicture: true,
    ...(isForBucket(sizeBytes, site) && { object: { sizeBytes, sha256, open } }),
    fingerprint: { sha256, sizeBytes },
  };
}

function isForBucket(sizeBytes: number, { media }: Site): boolean {
  return media === "r2" || sizeBytes > MAX_VALUE_BYTES;
}
