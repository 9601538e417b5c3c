import { hash } from "node:crypto";
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { MediaFacts } from "../../src/article/media.ts";
import type { Site } from "../../src/article/site.ts";
import { Sum } from "../../src/article/sum.ts";
import { SumSet } from "../../src/article/sum-set.ts";
import type { ContentPath } from "../../src/article/values.ts";
import type { CacheUse } from "../../src/cache/build-cache.ts";
import { BuildCache } from "../../src/cache/build-cache.ts";
import type { FileStamp } from "../../src/cache/file-stamp.ts";
import { stampNow } from "../../src/cache/file-stamp.ts";
import type { RecalledFile, RememberedFile } from "../../src/cache/remembered-file.ts";
import { siteWith } from "../bake/small-site.ts";
import { must } from "../bake/values.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

const NAMES = Array.from({ length: 40 }, (_, at) => `${at}.md` as ContentPath);
const SITE = siteWith();
const FACTS: MediaFacts = {
  address: "/media/a.png",
  type: "image/png",
  sizeBytes: 9,
  sha256: "",
  width: 8,
  height: 4,
};

/** A content folder and the place of its cache. */
function folders() {
  const content = contentFolder({
    ...Object.fromEntries(NAMES.map((name) => [name, name])),
    "a.png": "a",
    "b.png": "b",
  });
  return { content, cache: join(temporaryFolder(), "cache") };
}

type Folders = ReturnType<typeof folders>;

function opened({ cache }: Folders, use: Partial<CacheUse> = {}, site: Site = SITE): BuildCache {
  return new BuildCache(cache, site, { isFull: false, isDry: false, nowMs: Date.now() + 60_000, ...use });
}

/** What a file is, as it lies there. */
function fileAt({ content }: Folders, path: ContentPath): RememberedFile {
  const text = Buffer.from(path);
  const place = { segment: "one", outcome: [0, 1, 2], text: [3, 4, 5] } as const;
  return { stamp: stampNow(join(content, path)), sha256: hash("sha256", text, "base64url"), place };
}

/** Lets a cache learn all files, and the media that are named. */
function learn(at: Folders, cache: BuildCache, media: readonly string[] = ["a.png"]): number {
  let reads = 0;
  for (const name of media) {
    cache.files.media(join(at.content, name), () => {
      reads += 1;
      return FACTS;
    });
  }
  const stays = new Uint8Array(cache.files.rows);
  const others = new Map<string, RememberedFile>();
  for (const path of NAMES) {
    const file: RecalledFile = cache.files.recall(at.content, path) ?? fileAt(at, path);
    const { row = -1 } = file;
    if (row >= 0) stays[row] = 1;
    else others.set(path, file);
  }
  cache.files.remember(stays, others);
  cache.rememberDocuments(DOCUMENTS);
  cache.close();
  return reads;
}

const DOCUMENTS = new SumSet();
DOCUMENTS.add(new Sum().text("tide"));

/** A folder of which a cache knows all. */
function known(): Folders {
  const at = folders();
  learn(at, opened(at));
  return at;
}

const recalled = (at: Folders, path: string, cache = opened(at)) =>
  cache.files.recall(at.content, path as ContentPath);

