import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { saidOf } from "../../src/store/said-of.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

describe("what the system says of a store's folder", () => {
  test("is nothing where it may be written, and has room", () => {
    expect(saidOf(contentFolder({ "v3/a.sqlite": "", "v3/a.txt": "" }))).toEqual([]);
  });

  test("is what it says of the one in which it would be made", () => {
    expect(saidOf(join(temporaryFolder(), "not", "there"))).toEqual([]);
  });

  test.for([
    { name: "has less than 256 KiB left", room: { blocks: 9, bavail: 511, bsize: 512 }, said: ["ENOSPC"] },
    { name: "has that much left", room: { blocks: 9, bavail: 512, bsize: 512 }, said: [] },
    { name: "is none, and so has no room to tell of", room: { blocks: 0, bavail: 0, bsize: 512 }, said: [] },
  ])("is $said where its disk $name", ({ room, said }) => {
    expect(saidOf(temporaryFolder(), () => room)).toEqual(said);
  });

  test("is asked of the disk of the nearest folder that is there", () => {
    const folder = temporaryFolder();
    const asked: string[] = [];
    saidOf(join(folder, "not", "there"), (place) => {
      asked.push(place);
      return { blocks: 0, bavail: 0, bsize: 0 };
    });
    expect(asked).toEqual([folder]);
  });

  test.for([
    { name: "a.sqlite", isTold: true },
    { name: "a.sqlite-wal", isTold: true },
    { name: "a.sqlite-shm", isTold: true },
    { name: "a.sqlite.bak", isTold: false },
    { name: "a.txt", isTold: false },
  ])("names a database in it that cannot be written: $name, $isTold", ({ name, isTold }) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "v3", "kv"), { recursive: true });
    const database = join(folder, "v3", "kv", name);
    symlinkSync(join(folder, "gone"), database);
    expect(saidOf(folder)).toEqual(isTold ? [expect.stringContaining(database)] : []);
  });
});
