import { describe, expect, test } from "vitest";
import {
  isTagOfText,
  markdownInside,
  mayHaveKramdownHtml,
} from "../../../src/source/dialects/marks/markdown-inside.ts";

describe("an element that says that Markdown stands in it", () => {
  test.for([
    { line: '<div markdown="1">', lines: ["<div>", ""] },
    { line: '<div class="a" markdown=block id="b">', lines: ['<div class="a" id="b">', ""] },
    { line: "<div markdown='span'>a</div>", lines: ["<div>", "", "a", "", "</div>"] },
    { line: '<DIV markdown="true">a</div> b', lines: ["<DIV>", "", "a", "", "</div> b"] },
    { line: '<div markdown="1">a', lines: ["<div>", "", "a"] },
    { line: '<p markdown="1">a</p>', lines: ["<p>a</p>"] },
    { line: '  <td markdown="1">', lines: ["  <td>", ""] },
    { line: '<div  markdown  =  "1">', lines: ["<div>", ""] },
    { line: '<div markdown="0">', lines: null },
    { line: '<span markdown="1">', lines: null },
    { line: 'a <div markdown="1">', lines: null },
    { line: "a", lines: null },
  ])("$line means $lines", ({ line, lines }) => {
    expect(markdownInside(line)).toEqual(lines);
  });

  test.for([
    { line: "<small>", next: "a", is: true },
    { line: '  <span class="b">  ', next: "a", is: true },
    { line: "<small>", next: "*a* b", is: true },
    { line: "<small>", next: "* a", is: false },
    { line: "<small>", next: "1. a", is: false },
    { line: "<small>", next: "12) a", is: false },
    { line: "<small>", next: "1.a", is: true },
    { line: "<small>", next: "`a`", is: true },
    { line: "<small>", next: "~a", is: true },
    { line: "<small>", next: "~~~", is: false },
    { line: "<small>", next: "# a", is: false },
    { line: "<small>", next: "```", is: false },
    { line: "<small>", next: "", is: false },
    { line: "<small>", next: undefined, is: false },
    { line: "<small> b", next: "a", is: false },
    { line: "    <small>", next: "a", is: false },
    { line: "<div>", next: "a", is: false },
  ])("$line above '$next' begins a paragraph of kramdown: $is", ({ line, next, is }) => {
    expect(isTagOfText(line, next)).toBe(is);
  });

  test.for([
    ["a\n<small>\nb", true],
    ["a\n<table>", true],
    ["a <small> b", false],
    ["a <table>", false],
    ["a\n<div>", false],
    ["a", false],
  ] as const)("%j may have HTML that kramdown reads in another way: %s", ([text, may]) => {
    expect(mayHaveKramdownHtml(text)).toBe(may);
  });
});
