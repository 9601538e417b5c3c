import { readFileSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { StretchReader, StretchWriter } from "../../src/cache/stretch.ts";
import { temporaryFolder } from "../content-folder.ts";
import { openFilesBelow, TELLS_OPEN_FILES } from "./open-files.ts";
import { shortTransfers } from "./short-transfers.ts";

const MEBIBYTE = 1024 * 1024;

function begun() {
  const folder = temporaryFolder();
  const path = join(folder, "stretches");
  return { folder, path, writer: new StretchWriter(path) };
}

function written(...texts: readonly string[]) {
  const { folder, path, writer } = begun();
  const stretches = texts.map((text) => writer.add(Buffer.from(text)));
  writer.flush();
  writer.close();
  return { folder, path, stretches };
}

describe("what is written", () => {
  test("is gathered until it is a mebibyte", () => {
    const { path, writer } = begun();
    const sizes = [MEBIBYTE - 1, 1, 10, MEBIBYTE - 9].map((length) => {
      writer.add(Buffer.alloc(length));
      return statSync(path).size;
    });
    writer.close();
    expect(sizes).toEqual([0, MEBIBYTE, MEBIBYTE, 2 * MEBIBYTE + 1]);
  });

  test("stands one after the other, whenever it is written", () => {
    const { path, writer } = begun();
    const stretches = ["one", "", "two", "three"].map((text) => {
      const stretch = writer.add(Buffer.from(text));
      writer.flush();
      return stretch;
    });
    writer.flush();
    writer.close();
    expect(stretches.map(([at, bytes]) => [at, bytes])).toEqual([
      [0, 3],
      [3, 0],
      [3, 3],
      [6, 5],
    ]);
    expect(readFileSync(path, "utf8")).toBe("onetwothree");
  });

  test("is written to its end where the disk takes it piece by piece", () => {
    shortTransfers(4);
    const { path } = written("one long text", "and another one");
    expect(readFileSync(path, "utf8")).toBe("one long textand another one");
  });

  test("goes into a file that was not there before", () => {
    const { path } = written("one");
    expect(() => new StretchWriter(path)).toThrow("EEXIST");
  });
});

describe("what is read", () => {
  test("is not read again where it was read ahead", () => {
    const { path, stretches } = written("one", "two", "three");
    const [one, two, three] = stretches;
    const reader = new StretchReader(path, 6);
    if (one === undefined || two === undefined || three === undefined) throw new Error("too few");
    expect(textOf(reader.read(one))).toBe("one");
    truncateSync(path, 0);
    expect(textOf(reader.read(two))).toBe("two");
    expect(textOf(reader.read(one))).toBe("one");
    expect(reader.read(three)).toBeNull();
    reader.close();
  });

  test("lies in one piece of memory as long as that is large enough", () => {
    const { path, stretches } = written("three", "two", "six six");
    const reader = new StretchReader(path, 0);
    const [first, second, third] = stretches.map((one) => reader.read(one)?.buffer);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(stretches.map((one) => textOf(reader.read(one)))).toEqual(["three", "two", "six six"]);
    const [again, , last] = stretches.map((one) => reader.read(one)?.buffer);
    expect(again).toBe(third);
    expect(last).toBe(third);
    reader.close();
  });

  test("is nothing where there is no file", () => {
    const reader = new StretchReader(join(temporaryFolder(), "none"), 10);
    expect(reader.read([0, 1, 0])).toBeNull();
    expect(() => reader.close()).not.toThrow();
  });
});

function textOf(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString();
}

test.skipIf(!TELLS_OPEN_FILES)("files of writers and readers are open until they are closed", () => {
  const { folder, path, writer } = begun();
  expect(openFilesBelow(folder)).toEqual(["stretches"]);
  writer.close();
  expect(openFilesBelow(folder)).toEqual([]);
  const reader = new StretchReader(path, 0);
  expect(openFilesBelow(folder)).toEqual(["stretches"]);
  reader.close();
  expect(openFilesBelow(folder)).toEqual([]);
});
