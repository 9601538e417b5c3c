import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { sortFiles } from "../../src/folder/sort-files.ts";
import { pathOf } from "../bake/values.ts";

const NAMES = [
  "authors/ann.md",
  "authors/team/bob.md",
  "boat.svg",
  "old/authors/c.md",
  "site.toml",
  "static/d.md",
  "static/e.png",
  "tide.md",
] as const;
const paths = NAMES.map(pathOf);

/** Sorts them; each stands ten places behind the one before it. */
function sorted({
  excluded = [] as readonly string[],
  generator = null as "astro" | "hugo" | null,
  rows = [...paths.keys()].map((at) => at * 10),
} = {}) {
  const site = { staticFolders: ["static"], generator };
  return sortFiles({ paths, rows }, (path) => excluded.some((start) => path.startsWith(start)), site);
}

const names = (all: readonly ContentPath[]): readonly string[] => all;

describe("of the files of a folder", () => {
  test("those that hold an article are told from others, and none in a static folder is either", () => {
    const { files, sources, others } = sorted();
    expect(names(files)).toEqual(NAMES);
    expect(names(sources)).toEqual(["authors/ann.md", "authors/team/bob.md", "old/authors/c.md", "tide.md"]);
    expect(names(others)).toEqual(["boat.svg", "site.toml"]);
  });

  test("each source has the row of its own file, whatever stands between them", () => {
    expect(sorted().sourceRows).toEqual([0, 10, 30, 70]);
    expect(sorted({ excluded: ["authors/ann"] }).sourceRows).toEqual([10, 30, 70]);
    expect(sorted({ generator: "astro" }).sourceRows).toEqual([10, 30, 70]);
  });

  test("no source has a row where nobody looked", () => {
    expect(sorted({ rows: paths.map(() => -1) }).sourceRows).toEqual([-1, -1, -1, -1]);
    expect(sorted({ rows: [] }).sourceRows).toEqual([-1, -1, -1, -1]);
  });

  test("none counts that is excluded, but for the settings", () => {
    const { files, sources, others } = sorted({ excluded: ["old/", "boat", "site", "static/e"] });
    expect(names(files)).toEqual([
      "authors/ann.md",
      "authors/team/bob.md",
      "site.toml",
      "static/d.md",
      "tide.md",
    ]);
    expect(names(sources)).toEqual(["authors/ann.md", "authors/team/bob.md", "tide.md"]);
    expect(names(others)).toEqual(["site.toml"]);
  });

  test("the pages about people that Astro keeps are no articles, and no other files either", () => {
    const { files, sources, others } = sorted({ generator: "astro" });
    expect(names(files)).toEqual(NAMES);
    expect(names(sources)).toEqual(["authors/team/bob.md", "old/authors/c.md", "tide.md"]);
    expect(names(others)).toEqual(["boat.svg", "site.toml"]);
    expect(names(sorted({ generator: "hugo" }).sources)).toContain("authors/ann.md");
  });
});
