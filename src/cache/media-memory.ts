import type { MediaFacts } from "../article/media.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp, isSettled } from "./file-stamp.ts";
import type { RememberedMedia } from "./manifest.ts";

/** Tells what a file at a place is, which may be remembered; a text says what is wrong with it. */
export type MediaMemory = (place: string, read: () => MediaFacts | string) => MediaFacts | string;

/** What a memory of media files goes by. All of it is by place on the disk. */
export interface MediaStamps {
  /** What an earlier bake remembered. */
  readonly known: ReadonlyMap<string, RememberedMedia>;
  /** Gets the files of this bake whose stamps can be relied on. */
  readonly seen: Map<string, RememberedMedia>;
  readonly stampAt: (place: string) => FileStamp | null;
  /** When the cache was opened, by the clock of its files. */
  readonly openedMs: number;
}

/** A memory that reads only media files whose stamps are other than they were. */
export function mediaMemory({ known, seen, stampAt, openedMs }: MediaStamps): MediaMemory {
  return (place, read) => {
    const stamp = stampAt(place);
    const before = known.get(place);
    if (stamp && before && isSameStamp(stamp, before.stamp)) {
      seen.set(place, before);
      return before.facts;
    }
    const facts = read();
    if (stamp && typeof facts !== "string" && isSettled(stamp, openedMs)) seen.set(place, { stamp, facts });
    return facts;
  };
}
