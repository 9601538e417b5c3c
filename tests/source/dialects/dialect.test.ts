import { describe, expect, test } from "vitest";
import { dialectOf, isDialectField, PLAIN } from "../../../src/source/dialects/text/dialect.ts";

describe("how a text is written", () => {
  test.for([
    "math: true",
    "title: a\nmath: on",
    "katex: yes",
    "mathjax: true",
    "use_math: true",
    "usemath: true",
    "use_katex: true",
    "has_math: true",
    "latex: true",
    'math = "katex"',
    "math: mathjax",
    '"math": true',
    "'math': true",
    "MATH: True",
    "params: { math: true }",
    "params: {math: true}",
    "math: { enable: true }",
    '"math" : {"enable" : true}',
    "  math: true",
  ])("with formulas, where the front matter says %j", (text) => {
    expect(dialectOf("hugo", "en", text).math).toBe(true);
  });

  test.for([
    "math: false",
    "math: truer",
    "aftermath: true",
    "math_x: true",
    "math:",
    "",
    "math: { enable: false }",
  ])("without, where it says %j", (text) => {
    expect(dialectOf("hugo", "en", text).math).toBe(false);
  });

  test.for([
    { text: "excerpt_separator: <!--end-->", mark: "<!--end-->" },
    { text: 'a: 1\n"excerpt_separator" = "<!-- end -->"', mark: "<!-- end -->" },
    { text: "excerpt_separator: '<!--end-->'", mark: "<!--end-->" },
    { text: "excerpt_separator: ---", mark: null },
    { text: 'excerpt_separator="<!--end-->"', mark: "<!--end-->" },
    { text: "x_excerpt_separator: <!--end-->", mark: null },
    { text: "", mark: null },
  ])("with a summary up to $mark, where it says $text", ({ text, mark }) => {
    expect(dialectOf(null, "de", text)).toEqual({ ...PLAIN, language: "de", excerptMark: mark });
  });

  test.for([
    ["math", true],
    ["has_math", true],
    ["excerpt_separator", true],
    ["maths", false],
    ["a_math", false],
    ["title", false],
  ] as const)("is told by the field %s: %s", ([name, is]) => {
    expect(isDialectField(name)).toBe(is);
  });
});
