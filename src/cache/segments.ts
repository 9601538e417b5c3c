import { ListPool } from "./list-pool.ts";
import type { Outcome } from "./outcome.ts";
import { decodeOutcome } from "./outcome.ts";
import type { SegmentPlace } from "./segment.ts";
import { isSegmentIn, SegmentReader } from "./segment.ts";

/** Reads what the segments of a cache hold, which may lie in several folders; what is damaged there is null. */
export class Segments {
  readonly #folders: readonly string[];
  readonly #lists = new ListPool();
  readonly #readers = new Map<string, SegmentReader>();

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** What became of a file. */
  outcomeAt(place: SegmentPlace): Outcome | null {
    const bytes = this.reader(place.segment).outcome(place.outcome);
    return bytes && decodeOutcome(bytes, this.#lists);
  }

  /** Reads one of them. */
  reader(segment: string): SegmentReader {
    const known = this.#readers.get(segment) ?? new SegmentReader(this.#folderOf(segment), segment);
    this.#readers.set(segment, known);
    return known;
  }

  #folderOf(segment: string): string {
    return this.#folders.find((folder) => isSegmentIn(folder, segment)) ?? "";
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close();
  }
}
