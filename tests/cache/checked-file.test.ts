import { hash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonLines, readChecked, readCheckedBytes, writeChecked } from "../../src/cache/checked-file.ts";
import { temporaryFolder } from "../content-folder.ts";
import { runs } from "../runs.ts";
import { openFilesBelow, TELLS_OPEN_FILES } from "./open-files.ts";

const fileIn = (folder: string) => join(folder, "file");
const wholeText = (file: string) => readChecked(file, (text) => text);

/** Bytes of the file that is being written beside the one that it will be. */
function writtenBeside(folder: string): number {
  const [beside = ""] = readdirSync(folder).filter((name) => name !== "file");
  return statSync(join(folder, beside)).size;
}

test("texts and bytes stand in a file in their order, before its checksum", () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom("é", "𝄞", "\n"), fc.uint8Array());
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const file = fileIn(temporaryFolder());
      const said = Buffer.concat(pieces.map((one) => Buffer.from(one as string)));
      const checksum = writeChecked(file, pieces);
      expect(checksum).toBe(hash("sha256", said, "hex"));
      const hex = said.toString("hex");
      expect(readFileSync(file, "hex")).toBe(`${hex}${Buffer.from(`\n${checksum}`).toString("hex")}`);
      expect(readCheckedBytes(file, (bytes, sum) => [bytes.toString("hex"), sum])).toEqual([hex, checksum]);
    }),
    runs(120),
  );
});

test("short texts are gathered until they are 65,536 characters", () => {
  const folder = temporaryFolder();
  const written: number[] = [];
  function* pieces() {
    for (const length of [65_535, 1, 10, 65_526]) {
      yield "x".repeat(length);
      written.push(writtenBeside(folder));
    }
  }
  writeChecked(fileIn(folder), pieces());
  expect(written).toEqual([0, 65_536, 65_536, 131_072]);
});

test("bytes are written at once, after the texts before them", () => {
  const folder = temporaryFolder();
  const written: number[] = [];
  function* pieces() {
    for (const piece of ["ab", Buffer.from("cd"), "ef"]) {
      yield piece;
      written.push(writtenBeside(folder));
    }
  }
  writeChecked(fileIn(folder), pieces());
  expect(written).toEqual([0, 4, 4]);
  expect(wholeText(fileIn(folder))).toBe("abcdef");
});

test("who reads meanwhile sees the file as it was, also where its writing fails", () => {
  const file = fileIn(temporaryFolder());
  writeChecked(file, ["old"]);
  function* pieces() {
    yield Buffer.from("new");
    expect(wholeText(file)).toBe("old");
    throw new Error("nothing more");
  }
  expect(() => writeChecked(file, pieces())).toThrow("nothing more");
  expect(wholeText(file)).toBe("old");
  expect(readdirSync(dirname(file))).toEqual([basename(file)]);
});

test.skipIf(!TELLS_OPEN_FILES)("a file is closed, also where its writing fails", () => {
  const folder = temporaryFolder();
  function* pieces() {
    yield "new";
    throw new Error("nothing more");
  }
  writeChecked(fileIn(folder), ["old"]);
  expect(() => writeChecked(fileIn(folder), pieces())).toThrow();
  expect(openFilesBelow(folder)).toEqual([]);
});

describe("nothing is read", () => {
  test.for([
    { name: "of a file that is not there", content: null },
    { name: "of an empty one", content: "" },
    { name: "where there is no checksum", content: "text" },
    { name: "where the checksum is another one", content: `text\n${hash("sha256", "Text", "hex")}` },
    { name: "where something follows the checksum", content: `text\n${hash("sha256", "text", "hex")}\n` },
  ])("$name", ({ content }) => {
    const file = fileIn(temporaryFolder());
    if (content !== null) writeFileSync(file, content);
    expect(wholeText(file)).toBeNull();
  });

  test("where what it holds makes no sense", () => {
    const file = fileIn(temporaryFolder());
    writeChecked(file, ["text"]);
    expect(readChecked(file, () => null)).toBeNull();
    expect(readChecked(file, (text): unknown => JSON.parse(text))).toBeNull();
  });
});

test.for([
  { name: "none", members: [], text: "[]" },
  { name: "one", members: [{ a: 1 }], text: '[\n{"a":1}\n]' },
  { name: "several", members: ["a", null, [2]], text: '[\n"a",\nnull,\n[2]\n]' },
])("members of an array stand one a line: $name", ({ members, text }) => {
  expect([...jsonLines(members)].join("")).toBe(text);
});
