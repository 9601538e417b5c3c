import { expect, test } from "vitest";
import { mayHaveMarks } from "../../../src/source/dialects/render-dialect.ts";
import { PLAIN } from "../../../src/source/dialects/text/dialect.ts";

test.for([
  ["# A {#b}", true],
  ["{: .a}", true],
  ["{% a %}", true],
  ["```js{1}", true],
  ["{/* truncate */}", true],
  [":::note", true],
  ["!!! note", true],
  ["??? note", true],
  ["> [!NOTE]", true],
  ["[TOC]", true],
  ["[[toc]]", true],
  ["a <!--more-->", true],
  ["$$a$$", true],
  ["a\n: b", true],
  ['<div markdown="1">', true],
  [":tada:", true],
  [":t-rex:", true],
  [":+1:", true],
  [":100:", true],
  ["a: b, 10:30:45, C: D:", false],
  [":A: :a b: :aB:", false],
  ["{ a } {A}", false],
  ["$5 and $6", false],
  ["# A\n\n<small>\nb\n</small>", false],
] as const)("a text may have marks: %j %s", ([text, may]) => {
  expect(mayHaveMarks(text, PLAIN)).toBe(may);
});

test("any text may have formulas where a field says so, and HTML of kramdown in Jekyll", () => {
  expect(mayHaveMarks("a", { ...PLAIN, math: true })).toBe(true);
  expect(mayHaveMarks("<small>\nb", { ...PLAIN, generator: "jekyll" })).toBe(true);
  expect(mayHaveMarks("a", { ...PLAIN, generator: "jekyll" })).toBe(false);
  expect(mayHaveMarks("<small>\nb", { ...PLAIN, generator: "hugo" })).toBe(false);
});
