import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { decodeManifest } from "../../src/cache/manifest.ts";
import { PackedTexts, packTexts } from "../../src/cache/packed-texts.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { readTable, tableBytes } from "../../src/cache/table.ts";
import { FilesInTable, tableOfFiles } from "../../src/cache/table-of-files.ts";
import { ANY_SIGN } from "../any-text.ts";

const text = fc.string({ unit: ANY_SIGN, maxLength: 20 });

test("a table is read as it was written, whatever its texts and numbers are", () => {
  const columns = fc.record({
    names: fc.array(text),
    empty: fc.constant([]),
    sizes: fc.float64Array({ noNaN: true, maxLength: 9 }),
    none: fc.constant(new Float64Array(0)),
    packed: fc.array(text).map(PackedTexts.of),
    more: fc.array(text),
  });
  fc.assert(
    fc.property(fc.jsonValue(), columns, (about, columns) => {
      const read = readTable(Buffer.concat([...tableBytes({ about, columns })]));
      expect(JSON.stringify(read.about)).toBe(JSON.stringify(about));
      expect({ ...read.columns, packed: null }).toEqual({ ...columns, packed: null });
      expect(listed(read.columns.packed as PackedTexts)).toEqual(listed(columns.packed));
      expect(Object.keys(read.columns)).toEqual(Object.keys(columns));
    }),
  );
});

const listed = (texts: PackedTexts) => Array.from({ length: texts.length }, (_, row) => texts.at(row));

test("packed texts are read one by one, and held against others by their bytes", () => {
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (one, other) => {
      const [packed, others] = [PackedTexts.of(one), PackedTexts.of(other)];
      expect([listed(packed), packed.at(one.length), packed.at(-1)]).toEqual([one, undefined, undefined]);
      for (const [row, said] of one.entries()) {
        expect(other.map((_, at) => packed.isSame(row, others, at))).toEqual(
          other.map((two) => two === said),
        );
        expect([packed.isSame(row, others, other.length), packed.isSame(row, packed, row)]).toEqual([
          false,
          true,
        ]);
      }
    }),
  );
  expect(PackedTexts.of(["a"]).isSame(1, PackedTexts.of(["a"]), 0)).toBe(false);
});

test("texts that have no bytes in UTF-8 are not packed", () => {
  const texts = ["tide", "\ud800", "é"];
  expect(packTexts(texts)).toBe(texts);
  expect(packTexts(["tide", "é"])).toBeInstanceOf(PackedTexts);
});

test("what is no table is none", () => {
  for (const bytes of ["", "{", "null\n", '{"about":1}\n', "[]\n"]) {
    expect(() => readTable(Buffer.from(bytes)), bytes).toThrow();
  }
});

const number = fc.nat({ max: 2 ** 40 });
const stretch = fc.tuple(number, number, number);
const file = fc.record({
  stamp: fc.option(
    fc.tuple(
      number,
      fc.double({ noNaN: true, min: 0 }),
      fc.double({ noNaN: true, min: 0 }),
      fc.integer({ min: 1 }),
    ),
  ),
  sha256: text,
  place: fc.record({ segment: fc.constantFrom("a", "b", "c"), outcome: stretch, text: stretch }),
});

test("files in a table say what they said", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(text, file), { selector: ([path]) => path }), (all) => {
      const files = new Map<string, RememberedFile>(all);
      const { columns, segments } = tableOfFiles(files);
      const table = readTable<keyof typeof columns>(
        Buffer.concat([...tableBytes({ about: segments, columns })]),
      );
      const { rows } = new FilesInTable(table, table.about as string[]);
      const plain = [...rows.entries()].map(([path, { stamp, sha256, place }]) => [
        path,
        { stamp, sha256, place },
      ]);
      expect(plain).toEqual(all.toSorted(([a], [b]) => compareInFolder(a, b)));
    }),
  );
});

test("a table that says nothing of a program and its files is no manifest", () => {
  const { columns } = tableOfFiles(new Map());
  for (const about of [null, {}, { program: "a", settings: "b", segments: [], media: "none" }]) {
    expect(
      decodeManifest(Buffer.concat([...tableBytes({ about, columns })])),
      JSON.stringify(about),
    ).toBeNull();
  }
});
