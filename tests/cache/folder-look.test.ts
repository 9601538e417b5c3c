import { hash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FolderLook } from "../../src/cache/folder-look.ts";
import { isAsMarked, lookAtFolder, MOST_READ_BYTES, markOf } from "../../src/cache/folder-look.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

const HOUR_MS = 60 * 60 * 1000;
const FILES = { "a.md": "one", "b.md": "two", "sea/c.md": "three", "sea/d.md": "four", ".git/e": "five" };

/** A moment at which all that was just written has lain still for long. */
const later = () => Date.now() + HOUR_MS;

/** A moment for which all that was just written changed too lately. */
const sooner = () => Date.now() - HOUR_MS;

function lookAt(root: string, nowMs = later()): FolderLook {
  const look = lookAtFolder(root, (name) => name.startsWith("."), nowMs);
  if (look === null) throw new Error(`${root} cannot be listed`);
  return look;
}

function markedAt(root: string, nowMs = later()) {
  const mark = markOf(lookAt(root, nowMs));
  if (mark === null) throw new Error("too much is recent");
  return mark;
}

/** Gives a file a date that is still ahead at `later`, so that it counts as one that changed a moment ago. */
function makeRecent(...files: readonly string[]): void {
  for (const file of files) utimesSync(file, new Date(), Date.now() / 1000 + 7200);
}

/** Each way in which a folder becomes another one. */
const CHANGES: readonly { readonly name: string; readonly change: (root: string) => void }[] = [
  { name: "a file says more", change: (root) => contentFolder({ "a.md": "one and more" }, root) },
  { name: "a file was touched", change: (root) => utimesSync(join(root, "sea/d.md"), 7, 7) },
  { name: "a file is gone", change: (root) => rmSync(join(root, "sea/d.md")) },
  { name: "a file is new", change: (root) => contentFolder({ "sea/e.md": "five" }, root) },
  { name: "a folder is new", change: (root) => mkdirSync(join(root, "empty")) },
  { name: "a file has another name", change: (root) => renameSync(join(root, "a.md"), join(root, "c.md")) },
  { name: "a folder has another name", change: (root) => renameSync(join(root, "sea"), join(root, "see")) },
];

describe("a folder that lies still", () => {
  test("is as it was marked, and nothing of it is read", () => {
    const root = contentFolder(FILES);
    const mark = markedAt(root);
    expect(mark.read).toEqual([]);
    expect(isAsMarked(lookAt(root), mark)).toBe(true);
  });

  test.for(CHANGES)("is another one where $name", ({ change }) => {
    const root = contentFolder(FILES);
    const mark = markedAt(root);
    change(root);
    expect(isAsMarked(lookAt(root), mark)).toBe(false);
  });

  test("is the same whatever lies under a name that is passed over", () => {
    const root = contentFolder(FILES);
    const mark = markedAt(root);
    contentFolder({ ".git/f": "six" }, root);
    expect(isAsMarked(lookAt(root), mark)).toBe(true);
  });

  test("is told by a short digest of its names", () => {
    const [one, other] = [
      { ab: "", c: "" },
      { a: "", bc: "" },
    ].map((files) => contentFolder(files));
    expect(lookAt(one ?? "").names).toMatch(/^[\w-]{43}$/);
    expect(lookAt(one ?? "").names).not.toBe(lookAt(other ?? "").names);
    expect(markedAt(one ?? "").digest).toMatch(/^[\w-]{43}$/);
  });
});

