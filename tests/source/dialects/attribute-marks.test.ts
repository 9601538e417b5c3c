import { describe, expect, test } from "vitest";
import {
  attributesOf,
  idIn,
  KramdownExtensions,
} from "../../../src/source/dialects/marks/attribute-marks.ts";

describe("attributes in braces", () => {
  test.for([
    ["#a", "a"],
    [".b #a .c", "a"],
    ["id=a", "a"],
    ["id=abc .d", "abc"],
    ['id="a"', "a"],
    [".b id='a'", "a"],
    ["#a-b_c:d", "a-b_c:d"],
    [".b", null],
    ["x#a", null],
    ["xid=a", null],
    ["", null],
  ] as const)("%j give the id %j", ([attributes, id]) => {
    expect(idIn(attributes)).toBe(id);
  });

  test.for([
    { line: "{: #a .b}", kramdown: " #a .b", other: " #a .b" },
    { line: "  {:toc}  ", kramdown: "toc", other: "toc" },
    { line: "> {:.b}", kramdown: ".b", other: ".b" },
    { line: ">{:.b}", kramdown: ".b", other: ".b" },
    { line: ">{.b}", kramdown: null, other: ".b" },
    { line: ">\t{.b} ", kramdown: null, other: ".b" },
    { line: "  {.b-c_1  #d}", kramdown: null, other: ".b-c_1  #d" },
    { line: '{width="100%" height="7"}', kramdown: null, other: 'width="100%" height="7"' },
    { line: "a {.b}", kramdown: null, other: null },
    { line: "{:::x}", kramdown: null, other: null },
    { line: "{:/x}", kramdown: null, other: null },
    { line: "{: a} b", kramdown: null, other: null },
    { line: "b {: a}", kramdown: null, other: null },
    { line: "{#a .b}", kramdown: null, other: "#a .b" },
    { line: "{ .b }", kramdown: null, other: ".b " },
    { line: '{width="7" .b}', kramdown: null, other: 'width="7" .b' },
    { line: "{a}", kramdown: null, other: null },
    { line: "{.1}", kramdown: null, other: null },
    { line: "{.b} c", kramdown: null, other: null },
    { line: "a", kramdown: null, other: null },
  ])("of a line $line are $kramdown in kramdown, $other elsewhere", ({ line, kramdown, other }) => {
    expect(attributesOf(line, false)).toBe(kramdown);
    expect(attributesOf(line, true)).toBe(other);
  });
});

describe("kramdown's extensions go, with what is a comment", () => {
  const left = (...lines: readonly string[]) => {
    const extensions = new KramdownExtensions();
    return lines.map((line) => extensions.rest(line, line));
  };

  test.for([
    { lines: ["a {::comment}b{:/comment} c"], rest: ["a  c"] },
    { lines: ["a {::comment}b", "c", "d {:/} e"], rest: ["a ", "", " e"] },
    { lines: ["a {::comment}b{:/nomarkdown} c"], rest: ["a "] },
    { lines: ["a {::comment/} c"], rest: ["a  c"] },
    { lines: ["{::nomarkdown}a{:/nomarkdown} b"], rest: ["a b"] },
    { lines: ['{::options x="y" /}a'], rest: ["a"] },
    { lines: ["a {:/} b"], rest: ["a  b"] },
    { lines: ["a {::other}b"], rest: ["a {::other}b"] },
    { lines: ["a"], rest: ["a"] },
  ])("$lines", ({ lines, rest }) => {
    expect(left(...lines)).toEqual(rest);
  });

  test("but not in code, and a comment is told to be open", () => {
    const extensions = new KramdownExtensions();
    expect(extensions.rest("`{::comment}` a", `${"\u0000".repeat(13)} a`)).toBe("`{::comment}` a");
    expect(extensions.isComment).toBe(false);
    extensions.rest("{::comment}", "{::comment}");
    expect(extensions.isComment).toBe(true);
  });
});
