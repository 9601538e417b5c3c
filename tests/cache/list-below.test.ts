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

test("what a folder held is told with all names", () => {
  const root = contentFolder({ "sea/b.md": "b", "sea/.hidden": "c" });
  const listing = listBelow(root, isHidden);
  const held = listing?.entriesOf(join(root, "sea"))?.map(({ name }) => name);
  expect(held?.toSorted()).toEqual([".hidden", "b.md"]);
  expect(listing?.entriesOf(join(root, "sea/b.md"))).toBeNull();
});

test("a folder that is not there has no list", () => {
  expect(listBelow(join(temporaryFolder(), "gone"), isHidden)).toBeNull();
});
