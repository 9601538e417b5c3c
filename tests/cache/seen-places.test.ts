import {
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fileDigest } from "../../src/cache/file-digest.ts";
import { MOST_READ_BYTES } from "../../src/cache/folder-look.ts";
import type { SeenPlace } from "../../src/cache/seen-places.ts";
import { SeenPlaces } from "../../src/cache/seen-places.ts";
import { contentFolder } from "../content-folder.ts";

/** A moment at which all that was just written has lain still for long. */
const later = () => Date.now() + 60_000;

/** A moment for which all that was just written changed too lately. */
const sooner = () => Date.now() - 60_000;

function seen(nowMs: number, ...places: readonly string[]): readonly SeenPlace[] {
  const all = new SeenPlaces(nowMs);
  for (const place of places) all.look(place);
  return all.list;
}

const areSame = (places: readonly SeenPlace[]) => new SeenPlaces(later()).areSame(places);

function folder() {
  return realpathSync(contentFolder({ "a.txt": "one", "sea/b.txt": "two", "sea/c.txt": "three" }));
}

/** Each way in which what lies at a place becomes another. */
const CHANGES: readonly {
  readonly name: string;
  readonly place: string;
  readonly change: (root: string) => void;
}[] = [
  {
    name: "a file says more",
    place: "a.txt",
    change: (root) => contentFolder({ "a.txt": "one more" }, root),
  },
  { name: "a file was touched", place: "a.txt", change: (root) => utimesSync(join(root, "a.txt"), 7, 7) },
  { name: "a file is gone", place: "a.txt", change: (root) => rmSync(join(root, "a.txt")) },
  { name: "a file is there now", place: "new.txt", change: (root) => contentFolder({ "new.txt": "" }, root) },
  { name: "a folder holds more", place: "sea", change: (root) => contentFolder({ "sea/d.txt": "" }, root) },
  { name: "a folder is a file", place: "sea", change: (root) => becomeFile(join(root, "sea")) },
  {
    name: "a folder on the way is a file",
    place: "sea/b.txt",
    change: (root) => becomeFile(join(root, "sea")),
  },
];

function becomeFile(place: string): void {
  rmSync(place, { recursive: true });
  writeFileSync(place, "a file");
}

describe("what lay still", () => {
  test("is the same while nothing changes, and none of it is read", () => {
    const root = folder();
    const places = seen(
      later(),
      ...["a.txt", "sea", "sea/b.txt", "gone.txt"].map((name) => join(root, name)),
    );
    expect(places.map(([, isRead]) => isRead)).toEqual([false, false, false, false]);
    expect(areSame(places)).toBe(true);
    expect(areSame([])).toBe(true);
  });

  test.for(CHANGES)("is another one where $name, whatever stayed as it was", ({ place, change }) => {
    const root = folder();
    const places = seen(later(), join(root, place), join(root, "sea/c.txt/none"), root);
    expect(areSame(places)).toBe(true);
    change(root);
    expect(areSame(places)).toBe(false);
  });

  test("is told by where it lies, its stamp and its names", () => {
    const root = folder();
    const [file, below] = seen(later(), join(root, "a.txt"), join(root, "sea"));
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, "a.txt"));
    expect(JSON.parse(file?.[2] ?? "")).toEqual([root, [size, mtimeMs, ctimeMs, ino], ""]);
    expect(JSON.parse(below?.[2] ?? "")[2]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is another one where a folder on the way is a link to another one", () => {
    const root = folder();
    symlinkSync("sea", join(root, "link"));
    const places = seen(later(), join(root, "link/b.txt"));
    expect(JSON.parse(places[0]?.[2] ?? "")[0]).toBe(join(root, "sea"));
    rmSync(join(root, "link"));
    symlinkSync("a", join(root, "link"));
    expect(areSame(places)).toBe(false);
  });
});

test("nothing at a place is told by nothing, and what cannot be looked at by its fault", () => {
  const root = folder();
  const places = seen(later(), join(root, "gone"), join(root, "a.txt/gone"));
  const [gone, below] = places;
  expect(gone).toEqual([join(root, "gone"), false, ""]);
  expect(below?.[2]).toBe("");
  symlinkSync("loop", join(root, "loop"));
  expect(seen(later(), join(root, "loop"))).toEqual([[join(root, "loop"), false, "ELOOP"]]);
});

test("a folder is told by its names, each for itself", () => {
  const [one, same, other] = [
    ["a", "bc"],
    ["bc", "a"],
    ["ab", "c"],
  ].map((names) => contentFolder(Object.fromEntries(names.map((name) => [name, ""]))));
  const namesOf = (place = "") => JSON.parse(seen(later(), place)[0]?.[2] ?? "")[2];
  expect(namesOf(one)).toBe(namesOf(same));
  expect(namesOf(one)).not.toBe(namesOf(other));
});

describe("what changed a moment ago", () => {
  test("is told by its bytes, whatever its stamp is", () => {
    const root = folder();
    const place = join(root, "a.txt");
    const places = seen(sooner(), place);
    expect(places).toEqual([[place, true, JSON.stringify([root, fileDigest(place), ""])]]);
    utimesSync(place, 7, 7);
    expect(areSame(places)).toBe(true);
    writeFileSync(place, "ONE");
    expect(areSame(places)).toBe(false);
  });

  test("is told by its names where it is a folder", () => {
    const root = folder();
    const places = seen(sooner(), join(root, "sea"));
    contentFolder({ "sea/b.txt": "another" }, root);
    expect(areSame(places)).toBe(true);
    mkdirSync(join(root, "sea/deep"));
    expect(areSame(places)).toBe(false);
  });

  test("is never the same where it is very large", () => {
    const place = join(folder(), "a.txt");
    truncateSync(place, MOST_READ_BYTES);
    expect(areSame(seen(sooner(), place))).toBe(true);
    truncateSync(place, MOST_READ_BYTES + 1);
    expect(seen(sooner(), place)).toEqual([[place, true, null]]);
    expect(areSame(seen(sooner(), place))).toBe(false);
    expect(areSame(seen(later(), place))).toBe(true);
  });
});

test("a place is looked at once: what became of it later does not count", () => {
  const root = folder();
  const all = new SeenPlaces(later());
  all.look(join(root, "a.txt"));
  const before = all.list;
  rmSync(join(root, "a.txt"));
  all.look(join(root, "a.txt"));
  expect(all.list).toEqual(before);
});

test("of many places in a folder, it is told once where that lies", () => {
  const root = folder();
  symlinkSync("sea", join(root, "link"));
  const all = new SeenPlaces(later());
  all.look(join(root, "link/b.txt"));
  rmSync(join(root, "link"));
  mkdirSync(join(root, "link"));
  contentFolder({ "link/c.txt": "another" }, root);
  all.look(join(root, "link/c.txt"));
  expect(all.list.map(([, , told]) => JSON.parse(told ?? "")[0])).toEqual([
    join(root, "sea"),
    join(root, "sea"),
  ]);
});
