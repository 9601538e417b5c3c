import { hash } from "node:crypto";
import { statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileDigest } from "../../src/cache/file-digest.ts";
import type { FileStamp } from "../../src/cache/file-stamp.ts";
import { isSameStamp, isSettled, stampNow } from "../../src/cache/file-stamp.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { settledFiles } from "../../src/cache/settled-files.ts";
import { filesIn, tableOfFiles } from "../../src/cache/table-of-files.ts";
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
  expect(rowOf(STAMP).hasStamp?.(STAMP)).toBe(true);
  expect(rowOf(STAMP).hasStamp?.(other)).toBe(false);
  expect(rowOf(other).hasStamp?.(STAMP)).toBe(false);
});

/** A file as the second row of a table. */
function rowOf(stamp: FileStamp): RememberedFile & { readonly hasStamp?: (stamp: FileStamp) => boolean } {
  const { columns, segments } = tableOfFiles(new Map([file("a", [1, 2, 3, 4]), file("b", stamp)]));
  const row = filesIn({ about: null, columns }, segments).get("b");
  if (row === undefined) throw new Error("no row");
  return row;
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
  const files = new Map([file("old", STAMP), file("new", recent), file("none", null), file("known", recent)]);
  const settled = settledFiles(files, ["old", "new", "none", "gone"], 10_000);
  expect([...settled]).toEqual([
    file("old", STAMP),
    file("new", null),
    file("none", null),
    file("known", recent),
  ]);
});

test("files that all lay still are remembered as they are", () => {
  const files = new Map([file("old", STAMP), file("none", null)]);
  expect(settledFiles(files, ["old", "none", "gone"], 10_000)).toBe(files);
});

test("a file is known by its bytes; what cannot be read as one has no digest", () => {
  const folder = contentFolder({ "a.md": "é" });
  expect(fileDigest(join(folder, "a.md"))).toBe(hash("sha256", "é", "base64url"));
  expect(fileDigest(folder)).toBe("");
  expect(fileDigest(join(folder, "gone"))).toBe("");
});
