import { hash } from "node:crypto";
import { statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileDigest } from "../../src/cache/file-digest.ts";
import type { FileStamp } from "../../src/cache/file-stamp.ts";
import { isSameStamp, isSettled, stampNow } from "../../src/cache/file-stamp.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { settledFiles } from "../../src/cache/settled-files.ts";
import { FilesInTable, tableOfFiles } from "../../src/cache/table-of-files.ts";
import { contentFolder } from "../content-folder.ts";

const STAMP: FileStamp = [10, 1000, 2000, 7];

test("a stamp is what the file at a place has, links followed; null where there is none", () => {
  const folder = contentFolder({ "a.md": "text" });
  symlinkSync("a.md", join(folder, "link"));
  const { size, mtimeMs, ctimeMs, ino } = statSync(join(folder, "a.md"));
  expect(stampNow(join(folder, "link"))).toEqual([size, mtimeMs, ctimeMs, ino]);
  expect(stampNow(join(folder, "gone"))).toBeNull();
});

test.for([
  { name: "size", other: [11, 1000, 2000, 7] },
  { name: "mtime", other: [10, 1001, 2000, 7] },
  { name: "ctime", other: [10, 1000, 2001, 7] },
  { name: "inode", other: [10, 1000, 2000, 8] },
] as const)("a file of another $name is another one, also as a row of a table", ({ other }) => {
  expect(isSameStamp(STAMP, STAMP)).toBe(true);
  expect(isSameStamp(STAMP, other)).toBe(false);
  for (const isOfRow of [isInTable, isBesideTable]) {
    expect(isOfRow(STAMP, STAMP)).toBe(true);
    expect(isOfRow(STAMP, other)).toBe(false);
    expect(isOfRow(other, STAMP)).toBe(false);
  }
});

test("what has no stamp, or could not be looked at, has the stamp of no file", () => {
  const nowhere: FileStamp = [0, 0, 0, 0];
  for (const isOfRow of [isInTable, isBesideTable]) {
    expect(isOfRow(null, nowhere)).toBe(false);
    expect(isOfRow(null, STAMP)).toBe(false);
    expect(isOfRow(STAMP, nowhere)).toBe(false);
  }
});

/** Stamps of files that somebody looked at, of which the second is asked for. */
const lookedAt = (stamp: FileStamp) => new Float64Array([9, 9, 9, 9, ...stamp]);

function tableWith(...files: readonly [string, RememberedFile][]): FilesInTable {
  const { columns, segments } = tableOfFiles(new Map(files));
  return new FilesInTable({ about: null, columns }, segments);
}

/** Whether a file that is the second row of a table has a stamp. */
function isInTable(own: FileStamp | null, stamp: FileStamp): boolean {
  const table = tableWith(file("a", [1, 2, 3, 4]), file("b", own));
  return table.hasStamp(table.rows.rowOf("b"), lookedAt(stamp), 4);
}

/** The same of one that became another since the table was written. */
function isBesideTable(own: FileStamp | null, stamp: FileStamp): boolean {
  const table = tableWith(file("a", [1, 2, 3, 4]), file("b", [5, 6, 7, 8]));
  table.rows.amend([], [file("b", own)]);
  return table.hasStamp(table.rows.rowOf("b"), lookedAt(stamp), 4);
}

function file(path: string, stamp: FileStamp | null): [string, RememberedFile] {
  const place = { segment: path, outcome: [1, 2, 3], text: [4, 5, 6] } as const;
  return [path, { stamp, sha256: `digest of ${path}`, place }];
}

test.for([
  { name: "both dates are more than two seconds ago", stamp: [1, 7999, 7999, 1], expected: true },
  { name: "it was written two seconds ago", stamp: [1, 8000, 7000, 1], expected: false },
  { name: "its name changed two seconds ago", stamp: [1, 7000, 8000, 1], expected: false },
  { name: "its date is ahead", stamp: [1, 99_000, 7000, 1], expected: false },
] as const)("whether a stamp counts where $name: $expected", ({ stamp, expected }) => {
  expect(isSettled(stamp, 10_000)).toBe(expected);
});

test("of files that are others, those that changed a moment ago are remembered without their stamps", () => {
  const recent: FileStamp = [1, 9000, 9000, 1];
  const others = new Map([file("old", STAMP), file("new", recent), file("none", null)]);
  expect([...settledFiles(others, 10_000)]).toEqual([
    file("old", STAMP),
    file("new", null),
    file("none", null),
  ]);
});

test("files that lay still are remembered as they are", () => {
  const others = new Map([file("old", STAMP), file("none", null)]);
  const settled = settledFiles(others, 10_000);
  for (const path of ["old", "none"]) expect(settled.get(path)).toBe(others.get(path));
  expect(settledFiles(new Map(), 10_000).size).toBe(0);
});

test("a file is known by its bytes; what cannot be read as one has no digest", () => {
  const folder = contentFolder({ "a.md": "é" });
  expect(fileDigest(join(folder, "a.md"))).toBe(hash("sha256", "é", "base64url"));
  expect(fileDigest(folder)).toBe("");
  expect(fileDigest(join(folder, "gone"))).toBe("");
});
