import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CacheDisk } from "../../src/cache/cache-disk.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { temporaryFolder } from "../content-folder.ts";
import { become, FILES, fileOf, knowing, NONE, OPENED_MS, opened, PATHS, said } from "./remembering-files.ts";

describe("the segments that a manifest names", () => {
  /** Files with a text each, in so many segments that lie there. */
  function inSegments(count: number) {
    const folder = temporaryFolder();
    const disk = new CacheDisk(folder, false);
    const files = Array.from({ length: count }, (_, at): [string, RememberedFile] => {
      const writer = disk.newSegment();
      if (writer === null) throw new Error("no segment");
      const place = writer.add(Buffer.from(`outcome ${at}`), Buffer.from(`text ${at}`));
      writer.flush();
      return [PATHS[at] ?? "", fileOf(at, { place })];
    });
    return { folder, disk, files: new Map(files) };
  }

  const segmentsIn = (files: ReadonlyMap<string, RememberedFile>) =>
    new Set([...files.values()].map(({ place }) => place.segment));

  test("are those of files that stay, and of others", () => {
    const memory = become(
      knowing(),
      [...PATHS.keys()].filter((at) => at % 3 === 0),
      new Map([["a.md", fileOf(1)]]),
    );
    expect(memory.segments.before).toEqual(new Set(["segment 0", "segment 1", "segment 2"]));
    expect(memory.segments.now).toEqual(new Set(["segment 1", "segment 2"]));
  });

  test("are as before where nothing is another, or the disk takes nothing", () => {
    const folder = knowing();
    const same = become(folder, [], new Map());
    expect(same.segments.now).toBe(same.segments.before);
    const taken = opened(folder, { isFull: true });
    mkdirSync(join(folder, `manifest.table.${process.pid}`));
    taken.remember(NONE, new Map([["a.md", fileOf(1)]]));
    expect(taken.segments.now).toBe(taken.segments.before);
    expect(said(opened(folder))).toEqual(FILES);
  });

  test("are two where there were more than sixteen, whose files say what they said", () => {
    for (const count of [16, 17]) {
      const { folder, disk, files } = inSegments(count);
      const memory = opened(folder, { disk });
      memory.remember(NONE, files);
      const found = said(opened(folder));
      expect(memory.segments.now.size).toBe(count === 16 ? 16 : 2);
      expect(memory.segments.now).toEqual(segmentsIn(found));
      expect([...found.keys()]).toEqual([...files.keys()]);
      const texts = [...found.values()].map(({ place }) => {
        return Buffer.from(disk.segments.reader(place.segment).text(place.text) ?? []).toString();
      });
      expect(texts).toEqual([...files.keys()].map((_, at) => `text ${at}`));
      disk.close(memory.segments, OPENED_MS);
    }
  });

  test("are put together with those of rows that stay, beside what was remembered of both", () => {
    const { folder, disk, files } = inSegments(17);
    const all = [...files];
    opened(folder, { disk }).remember(NONE, new Map(all.slice(0, 9)));
    const memory = opened(folder, { disk });
    memory.remember(memory.table.rows.all(), new Map(all.slice(9)));
    expect(memory.segments.before.size).toBe(9);
    expect(memory.segments.now.size).toBe(2);
    const stamps = [...said(opened(folder)).values()].map(({ stamp, sha256 }) => ({ stamp, sha256 }));
    expect(stamps).toEqual(all.map(([, { stamp, sha256 }]) => ({ stamp, sha256 })));
    disk.close(memory.segments, OPENED_MS);
  });
});
