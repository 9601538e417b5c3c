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

  test.skipIf(process.platform === "win32").for([
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
