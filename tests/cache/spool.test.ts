import { existsSync, ftruncateSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readSpool, Spool } from "../../src/cache/spool.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { openFilesBelow, TELLS_OPEN_FILES } from "./open-files.ts";
import { shortTransfers } from "./short-transfers.ts";

function spoolOf(mostInMemory?: number): Spool {
  const spool = new Spool(join(temporaryFolder(), "state", "cache"), mostInMemory);
  onTestFinished(() => spool.close());
  return spool;
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const text = (value: Uint8Array) => Buffer.from(value).toString();

test("values come back as they were, from memory and from a file", () => {
  const spool = spoolOf(10);
  const texts = ["four", "sixsix", "", "in the file", "tiny", "more"];
  const kept = texts.map((one) => spool.keep(bytes(one)));
  expect([...kept, ...kept].map((read) => text(read()))).toEqual([...texts, ...texts]);
});

test("a value is what it was when it was taken", () => {
  const spool = spoolOf(4);
  const [inMemory, inFile] = [bytes("four"), bytes("five more")];
  const kept = [spool.keep(inMemory), spool.keep(inFile)];
  inMemory.fill(0);
  inFile.fill(0);
  expect(kept.map((read) => text(read()))).toEqual(["four", "five more"]);
});

test.for([
  { name: "as many bytes as there may be in memory", lengths: [4, 6], isInFile: false },
  { name: "one byte more", lengths: [4, 7], isInFile: true },
  { name: "one byte more, all at once", lengths: [11], isInFile: true },
])("a file is begun for more than fits into memory: $name: $isInFile", ({ lengths, isInFile }) => {
  const spool = spoolOf(10);
  for (const length of lengths) spool.keep(new Uint8Array(length));
  expect(existsSync(spool.folder)).toBe(isInFile);
});

test("64 MiB fit into memory", () => {
  const spool = spoolOf();
  spool.keep(new Uint8Array(64 * 1024 * 1024));
  expect(existsSync(spool.folder)).toBe(false);
  spool.keep(new Uint8Array(1));
  expect(existsSync(spool.folder)).toBe(true);
});

describe("the file of a spool", () => {
  test("has no name, so that nothing is left of it", () => {
    const spool = spoolOf();
    expect(spool.append(bytes("some"))).toBe(0);
    expect(spool.append(bytes("more"))).toBe(4);
    expect(readdirSync(spool.folder)).toEqual([]);
    expect(text(readSpool(spool.file, 2, 4))).toBe("memo");
  });

  test("is one of its own, beside those of others in the folder", () => {
    const folder = temporaryFolder();
    const spools = [new Spool(folder), new Spool(folder)];
    for (const [at, spool] of spools.entries()) spool.append(bytes(`spool ${at}`));
    expect(spools.map(({ file }) => text(readSpool(file, 0, 7)))).toEqual(["spool 0", "spool 1"]);
    for (const spool of spools) spool.close();
  });

  test("holds all of a value that is written and read piece by piece", () => {
    shortTransfers(3);
    const spool = spoolOf(0);
    const kept = ["one value", "another one"].map((one) => spool.keep(bytes(one)));
    expect(kept.map((read) => text(read()))).toEqual(["one value", "another one"]);
  });

  test("says so where it was cut off", () => {
    const spool = spoolOf(0);
    const read = spool.keep(bytes("value"));
    ftruncateSync(spool.file, 3);
    expect(read).toThrow(new RangeError("the spool of this bake was cut off; bake again"));
  });
});

describe.skipIf(!TELLS_OPEN_FILES)("a spool that is closed", () => {
  test("has closed its file and those that it took over, once", () => {
    const spool = spoolOf(0);
    const others = contentFolder({ a: "a", b: "b" });
    for (const name of ["a", "b"]) spool.adopt(openSync(join(others, name), "r"));
    spool.keep(bytes("value"));
    expect(openFilesBelow(spool.folder)).toHaveLength(1);
    expect(openFilesBelow(others)).toEqual(["a", "b"]);
    spool.close();
    spool.close();
    expect([openFilesBelow(spool.folder), openFilesBelow(others)]).toEqual([[], []]);
  });

  test("begins no file to close it", () => {
    const spool = spoolOf();
    spool.close();
    expect(existsSync(spool.folder)).toBe(false);
  });
});
