import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInFolder, mergeInFolder } from "../../src/article/folder-order.ts";
import type { ContentPath } from "../../src/article/values.ts";

const path = fc
  .array(fc.constantFrom("a", "a.md", "a-b", "B", "ä", "a b"), { minLength: 1, maxLength: 4 })
  .map((names) => names.join("/") as ContentPath);

/** A walk compares names, folder by folder. */
function asWalked(a: string, b: string): number {
  const [names, others] = [a.split("/"), b.split("/")];
  const at = names.findIndex((name, index) => name !== others[index]);
  if (at === -1) return names.length - others.length;
  const other = others[at];
  return other === undefined ? 1 : (names[at] ?? "") < other ? -1 : 1;
}

test("paths stand as a walk through the folder meets them, folders between files", () => {
  fc.assert(
    fc.property(path, path, (a, b) => {
      expect(Math.sign(compareInFolder(a, b))).toBe(Math.sign(asWalked(a, b)));
    }),
  );
  expect(["a.md", "a/b.md", "a-b.md"].map((one) => one as ContentPath).sort(compareInFolder)).toEqual([
    "a/b.md",
    "a-b.md",
    "a.md",
  ]);
});

test("two lists become one in that order; of two at one place the second list's comes first", () => {
  const lists = fc.uniqueArray(path).map((all) => all.sort(compareInFolder));
  fc.assert(
    fc.property(lists, fc.func(fc.boolean()), (all, isFirst) => {
      const [some, others] = [all.filter((one) => isFirst(one)), all.filter((one) => !isFirst(one))];
      expect(mergeInFolder(some, others, (one) => one)).toEqual(all);
    }),
  );
});