describe("a file that a cache knows", () => {
  test("is recalled as it was remembered, without a look into it", () => {
    const at = known();
    const cache = opened(at);
    const file = must(recalled(at, "7.md", cache), "7.md");
    const { row, ...said } = file;
    expect(said).toEqual(fileAt(at, "7.md" as ContentPath));
    expect(row).toBe(cache.files.rowOf("7.md" as ContentPath));
    expect(recalled(at, "7.md", cache)).toEqual(file);
    expect(cache.files.fileAt(row ?? -1)).toMatchObject(said);
    cache.close();
  });

  test("is looked into where it was touched, and has its new stamp", () => {
    const at = known();
    utimesSync(join(at.content, "7.md"), 7, 7);
    expect(recalled(at, "7.md")).toEqual({ ...fileAt(at, "7.md" as ContentPath), row: -1 });
  });

  test.for([
    { name: "that says something else", change: (place: string) => writeFileSync(place, "other") },
    { name: "that is gone", change: (place: string) => rmSync(place) },
  ])("$name must be parsed", ({ change }) => {
    const at = known();
    change(join(at.content, "7.md"));
    expect(recalled(at, "7.md")).toBeNull();
    expect(recalled(at, "8.md")).not.toBeNull();
  });

  test("is recalled by its stamp also where that was remembered beside the others", () => {
    const at = known();
    utimesSync(join(at.content, "7.md"), 7, 7);
    learn(at, opened(at));
    expect(readdirSync(at.cache)).toContain("manifest-amendments.json");
    const cache = opened(at);
    for (const name of ["7.md", "8.md"]) {
      const row = cache.files.rowOf(name as ContentPath);
      expect(row).toBeGreaterThanOrEqual(0);
      expect(recalled(at, name, cache)).toEqual({ ...fileAt(at, name as ContentPath), row });
    }
    utimesSync(join(at.content, "7.md"), 8, 8);
    const touched = recalled(at, "7.md", cache);
    expect(touched).toEqual({ ...fileAt(at, "7.md" as ContentPath), row: -1 });
    cache.close();
  });

  test("has no stamp where it changed a moment before it was remembered, and is looked into", () => {
    const at = known();
    utimesSync(join(at.content, "7.md"), 7, 7);
    learn(at, opened(at, { nowMs: Date.now() - 60_000 }));
    const cache = opened(at);
    const file = must(recalled(at, "7.md", cache), "7.md");
    expect(file).toEqual({ ...fileAt(at, "7.md" as ContentPath), row: -1 });
    expect(cache.files.fileAt(cache.files.rowOf("7.md" as ContentPath)).stamp).toBeNull();
    cache.close();
  });

  test("is known by the stamp that somebody saw before, if anybody did", () => {
    const at = known();
    const asked: string[] = [];
    const before = stampNow(join(at.content, "7.md"));
    writeFileSync(join(at.content, "7.md"), "another text");
    const stampAt = (place: string): FileStamp | null => {
      asked.push(place);
      return place.endsWith("7.md") ? before : null;
    };
    const cache = opened(at, { stampAt });
    expect(recalled(at, "7.md", cache)).not.toBeNull();
    expect(recalled(at, "8.md", cache)).not.toBeNull();
    expect([cache.isThere(join(at.content, "9.md")), cache.isThere(join(at.content, "gone"))]).toEqual([
      true,
      false,
    ]);
    expect(asked).toEqual(["7.md", "8.md", "9.md", "gone"].map((name) => join(at.content, name)));
    cache.close();
  });
});

describe("what a cache writes", () => {
  const inodes = ({ cache }: Folders) =>
    readdirSync(cache).map((name) => [
      name,
      statSync(join(cache, name)).ino,
      statSync(join(cache, name)).mtimeMs,
    ]);

  test("is nothing where all is as it was", () => {
    const at = known();
    const before = inodes(at);
    expect(learn(at, opened(at))).toBe(0);
    expect(inodes(at)).toEqual(before);
  });

  test("is all of it where another medium was seen, or none", () => {
    const at = known();
    expect(learn(at, opened(at), ["a.png", "b.png"])).toBe(1);
    expect(learn(at, opened(at), ["a.png", "b.png"])).toBe(0);
    expect(learn(at, opened(at), ["b.png"])).toBe(0);
    expect(learn(at, opened(at), ["a.png"])).toBe(1);
    expect(recalled(at, "7.md")).not.toBeNull();
  });

  test("is all of it under other settings, with the media that it knows", () => {
    const at = known();
    const site = siteWith('language = "de"\n');
    expect(opened(at, {}, site).files.recall(at.content, NAMES[7] ?? ("" as ContentPath))).toBeNull();
    expect(learn(at, opened(at, {}, site))).toBe(0);
    expect(opened(at, {}, site).files.recall(at.content, NAMES[7] ?? ("" as ContentPath))).not.toBeNull();
    expect(recalled(at, "7.md")).toBeNull();
  });
});

test("a full bake makes all pictures anew, and keeps them where others do", () => {
  const at = folders();
  const [full, usual] = [opened(at, { isFull: true }), opened(at)];
  const write = join(at.cache, "pictures");
  expect(full.pictures).toEqual({ read: [], write });
  expect(usual.pictures).toEqual({ read: [write], write });
});
