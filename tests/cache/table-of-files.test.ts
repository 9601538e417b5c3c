import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileStamp } from "../../src/cache/file-stamp.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { FilesInTable, NO_FILES, tableOfFiles } from "../../src/cache/table-of-files.ts";

const PATHS = ["a/b.md", "a.md", "b.md", "c/d.md", "e.md", "f.md"];

const number = fc.nat(3);
const stamp: fc.Arbitrary<FileStamp> = fc.tuple(number, number, number, fc.integer({ min: 1, max: 3 }));
const stretch = fc.tuple(number, number, number);
const file: fc.Arbitrary<RememberedFile> = fc.record({
  stamp: fc.option(stamp),
  sha256: fc.constantFrom("one", "two", "three"),
  place: fc.record({ segment: fc.constantFrom("p", "q", "r", "s"), outcome: stretch, text: stretch }),
});
const files = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...PATHS), file), { selector: ([path]) => path })
  .map((all) => new Map(all));

function tableWith(all: ReadonlyMap<string, RememberedFile>): FilesInTable {
  const { columns, segments } = tableOfFiles(all);
  return new FilesInTable({ about: null, columns }, segments);
}

test("of each row is told what was said of its file, also of those that became others", () => {
  fc.assert(
    fc.property(files, files, stamp, (first, others, seen) => {
      const table = tableWith(first);
      table.rows.amend([], others);
      const stamps = new Float64Array([0, 0, 0, 0, ...seen]);
      for (const [path, said] of new Map([...first, ...others])) {
        const row = table.rows.rowOf(path);
        const { stamp, sha256, place } = table.rows.at(row);
        expect({ stamp, sha256, place }).toEqual(said);
        expect(table.sha256At(row)).toBe(said.sha256);
        expect(table.hasStamp(row, stamps, 4)).toBe(said.stamp !== null && `${said.stamp}` === `${seen}`);
        expect(table.hasStamp(row, stamps, 0)).toBe(false);
        const own = new Float64Array([7, ...(said.stamp ?? [0, 0, 0, 0])]);
        expect(table.hasStamp(row, own, 1)).toBe(said.stamp !== null);
      }
    }),
  );
});

test("the segments of rows that stay are told, and no others", () => {
  const stays = fc.array(fc.boolean(), { minLength: PATHS.length, maxLength: PATHS.length });
  fc.assert(
    fc.property(files, files, stays, (first, others, which) => {
      const table = tableWith(first);
      table.rows.amend([], others);
      const said = [...new Map([...first, ...others])];
      const expected = new Set<string>();
      const staying = new Uint8Array(table.rows.length);
      for (const [at, [path, { place }]] of said.entries()) {
        if (which[at] !== true) continue;
        staying[table.rows.rowOf(path)] = 1;
        expected.add(place.segment);
      }
      expect(table.segmentsOf(staying)).toEqual(expected);
      const all = new Set(said.map(([, { place }]) => place.segment));
      expect(table.segmentsOf(table.rows.all())).toEqual(all);
    }),
  );
});

test("a segment is named once, whatever lies in it, in the order in which they come", () => {
  const of = (segment: string): RememberedFile => {
    return { stamp: null, sha256: "", place: { segment, outcome: [0, 0, 0], text: [0, 0, 0] } };
  };
  const { segments } = tableOfFiles(
    new Map([
      ["a", of("q")],
      ["b", of("p")],
      ["c", of("q")],
    ]),
  );
  expect(segments).toEqual(["q", "p"]);
});

test("where nothing is remembered there is no row, no file and no segment", () => {
  expect([NO_FILES.rows.length, NO_FILES.rows.size, NO_FILES.rows.rowOf("a.md")]).toEqual([0, 0, -1]);
  expect(NO_FILES.segmentsOf(NO_FILES.rows.all())).toEqual(new Set());
});
