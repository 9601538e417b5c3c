import { hash } from "node:crypto";
import type { Site } from "../article/site.ts";
import type { ContentPath } from "../article/values.ts";
import type { CacheDisk } from "./cache-disk.ts";
import { changedKeys } from "./changed-keys.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp } from "./file-stamp.ts";
import type { RememberedMedia } from "./manifest.ts";
import { decodeManifest, manifestBytes, manifestIn } from "./manifest.ts";
import type { MediaMemory } from "./media-memory.ts";
import { mediaMemory } from "./media-memory.ts";
import { NextRows } from "./next-rows.ts";
import { readSource } from "./parse-file.ts";
import type { PathRows } from "./path-rows.ts";
import type { RecalledFile, RememberedFile } from "./remembered-file.ts";
import { settledFiles } from "./settled-files.ts";
import { type FilesInTable, NO_FILES } from "./table-of-files.ts";
import { areManySegments, packSegments, segmentsOf } from "./tidy-segments.ts";

/** What a memory of files goes by. */
interface FileMemoryUse {
  readonly program: string;
  readonly site: Site;
  /** Whether it remembers nothing, but learns. */
  readonly isFull: boolean;
  /** When it is opened, by the clock of its files. */
  readonly openedMs: number;
  readonly stampAt: (place: string) => FileStamp | null;
  readonly disk: CacheDisk;
}

/** What the files of a content folder became in earlier bakes. There are very many, so most are known by their rows alone. */
export class FileMemory {
  /** What a media file is: remembered, or read. */
  readonly media: MediaMemory;
  readonly #use: FileMemoryUse;
  readonly #settings: string;
  readonly #manifest: ReturnType<typeof manifestIn>;
  /** Whether what lies there says something of this program's and these settings' files. */
  readonly #isOurs: boolean;
  /** What can be relied on; nothing any more once this bake's files are remembered. */
  #files: FilesInTable;
  readonly #media: ReadonlyMap<string, RememberedMedia>;
  /** Media files of this bake. */
  readonly #seenMedia = new Map<string, RememberedMedia>();
  /** Segments that the manifest named, whoever wrote it, and those that it names now. */
  readonly segments: { readonly before: ReadonlySet<string>; now: ReadonlySet<string> };

  constructor(folder: string, use: FileMemoryUse) {
    const { program, site, isFull, openedMs, stampAt } = use;
    this.#use = use;
    this.#settings = hash("sha256", JSON.stringify(site), "base64url");
    this.#manifest = manifestIn(folder);
    const found = this.#manifest.read(decodeManifest, ({ files }) => files.rows);
    const manifest = !isFull && found?.program === program ? found : null;
    const named = found?.files.segmentsOf(found.files.rows.all()) ?? new Set<string>();
    this.segments = { before: named, now: named };
    this.#media = manifest?.media ?? new Map();
    this.#isOurs = manifest?.settings === this.#settings;
    this.#files = (this.#isOurs ? manifest?.files : null) ?? NO_FILES;
    this.media = mediaMemory({ known: this.#media, seen: this.#seenMedia, openedMs, stampAt });
  }

  /** How many rows there are. */
  get rows(): number {
    return this.#files.rows.length;
  }

  /** Them all, for whoever asks later. */
  get table(): FilesInTable {
    return this.#files;
  }

  /** The row of a file; -1 where nothing is remembered of it. Whoever asks in the order of the folder is told at once. */
  rowOf(path: ContentPath): number {
    return this.#files.rows.rowOf(path);
  }

  /** Whether the file of a row has the stamp that stands at a place among others. */
  hasStamp(row: number, stamps: ArrayLike<number>, at: number): boolean {
    return this.#files.hasStamp(row, stamps, at);
  }

  /** What is remembered of the file of a row. */
  fileAt(row: number): RememberedFile {
    return this.#files.rows.at(row);
  }

  /** What became of a file that is as it was; null where it must be parsed. */
  recall(root: string, path: ContentPath): RecalledFile | null {
    const row = this.rowOf(path);
    if (row < 0) return null;
    const { stamp: before, sha256, place } = this.fileAt(row);
    const stamp = this.#use.stampAt(`${root}/${path}`);
    if (stamp !== null && before !== null && isSameStamp(stamp, before)) return { stamp, sha256, place, row };
    const file = readSource(root, path);
    return file.kind === "read" && file.sha256 === sha256
      ? { stamp: file.stamp, sha256, place, row: -1 }
      : null;
  }

  /** Remembers the files of rows that stay, others, the media that were seen, and nothing else. Nothing is recalled after that. */
  remember(stays: Uint8Array, others: ReadonlyMap<string, RememberedFile>): void {
    const before = this.#files;
    const { disk, openedMs } = this.#use;
    const isSameMedia = changedKeys(this.#seenMedia, this.#media).length === 0;
    const next = new NextRows(before.rows, stays, settledFiles(others, openedMs));
    this.#files = NO_FILES;
    if (isSameMedia && next.changed.length === 0) return;
    disk.keep(() => {
      const segments = new Set([...before.segmentsOf(stays), ...segmentsOf(others.values())]);
      if (areManySegments(segments)) {
        const packed = packSegments(new Map(next.entries()), disk);
        this.#write({ size: packed.size, get: (path) => packed.get(path), entries: () => packed }, null);
        this.segments.now = segmentsOf(packed.values());
      } else {
        this.#write(next, this.#isOurs && isSameMedia ? next.changed : null);
        this.segments.now = segments;
      }
    });
  }

  #write(files: PathRows<RememberedFile>, others: readonly string[] | null): void {
    const [{ program }, settings, media] = [this.#use, this.#settings, this.#seenMedia];
    this.#manifest.write(files, others, () => manifestBytes({ program, settings, files, media }));
  }
}
