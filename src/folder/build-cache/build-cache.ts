import { hash, randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../../article/site.ts";
import type { ContentPath } from "../../article/values.ts";
import type { MediaMemory } from "../media.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp, isSettled, stampOf } from "./file-stamp.ts";
import type { RememberedDocument, RememberedFile, RememberedMedia } from "./manifest.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { readSource } from "./parse-file.ts";
import { programDigest } from "./program-digest.ts";
import { SegmentWriter } from "./segment.ts";
import { Segments } from "./segments.ts";

/** Segments that may lie side by side before they are put together. */
const MOST_SEGMENTS = 16;

/** After this long a file that nothing names was left by a bake that was killed. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1000;

const MANIFEST = "manifest.json";

/**
 * What source files became in earlier bakes, and what documents were made from: so that a bake reads,
 * parses and renders only what is new. It holds nothing that cannot be found out again. What is
 * damaged, of another program or of other settings counts as not there, and a disk that cannot be
 * written makes no fault.
 */
export class BuildCache {
  readonly folder: string;
  readonly segments: Segments;
  /** What documents were made from, by storage key. */
  readonly documents: ReadonlyMap<string, RememberedDocument>;
  readonly #program = programDigest();
  readonly #settings: string;
  readonly #files: ReadonlyMap<string, RememberedFile>;
  readonly #media: ReadonlyMap<string, RememberedMedia>;
  /** Media files of this bake. */
  readonly #seenMedia = new Map<string, RememberedMedia>();
  readonly #writers: SegmentWriter[] = [];
  readonly #openedMs: number;

  /**
   * Opens the cache of a content folder, before any of its files is looked at (`nowMs`). With `isFull`
   * it remembers nothing, but learns.
   */
  constructor(folder: string, site: Site, isFull: boolean, nowMs = Date.now()) {
    this.#openedMs = nowMs;
    this.folder = folder;
    this.segments = new Segments(folder);
    this.#settings = hash("sha256", JSON.stringify(site), "base64url");
    const manifest = isFull ? null : readManifest(join(folder, MANIFEST), this.#program);
    this.documents = manifest?.documents ?? new Map();
    this.#media = manifest?.media ?? new Map();
    this.#files = manifest?.settings === this.#settings ? manifest.files : new Map();
  }

  /** What became of a file that is as it was; null where it must be parsed. */
  recall(root: string, path: ContentPath): RememberedFile | null {
    const known = this.#files.get(path);
    if (known === undefined) return null;
    const stamp = known.stamp && stampAt(join(root, path));
    if (stamp && known.stamp && isSameStamp(stamp, known.stamp)) return known;
    const file = readSource(root, path);
    return file.kind === "read" && file.sha256 === known.sha256 ? { ...known, stamp: file.stamp } : null;
  }

  /** What a media file is: remembered, or read. */
  readonly media: MediaMemory = (place, read) => {
    const stamp = stampAt(place);
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

  /** Whether the disk takes what is to be remembered. */
  isWritable(): boolean {
    try {
      mkdirSync(this.folder, { recursive: true });
      accessSync(this.folder, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  }

  /** A new segment; null where the disk takes none. */
  newSegment(): SegmentWriter | null {
    try {
      mkdirSync(this.folder, { recursive: true });
      const writer = new SegmentWriter(this.folder, randomUUID());
      this.#writers.push(writer);
      return writer;
    } catch {
      return null;
    }
  }

  /** Remembers files and documents for the next bake, and nothing else. */
  close(
    files: ReadonlyMap<string, RememberedFile>,
    documents: ReadonlyMap<string, RememberedDocument>,
  ): void {
    try {
      if (this.#isRemembered(files, documents)) return;
      mkdirSync(this.folder, { recursive: true });
      const settled = this.#settled(this.#packed(files));
      writeManifest(join(this.folder, MANIFEST), {
        program: this.#program,
        settings: this.#settings,
        files: settled,
        media: this.#seenMedia,
        documents,
      });
      this.#sweep(settled);
    } catch {
      // The next bake has more to do.
    } finally {
      for (const writer of this.#writers) writer.close();
      this.segments.close();
    }
  }

  #isRemembered(
    files: ReadonlyMap<string, RememberedFile>,
    documents: ReadonlyMap<string, RememberedDocument>,
  ): boolean {
    return (
      isSameMap(files, this.#files) &&
      isSameMap(this.#seenMedia, this.#media) &&
      documents.size === this.documents.size &&
      [...documents].every(([key, { madeFrom, digest }]) => {
        const known = this.documents.get(key);
        return known?.madeFrom === madeFrom && known.digest === digest;
      })
    );
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

  /** Puts small segments together where there are many. */
  #packed(files: ReadonlyMap<string, RememberedFile>): ReadonlyMap<string, RememberedFile> {
    const sizes = new Map<string, number>();
    for (const { place } of files.values()) {
      sizes.set(place.segment, (sizes.get(place.segment) ?? 0) + place.text[1]);
    }
    const writer = sizes.size > MOST_SEGMENTS ? this.newSegment() : null;
    if (writer === null) return files;
    const [largest] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
    const packed = [...files].flatMap(([path, file]): [string, RememberedFile][] => {
      const { segment, outcome, text } = file.place;
      if (segment === largest) return [[path, file]];
      const reader = this.segments.reader(segment);
      const [outcomeBytes, textBytes] = [reader.outcome(outcome), reader.text(text)];
      if (outcomeBytes === null || textBytes === null) return [];
      return [[path, { ...file, place: writer.add(outcomeBytes, textBytes) }]];
    });
    writer.flush();
    return new Map(packed);
  }

  /** Removes segments that nothing names any more. */
  #sweep(files: ReadonlyMap<string, RememberedFile>): void {
    const segmentsOf = (all: typeof files) => new Set([...all.values()].map(({ place }) => place.segment));
    const named = segmentsOf(files);
    const dropped = segmentsOf(this.#files);
    for (const name of readdirSync(this.folder)) {
      const file = join(this.folder, name);
      const [segment = ""] = name.split(".");
      // One that is not ours may belong to another bake that is under way.
      const isOld = () => statSync(file).mtimeMs < this.#openedMs - FORGOTTEN_MS;
      if (name !== MANIFEST && !named.has(segment) && (dropped.has(segment) || isOld())) rmSync(file);
    }
  }
}

function isSameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

function stampAt(place: string): FileStamp | null {
  try {
    return stampOf(statSync(place));
  } catch {
    return null;
  }
}
