import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedTexts, packTexts } from "../../src/article/packed-texts.ts";
import { readTable, tableBytes } from "../../src/article/table.ts";
import { ANY_SIGN } from "../any-text.ts";

const text = fc.string({ unit: ANY_SIGN, maxLength: 20 });

test("a table is read as it was written, whatever its texts and numbers are", () => {
  const columns = fc.record({
    names: fc.array(text),
    empty: fc.constant([]),
    sizes: fc.float64Array({ noNaN: true, maxLength: 9 }),
    none: fc.constant(new Float64Array(0)),
    whole: fc.int32Array({ maxLength: 9 }),
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

test("packed texts of several stand behind each other", () => {
  fc.assert(
    fc.property(fc.array(fc.array(text), { maxLength: 4 }), (all) => {
      const joined = PackedTexts.joined(all.map(PackedTexts.of));
      expect(listed(joined)).toEqual(all.flat());
      expect(joined.bytes).toEqual(PackedTexts.of(all.flat()).bytes);
    }),
  );
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
