import { join } from "node:path";
import type { Site } from "../article/site.ts";
import { SumSet } from "../article/sum-set.ts";
import { CacheDisk } from "./cache-disk.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { FileMemory } from "./file-memory.ts";
import type { FileStamp } from "./file-stamp.ts";
import { stampNow } from "./file-stamp.ts";
import { ownDigest } from "./program-digest.ts";
import { areSameDocuments, readDocuments, writeDocuments } from "./remembered-documents.ts";
import { SiteRecall } from "./remembered-site.ts";

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
  /** Digest of the program whose cache it is. */
  readonly program = ownDigest();
  readonly disk: CacheDisk;
  /** What source and media files became. */
  readonly files: FileMemory;
  /** What documents were made from, in sums: the room that bakes says of what. */
  readonly documents: SumSet;
  /** What the site was when it was last published. */
  readonly site: SiteRecall;
  readonly #isFull: boolean;
  readonly #documentsFile: string;
  readonly #openedMs: number;
  readonly #stampAt: (place: string) => FileStamp | null;

  /** Opens the cache of a content folder, before any of its files is looked at. */
  constructor(folder: string, site: Site, { isFull, isDry, nowMs = Date.now(), stampAt }: CacheUse) {
    this.#openedMs = nowMs;
    this.#stampAt = (place) => stampAt?.(place) ?? stampNow(place);
    this.#isFull = isFull;
    this.disk = new CacheDisk(folder, isDry);
    this.site = new SiteRecall(folder, this.program);
    this.#documentsFile = join(folder, CACHE_FILES.documents);
    this.documents = (isFull ? null : readDocuments(this.#documentsFile, this.program)) ?? new SumSet();
    const [program, openedMs, disk] = [this.program, nowMs, this.disk];
    this.files = new FileMemory(folder, { program, site, isFull, openedMs, stampAt: this.#stampAt, disk });
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

  /** Remembers documents, and no others. */
  rememberDocuments(documents: SumSet): void {
    if (areSameDocuments(documents, this.documents)) return;
    this.disk.keep(() => writeDocuments(this.#documentsFile, this.program, documents));
  }

  /** Closes its files, and removes those that nothing names any more. */
  close(): void {
    this.disk.close(this.files.segments, this.#openedMs);
  }
}
