import { describe, expect, test } from "vitest";
import { ReferenceLines } from "../../src/source/text/reference-lines.ts";

/** The lines of these targets, asked for one after the other; the source begins on line 10. */
function linesOf(source: readonly string[], ...targets: readonly string[]): number[] {
  return targets.map(new ReferenceLines(source.join("\n"), 10).lineOf);
}

describe("the line of a reference", () => {
  test.for([
    { name: "a link of Markdown", line: "[x](a.md)" },
    { name: "an autolink", line: "see <a.md>" },
    { name: "a definition", line: "[x]: a.md" },
    { name: "double quotes", line: 'href="a.md"' },
    { name: "single quotes", line: "href='a.md'" },
    { name: "no quotes", line: "href=a.md" },
  ])("is where the target stands in $name, not where a text names it", ({ line }) => {
    expect(linesOf(["Text", "a.md, or a.md", line, "and a.md", line], "a.md")).toEqual([12]);
  });

  test("is where a text names it first, if no link does", () => {
    expect(linesOf(["Text", "a.md", "", "and a.md"], "a.md")).toEqual([11]);
  });

  test("is the first one where the target is not found, or is empty", () => {
    expect(linesOf(["Text", "[x](a.md)"], "b.md", "a.md", "b.md", "")).toEqual([10, 11, 10, 10]);
    expect(linesOf(["", "Text"], "b.md")).toEqual([10]);
  });

  test("is found in the first line and at the first character", () => {
    expect(linesOf(["a.md", "", "b"], "a.md", "b")).toEqual([10, 12]);
  });

  test("is looked for from the last find on", () => {
    const source = ["[x](a.md)", "[x](b.md)", "[x](a.md)", "[x](c.md)"];
    expect(linesOf(source, "a.md", "b.md", "a.md", "c.md")).toEqual([10, 11, 12, 13]);
  });

  test("is looked for from the top where nothing follows, and from the last find on again", () => {
    const source = ["Text", "[x](a.md)", "[x](b.md)", "[x](c.md)", "[x](b.md)"];
    expect(linesOf(source, "c.md", "a.md", "b.md")).toEqual([13, 11, 14]);
  });

  test.for([
    { name: "& is escaped", written: '<a href="a?b=1&amp;c=2&amp;d=3">', target: "a?b=1&c=2&d=3" },
    { name: "a path is not percent-encoded", written: "[x](größe.md)", target: "gr%C3%B6%C3%9Fe.md" },
    { name: "http is left out", written: "www.quay.example/a", target: "http://www.quay.example/a" },
    { name: "https is left out", written: "quay.example/a", target: "https://quay.example/a" },
    { name: "mailto is left out", written: "desk@quay.example", target: "mailto:desk@quay.example" },
    { name: "a percent sign is stray", written: "quay.example/100%", target: "http://quay.example/100%" },
  ])("is found where $name", ({ written, target }) => {
    expect(linesOf(["Text", written], target)).toEqual([11]);
  });

  test.for([
    {
      name: "a scheme inside the target",
      written: "[x](go?to=quay.example)",
      target: "go?to=https://quay.example",
    },
    { name: "another scheme", written: "quay.example", target: "ftp://quay.example" },
  ])("is not found by leaving out $name", ({ written, target }) => {
    expect(linesOf(["Text", written], target)).toEqual([10]);
  });
});

test("the line of a place in the article itself is the first", () => {
  expect(linesOf(["", "[x](#a)"], "#a")).toEqual([10]);
});

test("a URL is a link wherever it stands", () => {
  const url = "https://quay.example/a";
  expect(linesOf(["Text", url, `[x](${url})`], url)).toEqual([11]);
});

test("a target is told from others by its first 128 characters", () => {
  const long = "a".repeat(128);
  expect(linesOf(["Text", `[x](${long}b)`], `${long}c`)).toEqual([11]);
  expect(linesOf(["Text", `[x](${long.slice(1)}b)`], `${long.slice(1)}c`)).toEqual([10]);
});

test("a scheme alone stands where it is written, and nowhere else", () => {
  expect(linesOf(["Text", "(a)", "[x](mailto:)"], "mailto:")).toEqual([12]);
  expect(linesOf(["Text", "(a)"], "mailto:")).toEqual([10]);
});

describe("after 16 million characters", () => {
  /** What is not there is searched for from the last find on and from the top, each time at the cost of 16 characters. */
  const searched = 16_000_000 / 2 - 16;
  const link = "\n[x](a.md)";

  test("no line is searched for any more", () => {
    expect(linesOf([link.padStart(searched, "-")], "b.md", "a.md")).toEqual([10, 10]);
  });

  test("and not before", () => {
    expect(linesOf([link.padStart(searched - 1, "-")], "b.md", "a.md")).toEqual([10, 11]);
  });

  test("are as many as lie between what is found", () => {
    const targets = Array.from({ length: 9 }, (_, at) => `${at}.md`);
    const filler = "-".repeat(searched / 2);
    const source = [filler, ...targets.map((target) => `[x](${target})`), filler];
    expect(linesOf(source, ...targets)).toEqual(targets.map((_, at) => 11 + at));
  });
});

describe("the line of a tag", () => {
  test.for([
    { name: "an element", source: "a\n<form>", line: 11 },
    { name: "an element with attributes", source: "a\n\n<form id=x>", line: 12 },
    { name: "an element in capitals", source: "a\n<FORM>", line: 11 },
    { name: "the first line", source: "<form>\n<form>", line: 10 },
    { name: "a longer name before it", source: "<formula>\n<form>", line: 11 },
    { name: "no such element", source: "form", line: null },
  ])("is told for $name", ({ source, line }) => {
    expect(new ReferenceLines(source, 10).lineOfTag("form")).toBe(line);
  });
});
