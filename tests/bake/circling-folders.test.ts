import { describe, expect, test } from "vitest";
import { circlingFolders } from "../../src/bake/redirects/circling-folders.ts";

/** Which of these patterns may circle by their first folders, where each may lead to those in its list. */
function circling(all: readonly (readonly [from: string, path: string, next: readonly number[]])[]) {
  const patterns = all.map(([from, to]) => ({ from, to, status: 301 }));
  const found = circlingFolders(
    all.map(([, path, next], index) => ({
      pattern: patterns[index] ?? { from: "", to: "", status: 0 },
      path,
      next: next.flatMap((one) => patterns[one] ?? []),
    })),
  );
  return patterns.flatMap((one, index) => (found.has(one) ? index : []));
}

describe("patterns that may circle by their shapes", () => {
  test.for<{ name: string; all: Parameters<typeof circling>[0]; are: readonly number[] }>([
    { name: "none of none", all: [], are: [] },
    { name: "none that leads to no other", all: [["/a/*", "/a/x", []]], are: [] },
    { name: "one that leads back into its folder", all: [["/a/*", "/a/x", [0]]], are: [0] },
    { name: "none that leads out of it", all: [["/a/*", "/b/x", [0]]], are: [] },
    {
      name: "none where a hole keeps the folder that the other led to",
      all: [
        ["/zh/*", "/zh-cn/:splat", [1]],
        ["/:lang/posts/*", "/:lang/blog/:splat", [0]],
      ],
      are: [],
    },
    {
      name: "both where that leads back to the first folder",
      all: [
        ["/zh/*", "/zh-cn/:splat", [1]],
        ["/:lang/posts/*", "/zh/blog/:splat", [0]],
      ],
      are: [0, 1],
    },
    {
      name: "both where another hole comes first, which may be any folder",
      all: [
        ["/zh/*", "/zh-cn/:splat", [1]],
        ["/:lang/:other", "/:other/:lang", [0]],
      ],
      are: [0, 1],
    },
    {
      name: "both where a star comes first, which may be any folders",
      all: [
        ["/zh/*", "/zh-cn/:splat", [1]],
        ["/:splat/*", "/:splat/x", [0]],
      ],
      are: [0, 1],
    },
    {
      name: "both where a hole is but a part of the folder",
      all: [
        ["/zh/*", "/zh-cn/:splat", [1]],
        ["/zh-:a/*", "/zh-:a/x", [0]],
      ],
      are: [0, 1],
    },
    {
      name: "both where more stands behind a hole in the folder",
      all: [
        ["/zh/*", "/zh-cn/:splat", [1]],
        ["/:a.html/*", "/:a.html/x", [0]],
      ],
      are: [0, 1],
    },
    {
      name: "both where a folder differs in capitals alone, which the edge corrects",
      all: [
        ["/zh/*", "/ZH-CN/:splat", [1]],
        ["/Zh-cn/*", "/Zh/:splat", [0]],
      ],
      are: [0, 1],
    },
  ])("$name", ({ all, are }) => {
    expect(circling(all)).toEqual(are);
  });

  test.for([
    { count: 31, folders: 63 },
    { count: 32, folders: 65 },
  ])("$count patterns in $folders folders are tried one by one up to two thousand steps", ({ count }) => {
    const all = Array.from({ length: count }, (_, n) => [`/a${n}/*`, `/b${n}/:splat`, [n]] as const);
    expect(circling(all)).toHaveLength(count === 31 ? 0 : count);
  });

  test("exactly two thousand steps are tried", () => {
    const holes = Array.from({ length: 15 }, () => ["/:x/*", "/:x/a", []] as const);
    const named = Array.from({ length: 25 }, (_, n) => [`/a${n}/*`, `/b${Math.min(n, 23)}/x`, []] as const);
    expect(circling([...holes, ...named])).toEqual([]);
    expect(circling([...holes, ...holes.slice(14), ...named])).toHaveLength(41);
  });
});
