import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CacheDisk } from "../../src/cache/cache-disk.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { openFilesBelow, TELLS_OPEN_FILES } from "./open-files.ts";

const NONE: ReadonlySet<string> = new Set();
const close = (disk: CacheDisk, { before = NONE, now = NONE } = {}) =>
  disk.close({ before, now }, Date.now());

/** The place of a cache that is not there yet. */
const newPlace = () => join(temporaryFolder(), "state", "cache");

/** A place where there can be no folder. */
const takenPlace = () => join(contentFolder({ taken: "a file" }), "taken", "cache");

test("what was made of pictures waits in the cache; in a dry bake elsewhere, and both are read", () => {
  const folder = newPlace();
  const [disk, dry] = [new CacheDisk(folder, false), new CacheDisk(folder, true)];
  expect(disk.pictures).toEqual({ read: [join(folder, "pictures")], write: join(folder, "pictures") });
  const write = join(dry.writeFolder, "pictures");
  expect(dry.pictures).toEqual({ read: [write, join(folder, "pictures")], write });
  for (const one of [disk, dry]) {
    expect(one.shards).toBe(join(folder, "shards"));
    close(one);
  }
});

describe("a cache that can be written", () => {
  test("takes what is to be remembered, and is made where it is not there", () => {
    const disk = new CacheDisk(newPlace(), false);
    expect(disk.isWritable()).toBe(true);
    expect(readdirSync(disk.writeFolder)).toEqual([]);
    close(disk);
  });

  test("is made for the first segment, and for what is kept", () => {
    const [one, other] = [new CacheDisk(newPlace(), false), new CacheDisk(newPlace(), false)];
    expect(one.newSegment()).not.toBeNull();
    other.keep(() => writeFileSync(join(other.writeFolder, "kept"), ""));
    expect(readdirSync(one.writeFolder)).toHaveLength(2);
    expect(readdirSync(other.writeFolder)).toEqual(["kept"]);
    for (const disk of [one, other]) close(disk);
  });
});

describe("a cache that cannot be written", () => {
  test("takes nothing, and makes no fault", () => {
    const disk = new CacheDisk(takenPlace(), false);
    expect(disk.isWritable()).toBe(false);
    expect(disk.newSegment()).toBeNull();
    expect(() => disk.keep(() => {})).not.toThrow();
    expect(() => close(disk, { before: new Set(["a"]) })).not.toThrow();
  });
});

describe("a dry bake", () => {
  test("writes its segments elsewhere, and nothing is left of them", () => {
    const folder = newPlace();
    const disk = new CacheDisk(folder, true);
    expect(disk.writeFolder.startsWith(join(tmpdir(), "feedwright-"))).toBe(true);
    const place = disk.newSegment()?.add(Buffer.from("outcome"), Buffer.from("text"));
    expect(place).toBeDefined();
    disk.keep(() => {
      throw new Error("it keeps nothing");
    });
    close(disk, { before: new Set(["a"]) });
    expect([existsSync(folder), existsSync(disk.writeFolder)]).toEqual([false, false]);
  });

  test("does not mind that its folder is gone", () => {
    const disk = new CacheDisk(newPlace(), true);
    rmSync(disk.writeFolder, { recursive: true });
    expect(() => close(disk)).not.toThrow();
  });

  test("reads what the cache holds", () => {
    const folder = temporaryFolder();
    const disk = new CacheDisk(folder, false);
    const outcome = Buffer.from(JSON.stringify({ source: null, problems: [], asides: [] }));
    const place = disk.newSegment()?.add(outcome, Buffer.from(""));
    close(disk);
    const dry = new CacheDisk(folder, true);
    expect(place && dry.segments.outcomeAt(place)).toEqual(JSON.parse(outcome.toString()));
    close(dry);
  });
});

describe("a cache that is closed", () => {
  const LONG_AGO = 1_700_000_000;

  /** Closes a cache with a segment that was named and one that nothing knows; gives what is left of them. */
  function leftOf({ isDry, isNamedAnew }: { readonly isDry: boolean; readonly isNamedAnew: boolean }) {
    const folder = contentFolder({ "named.texts": "", "forgotten.texts": "" });
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
    const before = new Set(["named"]);
    close(new CacheDisk(folder, isDry), { before, now: isNamedAnew ? new Set() : before });
    return readdirSync(folder).sort();
  }

  test.for([
    { name: "removes what is named no more", isDry: false, isNamedAnew: true, left: [] },
    {
      name: "removes nothing where nothing was named anew",
      isDry: false,
      isNamedAnew: false,
      left: ["forgotten.texts", "named.texts"],
    },
    {
      name: "removes nothing after a dry bake",
      isDry: true,
      isNamedAnew: true,
      left: ["forgotten.texts", "named.texts"],
    },
  ])("$name", ({ left, ...how }) => {
    expect(leftOf(how)).toEqual(left);
  });

  test("keeps all files but segments, however old they are", () => {
    const names = ["articles.table", "documents.sums", "manifest.table", "settled.json", "site.json"];
    const folder = contentFolder(Object.fromEntries(names.map((name) => [name, ""])));
    for (const name of names) utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
    close(new CacheDisk(folder, false), { before: new Set(["a"]) });
    expect(readdirSync(folder).sort()).toEqual(names);
  });

  test("removes a folder that nothing knows, and keeps those of pictures and shards", () => {
    const folder = newPlace();
    for (const name of ["forgotten", "pictures", "shards"]) {
      mkdirSync(join(folder, name, "below"), { recursive: true });
      utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
    }
    close(new CacheDisk(folder, false), { before: new Set(["a"]) });
    expect(readdirSync(folder).sort()).toEqual(["pictures", "shards"]);
  });

  test.skipIf(!TELLS_OPEN_FILES)("has no file open, also where nothing can be removed", () => {
    const folder = newPlace();
    const disk = new CacheDisk(folder, false);
    const place = disk.newSegment()?.add(Buffer.from("outcome"), Buffer.from("text"));
    disk.segments.reader(place?.segment ?? "");
    expect(openFilesBelow(folder)).toHaveLength(4);
    rmSync(folder, { recursive: true });
    close(disk, { before: new Set(["a"]) });
    expect(openFilesBelow(join(folder, "..", ".."))).toEqual([]);
  });
});
