import { mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { STAMP_LENGTH, statFiles } from "../../src/cache/stat-files.ts";
import { contentFolder } from "../content-folder.ts";

const NAMES = Array.from({ length: 2000 }, (_, at) => `${at}.md`);

test.for([
  { name: "alone", worthAThread: Infinity },
  { name: "with a second thread", worthAThread: 1 },
])("files are looked at $name, links followed, and what is not there is nought", ({ worthAThread }) => {
  const folder = contentFolder(Object.fromEntries(NAMES.map((name) => [name, name])));
  mkdirSync(join(folder, "sea"));
  symlinkSync(join(folder, "7.md"), join(folder, "link"));
  symlinkSync(join(folder, "nowhere"), join(folder, "astray"));
  const places = [...NAMES, "sea", "link", "astray", "gone"].map((name) => join(folder, name));
  const found = statFiles(places, worthAThread);
  const stamps = places.map((_, row) => [...found.slice(row * STAMP_LENGTH, (row + 1) * STAMP_LENGTH)]);
  const expected = places.map((place) => {
    const stats = statSync(place.replace(/link$/, "7.md"), { throwIfNoEntry: false });
    return stats ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino] : [0, 0, 0, 0];
  });
  expect(stamps).toEqual(expected);
});
