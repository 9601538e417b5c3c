import { expect, test } from "vitest";
import type { MediaFacts } from "../../src/article/media.ts";
import type { FileStamp } from "../../src/cache/file-stamp.ts";
import type { RememberedMedia } from "../../src/cache/manifest.ts";
import { mediaMemory } from "../../src/cache/media-memory.ts";

const OPENED_MS = 10_000;
const STAMP: FileStamp = [10, 1000, 1000, 7];
const RECENT: FileStamp = [10, 9000, 9000, 7];

function facts(address: string): MediaFacts {
  return { address, type: "image/png", sizeBytes: 10, sha256: "", width: 8, height: 4 };
}

const KNOWN: RememberedMedia = { stamp: STAMP, facts: facts("/media/known.png") };
const READ = facts("/media/read.png");
const FAULT = "is no picture";

/** What is told of a file with a stamp, what was seen of it, and how often it was read. */
function asked(stamp: FileStamp | null, known: RememberedMedia | null, read: MediaFacts | string) {
  const seen = new Map<string, RememberedMedia>();
  let reads = 0;
  const memory = mediaMemory({
    known: new Map(known ? [["/a/b.png", known]] : []),
    seen,
    stampAt: (place) => (place === "/a/b.png" ? stamp : null),
    openedMs: OPENED_MS,
  });
  const told = memory("/a/b.png", () => {
    reads += 1;
    return read;
  });
  return { told, reads, seen: seen.get("/a/b.png") ?? null };
}

test("a file that is as it was is not read, and remembered as it was", () => {
  const { told, reads, seen } = asked(STAMP, KNOWN, READ);
  expect({ told, reads }).toEqual({ told: KNOWN.facts, reads: 0 });
  expect(seen).toBe(KNOWN);
});

test.for([
  { name: "a new file", stamp: STAMP, known: null, read: READ, isSeen: true },
  { name: "another file", stamp: [11, 1000, 1000, 7], known: KNOWN, read: READ, isSeen: true },
  { name: "a file that changed a moment ago", stamp: RECENT, known: null, read: READ, isSeen: false },
  { name: "a file that cannot be looked at", stamp: null, known: KNOWN, read: READ, isSeen: false },
  { name: "a file with which something is wrong", stamp: STAMP, known: null, read: FAULT, isSeen: false },
] as const)("$name is read; whether it is remembered: $isSeen", ({ stamp, known, read, isSeen }) => {
  expect(asked(stamp, known, read)).toEqual({
    told: read,
    reads: 1,
    seen: isSeen ? { stamp, facts: read } : null,
  });
});
