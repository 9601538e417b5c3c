import { describe, expect, test } from "vitest";
import type { OpenBake } from "../../src/bake/open-bake.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { inputOf } from "./small-site.ts";
import { NOW } from "./values.ts";

const open = (files: Readonly<Record<string, string>>): OpenBake => openBake(inputOf(files));

describe("what is to come or to go", () => {
  const iso = (at: number) => new Date(at * 1000).toISOString();
  const dates = (from: number | null, to: number | null) =>
    `---\n${from === null ? "" : `date: ${iso(from)}\n`}${to === null ? "" : `expires: ${iso(to)}\n`}---\nText.\n`;

  test("waits, or leaves later; what has expired by now is not there", () => {
    const { waiting, leaving, instants, articles } = open({
      "stays.md": dates(NOW - 9, null),
      "comes.md": dates(NOW + 60, NOW + 120),
      "goes.md": dates(NOW - 9, NOW + 90),
      "soon.md": dates(NOW - 9, NOW + 1),
      "gone.md": dates(NOW - 9, NOW),
      "long-gone.md": dates(NOW - 9, NOW - 1),
    });
    const told = (all: typeof waiting) => all.map(({ source, until }) => [source.path, until - NOW]);
    expect(told(waiting)).toEqual([["comes.md", 60]]);
    expect(told(leaving).toSorted()).toEqual([
      ["comes.md", 120],
      ["goes.md", 90],
      ["soon.md", 1],
    ]);
    expect(instants.map((at) => at - NOW)).toEqual([1, 60, 90, 120]);
    expect([...articles].map(({ path }) => path).toSorted()).toEqual(["goes.md", "soon.md", "stays.md"]);
  });

  test("is named by nothing now: a link to its address is none, whenever it comes, and no fault", () => {
    const { articles, problems } = open({
      "tea.md": `${dates(NOW - 9, null)}[a](/articles/next) [b](/articles/last) [c](/articles/never)`,
      "next.md": dates(NOW + 60, null),
      "last.md": dates(NOW + 90, null),
    });
    expect([...articles][0]?.readText().html).toContain(
      '<a>a</a> <a>b</a> <a href="https://quay.example/articles/never">c</a>',
    );
    const warnings = problems.filter(({ severity }) => severity === "warning");
    expect(warnings.map(({ message }) => message.split(",")[0])).toEqual(["names /articles/never"]);
  });

  test("is nobody's home now: a copy of what is to come tells of no other place", () => {
    const copy = (place: string) => `---\ndate: ${iso(NOW - 9)}\ncanonical: ${place}\n---\nText.\n`;
    const { articles } = open({
      "a.md": copy("https://quay.example/articles/next"),
      "b.md": copy("https://quay.example/articles/a"),
      "c.md": copy("https://else.example/articles/next"),
      "next.md": dates(NOW + 60, null),
    });
    expect([...articles].map(({ path, canonical }) => [path, canonical]).toSorted()).toEqual([
      ["a.md", null],
      ["b.md", "https://quay.example/articles/a"],
      ["c.md", "https://else.example/articles/next"],
    ]);
  });

  test("is read once: later states have the sources in a list", () => {
    const given = (files: Readonly<Record<string, string>>) => {
      const input = inputOf(files);
      const read = [...input.sources];
      return { ...input, sources: read.values() };
    };
    const moving = given({ "tea.md": dates(NOW - 9, null), "next.md": dates(NOW + 60, null) });
    expect([...openBake(moving).given.sources].map(({ path }) => path)).toEqual(["tea.md", "next.md"]);
    const still = given({ "tea.md": dates(NOW - 9, null) });
    expect(openBake(still).given).toBe(still);
  });
});
