import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { readTable, tableBytes } from "../../src/article/table.ts";
import { decodeManifest } from "../../src/cache/manifest.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { FilesInTable, tableOfFiles } from "../../src/cache/table-of-files.ts";
import { ANY_SIGN } from "../any-text.ts";

const text = fc.string({ unit: ANY_SIGN, maxLength: 20 });

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
