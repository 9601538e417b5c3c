import { join } from "node:path";
import { expect, test } from "vitest";
import { listBelow } from "../../src/cache/list-below.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

const isHidden = (name: string) => name.startsWith(".");

test("each folder is listed by its path below the first, what it holds, and where it ends", () => {
  const root = contentFolder({ "sea/deep/c.md": "c" });
  expect(listBelow(root, isHidden)?.names).toEqual([
    "",
    "sea",
    "/",
    "/sea",
    "deep",
    "/",
    "/sea/deep",
    "c.md",
    "/",
  ]);
});

test("of each it is told where it lies", () => {
  const root = contentFolder({ "sea/b.md": "b" });
  expect(listBelow(root, isHidden)?.places).toEqual([`${root}/sea`, `${root}/sea/b.md`]);
});

test("what is passed over is not in the list, nor what lies below it", () => {
  const root = contentFolder({ "a.md": "a", ".hidden": "b", ".git/c": "c" });
  const listing = listBelow(root, isHidden);
  expect(listing?.names).toEqual(["", "a.md", "/"]);
  expect(listing?.places).toEqual([join(root, "a.md")]);
  expect(listing?.entriesOf(join(root, ".git"))).toBeNull();
});

test("what a folder held is told, but for names that are passed over", () => {
  const root = contentFolder({ "a.md": "a", "sea/b.md": "b", "sea/.hidden": "c", "sea/deep/d.md": "d" });
  const listing = listBelow(root, isHidden);
  const held = listing?.entriesOf(join(root, "sea"))?.entries.map(({ name }) => name);
  expect(held?.toSorted()).toEqual(["b.md", "deep"]);
  expect(listing?.entriesOf(join(root, "sea/b.md"))).toBeNull();
});

test("what each folder holds stands among all places one after the other, from its row on", () => {
  const root = contentFolder({
    "a.md": "a",
    ".b.md": "b",
    "sea/c.md": "c",
    "sea/deep/d.md": "d",
    "z/.e": "e",
  });
  const { places, entriesOf } = listBelow(root, isHidden) ?? { places: [], entriesOf: () => null };
  expect(places).toHaveLength(6);
  for (const folder of [root, `${root}/sea`, `${root}/sea/deep`, `${root}/z`]) {
    const { entries, row } = entriesOf(folder) ?? { entries: [], row: -1 };
    const found = entries.map(({ name }) => `${folder}/${name}`);
    expect(row, folder).toBeGreaterThanOrEqual(0);
    expect(places.slice(row, row + entries.length), folder).toEqual(found);
  }
  expect(entriesOf(`${root}/z`)?.entries).toEqual([]);
});

test("a folder that is not there has no list", () => {
  expect(listBelow(join(temporaryFolder(), "gone"), isHidden)).toBeNull();
});
