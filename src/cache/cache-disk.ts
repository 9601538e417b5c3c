import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CACHE_FILES } from "./cache-files.ts";
import { SegmentWriter } from "./segment.ts";
import { Segments } from "./segments.ts";
import { sweepSegments } from "./tidy-segments.ts";

/** Segments that a manifest names, as it was read and as it is now. */
export interface NamedSegments {
  readonly before: ReadonlySet<string>;
  readonly now: ReadonlySet<string>;
}

/**
 * The folder of a cache, and its segments. What a dry bake writes lies elsewhere, and is gone when it is
 * closed. A disk that cannot be written makes no fault.
 */
export class CacheDisk {
  /** Where new segments are written. */
  readonly writeFolder: string;
  readonly segments: Segments;
  readonly #folder: string;
  readonly #isDry: boolean;
  readonly #writers: SegmentWriter[] = [];

  constructor(folder: string, isDry: boolean) {
    this.#folder = folder;
    this.#isDry = isDry;
    this.writeFolder = isDry ? mkdtempSync(join(tmpdir(), "feedwright-")) : folder;
    this.segments = new Segments([folder, this.writeFolder]);
  }

  /** Where what was made of pictures waits for its publish. */
  get pictures(): { readonly read: readonly string[]; readonly write: string } {
    const write = join(this.writeFolder, CACHE_FILES.pictures);
    return { read: [...new Set([write, join(this.#folder, CACHE_FILES.pictures)])], write };
  }

  /** Where shards of ledgers are remembered. */
  get shards(): string {
    return join(this.#folder, CACHE_FILES.shards);
  }

  /** Whether it takes what is to be remembered. */
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

  /** Writes what a later bake can do without; a dry bake writes none of it. */
  keep(write: () => void): void {
    if (this.#isDry) return;
    try {
      mkdirSync(this.#folder, { recursive: true });
      write();
    } catch {
      // The next bake has more to do.
    }
  }

  /** Closes its files, and removes those that nothing names any more. `nowMs` is the clock of its files. */
  close({ before, now }: NamedSegments, nowMs: number): void {
    try {
      if (!this.#isDry && now !== before) {
        sweepSegments(this.#folder, new Set<string>(Object.values(CACHE_FILES)), before, now, nowMs);
      }
    } catch {
      // The next bake has more to do.
    } finally {
      for (const writer of this.#writers) writer.close();
      this.segments.close();
      if (this.#isDry) rmSync(this.writeFolder, { recursive: true, force: true });
    }
  }
}
