import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CacheDisk } from "../../src/cache/cache-disk.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { SegmentWriter } from "../../src/cache/segment.ts";
import { Segments } from "../../src/cache/segments.ts";
import type { Stretch } from "../../src/cache/stretch.ts";
import { areManySegments, packSegments, segmentsOf, sweepSegments } from "../../src/cache/tidy-segments.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { openFilesBelow, TELLS_OPEN_FILES } from "./open-files.ts";

type Files = ReadonlyMap<string, RememberedFile>;

/** Segments with the texts that are said, each in a file of its own, and the disk that they lie on. */
function diskWith(segments: readonly (readonly string[])[]): {
  readonly disk: CacheDisk;
  readonly files: Files;
} {
  const disk = new CacheDisk(temporaryFolder(), false);
  const files = segments.flatMap((texts, no) => {
    const writer = disk.newSegment();
    if (writer === null) throw new Error("no segment");
    const rows = texts.map((text, at): [string, RememberedFile] => {
      const place = writer.add(Buffer.from(`outcome of ${text}`), Buffer.from(text));
      return [`${no}/${at}.md`, { stamp: [no, at, 1, 1], sha256: `digest of ${text}`, place }];
    });
    writer.flush();
    return rows;
  });
  return { disk, files: new Map(files) };
}

const closed = (disk: CacheDisk) => disk.close({ before: NONE, now: NONE }, Date.now());
const NONE: ReadonlySet<string> = new Set();

/** The texts that files have, as they are read. */
function read({ segments }: CacheDisk, files: Files) {
  return [...files].map(([path, { place, stamp, sha256 }]) => {
    const reader = segments.reader(place.segment);
    const [outcome, text] = [reader.outcome(place.outcome), reader.text(place.text)].map(
      (bytes) => bytes && Buffer.from(bytes).toString(),
    );
    return { path, stamp, sha256, outcome, text };
  });
}

/** Seventeen of one text each, of which the tenth is the longest single one, and the fifth has more in two. */
const MANY = Array.from({ length: 17 }, (_, no) => {
  if (no === 4) return ["x".repeat(60), "y".repeat(50)];
  return no === 9 ? ["z".repeat(100)] : [`text ${no}`];
});

describe("segments are put together", () => {
  test("where there are more than sixteen, all into one but for the largest", () => {
    const { disk, files } = diskWith(MANY);
    const packed = packSegments(files, disk);
    expect(read(disk, packed)).toEqual(read(disk, files));
    const segments = [...segmentsOf(packed.values())];
    expect(segments).toHaveLength(2);
    const largest = files.get("4/0.md")?.place.segment;
    const kept = [...packed].filter(([, { place }]) => place.segment === largest).map(([path]) => path);
    expect(kept).toEqual(["4/0.md", "4/1.md"]);
    expect(packed.get("4/0.md")).toBe(files.get("4/0.md"));
    closed(disk);
  });

  test("and what is damaged is left out, be it what became of a file or its text", () => {
    const { disk, files } = diskWith(MANY);
    const damaged = new Map(files);
    const [a, b] = ["1/0.md", "2/0.md"].map((path) => files.get(path));
    if (a === undefined || b === undefined) throw new Error("no files");
    damaged.set("1/0.md", { ...a, place: { ...a.place, outcome: other(a.place.outcome) } });
    damaged.set("2/0.md", { ...b, place: { ...b.place, text: other(b.place.text) } });
    const packed = packSegments(damaged, disk);
    expect([...files.keys()].filter((path) => !packed.has(path))).toEqual(["1/0.md", "2/0.md"]);
    closed(disk);
  });

  test("not where there are sixteen, nor where the disk takes no more", () => {
    const few = diskWith(MANY.slice(0, 16));
    expect(areManySegments(segmentsOf(few.files.values()))).toBe(false);
    const { disk, files } = diskWith(MANY);
    expect(areManySegments(segmentsOf(files.values()))).toBe(true);
    expect(packSegments(files, { segments: disk.segments, newSegment: () => null })).toBe(files);
    for (const one of [few.disk, disk]) closed(one);
  });
});

const other = ([at, bytes, crc]: Stretch): Stretch => [at, bytes, crc ^ 1];

describe("of the files in a cache", () => {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const WRITTEN = 1_700_000_000;

  /** What is left of files of one date after some time. */
  function left(afterMs: number): readonly string[] {
    const folder = contentFolder({
      "manifest.table": "",
      "old.texts": "",
      "now.texts": "",
      "other.texts": "",
    });
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), WRITTEN, WRITTEN);
    const [kept, before, now] = [new Set(["manifest.table"]), new Set(["old", "now"]), new Set(["now"])];
    sweepSegments(folder, kept, before, now, WRITTEN * 1000 + afterMs);
    return readdirSync(folder).sort();
  }

  test("those go that are named no more, and those that nothing has named for a day", () => {
    expect(left(0)).toEqual(["manifest.table", "now.texts", "other.texts"]);
    expect(left(DAY_MS)).toEqual(["manifest.table", "now.texts", "other.texts"]);
    expect(left(DAY_MS + 1)).toEqual(["manifest.table", "now.texts"]);
  });
});

describe("segments that are read", () => {
  test("may lie in any of several folders", () => {
    const folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const places = ["one", "two", "three"].map((name, at) => {
      const writer = new SegmentWriter(folders[at] ?? "", name);
      const place = writer.add(
        Buffer.from(JSON.stringify({ source: null, problems: [name] })),
        Buffer.from(""),
      );
      writer.close();
      return place;
    });
    const segments = new Segments(folders);
    expect(places.map((place) => segments.outcomeAt(place)?.problems)).toEqual([["one"], ["two"], ["three"]]);
    segments.close();
  });

  test("are nothing where they lie in none", () => {
    const segments = new Segments([temporaryFolder()]);
    expect(segments.outcomeAt({ segment: "none", outcome: [0, 1, 0], text: [0, 1, 0] })).toBeNull();
    segments.close();
  });

  test.skipIf(!TELLS_OPEN_FILES)("are opened once, and closed all together", () => {
    const folder = temporaryFolder();
    for (const name of ["one", "two"]) new SegmentWriter(folder, name).close();
    const segments = new Segments([folder]);
    expect(segments.reader("one")).toBe(segments.reader("one"));
    segments.reader("two");
    expect(openFilesBelow(folder)).toEqual(["one.outcomes", "one.texts", "two.outcomes", "two.texts"]);
    segments.close();
    expect(openFilesBelow(folder)).toEqual([]);
  });
});

test("two segments of one name there cannot be", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "one.outcomes"), "");
  expect(() => new SegmentWriter(folder, "one")).toThrow("EEXIST");
  expect(statSync(join(folder, "one.outcomes")).size).toBe(0);
});