describe("a file that changed a moment ago", () => {
  const sha256 = (text: string) => hash("sha256", text, "base64url");

  test("is known by its bytes, beside others that lie still", () => {
    const root = contentFolder(FILES);
    const places = ["b.md", "sea/c.md"].map((name) => join(root, name));
    makeRecent(...places);
    const { recent } = lookAt(root);
    expect(recent?.map(({ place }) => place).sort()).toEqual(places);
    expect(recent?.map((one) => one.sha256).sort()).toEqual([sha256("two"), sha256("three")].sort());
    expect(markedAt(root).read).toEqual(recent?.map(({ row, place }) => [row, place]));
  });

  test("may have changed in either of its dates", () => {
    const root = contentFolder({ "old.md": "old" });
    utimesSync(join(root, "old.md"), 7, 7);
    expect(lookAt(root, sooner()).recent).toHaveLength(1);
    expect(lookAt(root).recent).toEqual([]);
    makeRecent(join(root, "old.md"));
    expect(lookAt(root).recent).toHaveLength(1);
  });

  test("is the same under other stamps as long as its bytes are", () => {
    const root = contentFolder(FILES);
    const places = ["b.md", "sea/c.md"].map((name) => join(root, name));
    makeRecent(...places);
    const mark = markedAt(root);
    for (const place of places) utimesSync(place, 7, 7);
    expect(isAsMarked(lookAt(root), mark)).toBe(true);
    contentFolder({ "b.md": "two", "sea/c.md": "three" }, root);
    makeRecent(...places);
    expect(isAsMarked(lookAt(root), mark)).toBe(true);
    contentFolder({ "b.md": "TWO" }, root);
    expect(isAsMarked(lookAt(root), mark)).toBe(false);
    makeRecent(...places);
    expect(isAsMarked(lookAt(root), mark)).toBe(false);
  });

  test("hides no change of the files beside it", () => {
    const root = contentFolder(FILES);
    makeRecent(join(root, "b.md"), join(root, "sea/c.md"));
    const mark = markedAt(root);
    for (const name of ["a.md", "sea/d.md"]) {
      utimesSync(join(root, name), 7, 7);
      expect(isAsMarked(lookAt(root), mark)).toBe(false);
      expect(isAsMarked(lookAt(root), { ...mark, digest: markedAt(root).digest })).toBe(true);
    }
  });

  test("is not read again where the look has read it", () => {
    const root = contentFolder(FILES);
    makeRecent(join(root, "a.md"), join(root, "b.md"));
    const look = lookAt(root);
    const mark = markOf(look);
    contentFolder({ "b.md": "TWO" }, root);
    expect(mark && isAsMarked(look, mark)).toBe(true);
  });

  test("leaves the stamps of the look as they are", () => {
    const root = contentFolder(FILES);
    makeRecent(join(root, "a.md"));
    const look = lookAt(root);
    const before = [...look.stamps];
    markOf(look);
    expect([...look.stamps]).toEqual(before);
  });
});

describe("what changed a moment ago", () => {
  test("is read where it is no more than a hundred files", () => {
    const hundred = Array.from({ length: 100 }, (_, at) => [`${at}.md`, "text"]);
    const root = contentFolder(Object.fromEntries(hundred));
    expect(lookAt(root, sooner()).recent).toHaveLength(100);
    contentFolder({ "one-more.md": "text" }, root);
    expect(lookAt(root, sooner()).recent).toBeNull();
    expect(markOf(lookAt(root, sooner()))).toBeNull();
    makeRecent(join(root, "7.md"));
    expect(isAsMarked(lookAt(root, sooner()), markedAt(root))).toBe(true);
  });

  test("is read where none is very large", () => {
    const root = contentFolder({ "large.md": "text" });
    truncateSync(join(root, "large.md"), MOST_READ_BYTES);
    expect(MOST_READ_BYTES).toBe(8_388_608);
    expect(lookAt(root, sooner()).recent).toHaveLength(1);
    truncateSync(join(root, "large.md"), MOST_READ_BYTES + 1);
    expect(lookAt(root, sooner()).recent).toBeNull();
    expect(lookAt(root).recent).toEqual([]);
  });
});

test("a look has the stamp of all that it found, links followed", () => {
  const root = contentFolder(FILES);
  symlinkSync("a.md", join(root, "link"));
  symlinkSync("nowhere", join(root, "astray"));
  const { stampAt } = lookAt(root);
  for (const name of ["a.md", "b.md", "sea", "sea/c.md", "link"]) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, name));
    expect(stampAt(join(root, name)), name).toEqual([size, mtimeMs, ctimeMs, ino]);
  }
  for (const name of ["astray", "gone", ".git", ".git/e"]) expect(stampAt(join(root, name)), name).toBeNull();
});

test("there is no look at what cannot be listed", () => {
  expect(lookAtFolder(join(temporaryFolder(), "gone"), () => false, Date.now())).toBeNull();
});
