import { hash } from "node:crypto";
import { join } from "node:path";
import type { Site } from "../article/site.ts";
import { SumSet } from "../article/sum-set.ts";
import type { ContentPath } from "../article/values.ts";
import { CacheDisk } from "./cache-disk.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { changedKeys } from "./changed-keys.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp, stampNow } from "./file-stamp.ts";
import type { ReadManifest, RememberedMedia } from "./manifest.ts";
import { decodeManifest, manifestBytes, manifestIn } from "./manifest.ts";
import type { MediaMemory } from "./media-memory.ts";
import { mediaMemory } from "./media-memory.ts";
import { readSource } from "./parse-file.ts";
import { ownDigest } from "./program-digest.ts";
import { areSameDocuments, readDocuments, writeDocuments } from "./remembered-documents.ts";
import type { RememberedFile } from "./remembered-file.ts";
import { SiteRecall } from "./remembered-site.ts";
import { settledFiles } from "./settled-files.ts";
import { FileInTable } from "./table-of-files.ts";
import { packSegments, segmentsOf } from "./tidy-segments.ts";

/** How a cache is used. */
export interface CacheUse {
  /** Whether it remembers nothing, but learns. */
  readonly isFull: boolean;
  /** Whether it learns nothing: what it writes is gone when it is closed. */
  readonly isDry: boolean;
  /** When it is opened, by the clock of its files. */
  readonly nowMs?: number;
  /** Stamps of files as they were looked at before that; null for a file that was not. */
  readonly stampAt?: (place: string) => FileStamp | null;
}

/**
 * What source files became in earlier bakes, and what documents were made from: so that a bake reads,
 * parses and renders only what is new. It holds nothing that cannot be found out again. What is
 * damaged, of another program or of other settings counts as not there, and a disk that cannot be
 * written makes no fault.
 */
export class BuildCache {
  readonly disk: CacheDisk;
  /** What documents were made from, in sums: the room that bakes says of what. */
  readonly documents: SumSet;
  /** What a media file is: remembered, or read. */
  readonly media: MediaMemory;
  /** What the site was when it was last published. */
  readonly site: SiteRecall;
  readonly #isFull: boolean;
  readonly #program = ownDigest();
  readonly #settings: string;
  readonly #manifestFile: ReturnType<typeof manifestIn>;
  readonly #documentsFile: string;
  /** As it was read; null where it says nothing of this program's and these settings' files. */
  readonly #manifest: ReadManifest | null;
  /** What can be relied on; nothing any more once this bake's files are remembered. */
  #files: ReadonlyMap<string, RememberedFile>;
  readonly #media: ReadonlyMap<string, RememberedMedia>;
  /** Segments that the manifest named, whoever wrote it. */
  readonly #segmentsBefore: ReadonlySet<string>;
  /** Segments that it names now. */
  #segmentsNow: ReadonlySet<string>;
  /** Media files of this bake. */
  readonly #seenMedia = new Map<string, RememberedMedia>();
  readonly #openedMs: number;
  readonly #stampAt: (place: string) => FileStamp | null;

  /** Opens the cache of a content folder, before any of its files is looked at. */
  constructor(folder: string, site: Site, { isFull, isDry, nowMs = Date.now(), stampAt }: CacheUse) {
    this.#openedMs = nowMs;
    this.#stampAt = (place) => stampAt?.(place) ?? stampNow(place);
    this.#isFull = isFull;
    this.disk = new CacheDisk(folder, isDry);
    this.#settings = hash("sha256", JSON.stringify(site), "base64url");
    this.site = new SiteRecall(folder, this.#program);
    this.#manifestFile = manifestIn(folder);
    this.#documentsFile = join(folder, CACHE_FILES.documents);
    const found = this.#manifestFile.read(decodeManifest, ({ files }) => files);
    const manifest = !isFull && found?.program === this.#program ? found : null;
    this.#segmentsBefore = this.#segmentsNow = segmentsOf(found?.files ?? new Map());
    this.documents = (isFull ? null : readDocuments(this.#documentsFile, this.#program)) ?? new SumSet();
    this.#media = manifest?.media ?? new Map();
    this.#manifest = manifest?.settings === this.#settings ? manifest : null;
    this.#files = this.#manifest?.files ?? new Map();
    const [known, seen, openedMs] = [this.#media, this.#seenMedia, nowMs];
    this.media = mediaMemory({ known, seen, openedMs, stampAt: this.#stampAt });
  }

  /** What became of a file that is as it was; null where it must be parsed. */
  recall(root: string, path: ContentPath): RememberedFile | null {
    const known = this.#files.get(path);
    if (known === undefined) return null;
    const stamp = this.#stampAt(`${root}/${path}`);
    if (stamp !== null && hasStamp(known, stamp)) return known;
    const file = readSource(root, path);
    if (file.kind !== "read" || file.sha256 !== known.sha256) return null;
    return { stamp: file.stamp, sha256: known.sha256, place: known.place };
  }

  /** Whether there is something at a place on the disk. */
  isThere(place: string): boolean {
    return this.#stampAt(place) !== null;
  }

  /** Where what was made of pictures waits for its publish. */
  get pictures(): CacheDisk["pictures"] {
    const { read, write } = this.disk.pictures;
    return { read: this.#isFull ? [] : read, write };
  }

  /** Remembers source files and the media that were seen, and no others. Nothing is recalled after that. */
  rememberFiles(files: ReadonlyMap<string, RememberedFile>): void {
    const before = this.#files;
    const isSameMedia = changedKeys(this.#seenMedia, this.#media).length === 0;
    const others = changedKeys(files, before);
    this.#files = new Map();
    if (isSameMedia && others.length === 0) return;
    this.disk.keep(() => {
      const packed = packSegments(files, this.disk);
      const moved = packed === files ? others : changedKeys(packed, before);
      const settled = settledFiles(packed, moved, this.#openedMs);
      const [program, settings, media] = [this.#program, this.#settings, this.#seenMedia];
      const known = this.#manifest !== null && isSameMedia ? moved : null;
      this.#manifestFile.write(settled, known, () =>
        manifestBytes({ program, settings, files: settled, media }),
      );
      this.#segmentsNow = segmentsOf(settled);
    });
  }

  /** Remembers documents, and no others. */
  rememberDocuments(documents: SumSet): void {
    if (areSameDocuments(documents, this.documents)) return;
    this.disk.keep(() => writeDocuments(this.#documentsFile, this.#program, documents));
  }

  /** Closes its files, and removes those that nothing names any more. */
  close(): void {
    this.disk.close({ before: this.#segmentsBefore, now: this.#segmentsNow }, this.#openedMs);
  }
}

function hasStamp(file: RememberedFile, stamp: FileStamp): boolean {
  if (file instanceof FileInTable) return file.hasStamp(stamp);
  return file.stamp !== null && isSameStamp(stamp, file.stamp);
}
