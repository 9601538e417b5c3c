import { mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import { stampNow } from "../../src/cache/file-stamp.ts";
import { lookAtFolder } from "../../src/cache/folder-look.ts";
import { listFiles } from "../../src/folder/list-files.ts";
import { contentFolder } from "../content-folder.ts";

const FILES = ["z.md", "a.md", "b/d.md", "b/c/e.txt", "_posts/f.md", "_drafts/g.md", "_data/h.yml", ".i.md"];

/** A folder with links to a file, to a folder and to nothing. */
function folderWithLinks(): string {
  const root = realpathSync(contentFolder(Object.fromEntries(FILES.map((path) => [path, "text"]))));
  symlinkSync("a.md", join(root, "y.md"));
  symlinkSync("b", join(root, "x"));
  symlinkSync("nowhere", join(root, "b/w.md"));
  mkdirSync(join(root, "empty"));
  return root;
}

/** What is listed, and told of it. */
function listed(root: string, options: Parameters<typeof listFiles>[1]) {
  const problems: Problem[] = [];
  return { paths: listFiles(root, options, problems).paths, problems };
}

const isHidden = (name: string) => name.startsWith(".");

test.for([
  { name: "articles", options: { drafts: false } },
  { name: "drafts too", options: { drafts: true } },
  { name: "a collection", options: { drafts: false, collections: ["data"] } },
])("$name: a folder that was looked at is listed as it lies there", ({ options }) => {
  const root = folderWithLinks();
  const { entriesOf } = lookAtFolder(root, isHidden, Date.now()) ?? {};
  const found = listed(root, options);
  expect(found.paths.length).toBeGreaterThan(5);
  expect(listed(root, { ...options, entriesOf })).toEqual(found);
});

test("what was looked at is not looked for again", () => {
  const root = folderWithLinks();
  const { entriesOf } = lookAtFolder(root, isHidden, Date.now()) ?? {};
  const before = listed(root, { drafts: false, entriesOf });
  contentFolder({ "b/c/late.md": "late", "late/late.md": "late" }, root);
  expect(listed(root, { drafts: false, entriesOf })).toEqual(before);
  expect(listed(root, { drafts: false }).paths).toContain("late/late.md");
});

test("what was looked at is let go of, and looked for again", () => {
  const root = folderWithLinks();
  const look = lookAtFolder(root, isHidden, Date.now());
  expect(look?.stampAt(join(root, "a.md"))).toHaveLength(4);
  expect(look?.entriesOf(root)?.entries).not.toHaveLength(0);
  look?.letGo();
  expect(look?.stampAt(join(root, "a.md"))).toBeNull();
  expect(look?.entriesOf(root)).toBeNull();
  contentFolder({ "late/late.md": "late" }, root);
  expect(listed(root, { drafts: false, entriesOf: look?.entriesOf }).paths).toContain("late/late.md");
});

test("each file stands where it was looked at, and nowhere where nobody did", () => {
  const root = folderWithLinks();
  const look = lookAtFolder(root, isHidden, Date.now());
  const { paths, rows } = listFiles(root, { drafts: true, entriesOf: look?.entriesOf }, []);
  expect(paths.length).toBeGreaterThan(5);
  const stamps = rows.map((row) => [...(look?.stamps.slice(row * 4, row * 4 + 4) ?? [])]);
  expect(stamps).toEqual(paths.map((path) => stampNow(join(root, path))));
  expect(listFiles(root, { drafts: true }, [])).toEqual({ paths, rows: paths.map(() => -1) });
  const isAbove = (folder: string) => (folder === root ? (look?.entriesOf(folder) ?? null) : null);
  const some = listFiles(root, { drafts: true, entriesOf: isAbove }, []);
  expect(some.rows).toEqual(paths.map((path, at) => (path.includes("/") ? -1 : rows[at])));
});
