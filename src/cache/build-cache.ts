import { hash, randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MediaFacts } from "../article/media.ts";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import { CACHE_FILES } from "./cache-files.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp, isSettled, stampOf } from "./file-stamp.ts";
import type { ReadManifest, RememberedFile, RememberedMedia } from "./manifest.ts";
import { decodeManifest, manifestIn, manifestText } from "./manifest.ts";
import { readSource } from "./parse-file.ts";
import { programDigest } from "./program-digest.ts";
import type { RememberedDocument, RememberedDocuments } from "./remembered-documents.ts";
import { decodeDocuments, documentsIn, documentsText, isSameDocument } from "./remembered-documents.ts";
import { SegmentWriter } from "./segment.ts";
import { Segments } from "./segments.ts";
import { packSegments, segmentsOf, sweepSegments } from "./tidy-segments.ts";

/** Tells what a file at a place is, which may be remembered; a text says what is wrong with it. */
export type MediaMemory = (place: string, read: () => MediaFacts | string) => MediaFacts | string;

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
  /** Where new segments are written. */
  readonly writeFolder: string;
  readonly segments: Segments;
  /** What documents were made from, by storage key. */
  readonly documents: RememberedDocuments;
  readonly #folder: string;
  readonly #isDry: boolean;
  readonly #isFull: boolean;
  readonly #program = programDigest();
  readonly #settings: string;
  readonly #manifestFile: ReturnType<typeof manifestIn>;
  readonly #documentsFile: ReturnType<typeof documentsIn>;
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
  readonly #writers: SegmentWriter[] = [];
  readonly #openedMs: number;
  readonly #stampAt: (place: string) => FileStamp | null;

  /** Opens the cache of a content folder, before any of its files is looked at. */
  constructor(folder: string, site: Site, { isFull, isDry, nowMs = Date.now(), stampAt }: CacheUse) {
    this.#openedMs = nowMs;
    this.#stampAt = (place) => stampAt?.(place) ?? stampNow(place);
    this.#folder = folder;
    this.#isDry = isDry;
    this.#isFull = isFull;
    this.writeFolder = isDry ? mkdtempSync(join(tmpdir(), "feedwright-")) : folder;
    this.segments = new Segments([folder, this.writeFolder]);
    this.#settings = hash("sha256", JSON.stringify(site), "base64url");
    this.#manifestFile = manifestIn(folder);
    this.#documentsFile = documentsIn(folder);
    const found = this.#manifestFile.read(decodeManifest, ({ files }) => files);
    const manifest = !isFull && found?.program === this.#program ? found : null;
    this.#segmentsBefore = this.#segmentsNow = segmentsOf(found?.files ?? new Map());
    const documents = isFull
      ? null
      : this.#documentsFile.read(
          (text) => decodeDocuments(text, this.#program),
          (rows) => rows,
        );
    this.documents = documents ?? new Map();
    this.#media = manifest?.media ?? new Map();
    this.#manifest = manifest?.settings === this.#settings ? manifest : null;
    this.#files = this.#manifest?.files ?? new Map();
  }

  /** What became of a file that is as it was; null where it must be parsed. */
  recall(root: string, path: ContentPath): RememberedFile | null {
    const known = this.#files.get(path);
    if (known === undefined) return null;
    const stamp = known.stamp && this.#stampAt(join(root, path));
    if (stamp && known.stamp && isSameStamp(stamp, known.stamp)) return known;
    const file = readSource(root, path);
    return file.kind === "read" && file.sha256 === known.sha256 ? { ...known, stamp: file.stamp } : null;
  }

  /** What a media file is: remembered, or read. */
  readonly media: MediaMemory = (place, read) => {
    const stamp = this.#stampAt(place);
    const known = this.#media.get(place);
    if (stamp && known && isSameStamp(stamp, known.stamp)) {
      this.#seenMedia.set(place, known);
      return known.facts;
    }
    const facts = read();
    if (stamp && typeof facts !== "string" && isSettled(stamp, this.#openedMs)) {
      this.#seenMedia.set(place, { stamp, facts });
    }
    return facts;
  };

  /** Where what was made of pictures waits for its publish. */
  get pictures(): { readonly read: readonly string[]; readonly write: string } {
    const write = join(this.writeFolder, CACHE_FILES.pictures);
    return {
      read: this.#isFull ? [] : [...new Set([write, join(this.#folder, CACHE_FILES.pictures)])],
      write,
    };
  }

  /** Whether the disk takes what is to be remembered. */
  isWritable(): boolean {
    try {
      mkdirSync(this.writeFolder, { recursive: true });
      accessSync(this.writeFolder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /** A new segment; null where the disk takes none. */
  newSegment(): SegmentWriter | null {
    try {
      mkdirSync(this.writeFolder, { recursive: true });
      const writer = new SegmentWriter(this.writeFolder, randomUUID());
      this.#writers.push(writer);
      return writer;
    } catch {
      return null;
    }
  }

  /** Remembers source files and the media that were seen, and no others. Nothing is recalled after that. */
  rememberFiles(files: ReadonlyMap<string, RememberedFile>): void {
    const before = this.#files;
    const isSameMedia = isSameMap(this.#seenMedia, this.#media);
    const isAsBefore = isSameMedia && isSameMap(files, before);
    this.#files = new Map();
    if (this.#isDry || isAsBefore) return;
    try {
      mkdirSync(this.#folder, { recursive: true });
      const settled = this.#settled(packSegments(files, this.segments, () => this.newSegment()));
      const [program, settings, media] = [this.#program, this.#settings, this.#seenMedia];
      const known = this.#manifest !== null && isSameMedia ? before : null;
      this.#manifestFile.write(settled, known, () =>
        manifestText({ program, settings, files: settled, media }),
      );
      this.#segmentsNow = segmentsOf(settled);
    } catch {
      // The next bake has more to do.
    }
  }

  /** Remembers documents, and no others. */
  rememberDocuments(documents: RememberedDocuments): void {
    if (this.#isDry || isSameDocuments(documents, this.documents)) return;
    const known = this.documents.size === 0 ? null : this.documents;
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#documentsFile.write(documents, known, () => documentsText(this.#program, documents));
    } catch {
      // The next bake has more to do.
    }
  }

  /** Closes its files, and removes those that nothing names any more. */
  close(): void {
    try {
      if (!this.#isDry && this.#segmentsNow !== this.#segmentsBefore) {
        const kept = new Set<string>(Object.values(CACHE_FILES));
        sweepSegments(this.#folder, kept, this.#segmentsBefore, this.#segmentsNow, this.#openedMs);
      }
    } catch {
      // The next bake has more to do.
    } finally {
      for (const writer of this.#writers) writer.close();
      this.segments.close();
      if (this.#isDry) rmSync(this.writeFolder, { recursive: true, force: true });
    }
  }

  /** A file that changed a moment ago may change again without showing it: its stamp does not count. */
  #settled(files: ReadonlyMap<string, RememberedFile>): ReadonlyMap<string, RememberedFile> {
    return new Map(
      [...files].map(([path, file]) => [
        path,
        file.stamp === null || isSettled(file.stamp, this.#openedMs) ? file : { ...file, stamp: null },
      ]),
    );
  }
}

function isSameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && a.entries().every(([key, value]) => b.get(key) === value);
}

function isSameDocuments(a: RememberedDocuments, b: RememberedDocuments): boolean {
  const isSame = ([key, document]: [string, RememberedDocument]) => {
    const known = b.get(key);
    return known !== undefined && isSameDocument(document, known);
  };
  return a.size === b.size && a.entries().every(isSame);
}

function stampNow(place: string): FileStamp | null {
  try {
    return stampOf(statSync(place));
  } catch {
    return null;
  }
}
