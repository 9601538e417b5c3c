import { describe, expect, test } from "vitest";
import { Output } from "../../../../src/source/templates/write/output.ts";

const SOURCE = "one\ntwo {{ x }}\nthree\n";
const lineOf = (offset: number) => 10 + SOURCE.slice(0, offset).split("\n").length - 1;

describe("text that takes the place of another", () => {
  test("grows from copies of it and from what is written", () => {
    const out = new Output(SOURCE);
    out.copy(0, 8);
    out.write("X\nY", 8);
    out.copy(15, SOURCE.length);
    expect(out.text).toBe("one\ntwo X\nY\nthree\n");
  });

  test("knows of each of its lines where that stood", () => {
    const out = new Output(SOURCE);
    out.copy(0, 8);
    out.write("X\nY", 8);
    out.copy(15, SOURCE.length);
    const map = out.lineMap(10, lineOf);
    expect([10, 11, 12, 13].map(map)).toEqual([10, 11, 11, 12]);
    // Lines that it does not have are told as they are.
    expect([9, 99].map(map)).toEqual([9, 99]);
  });

  test("knows a line that begins blank by its first sign that shows", () => {
    const out = new Output(SOURCE);
    out.write("  ", 0);
    out.copy(16, 21);
    expect(out.lineMap(1, lineOf)(1)).toBe(12);
  });

  test("has the lines of a copy that stands elsewhere", () => {
    const out = new Output(SOURCE);
    out.write("one\ntwo", 0, true);
    expect([1, 2].map(out.lineMap(1, lineOf))).toEqual([10, 11]);
    const other = new Output(SOURCE);
    other.write("one\ntwo", 0);
    expect([1, 2].map(other.lineMap(1, lineOf))).toEqual([10, 10]);
  });

  test("has nothing of what is copied backwards, nor of nothing", () => {
    const out = new Output(SOURCE);
    out.copy(3, 3);
    out.copy(3, 1);
    out.write("", 0);
    expect([out.text, out.tail()]).toEqual(["", ""]);
  });

  test.for([
    { count: 0, left: "one\ntwo X" },
    { count: 1, left: "one\ntwo " },
    { count: 3, left: "one\ntw" },
    { count: 9, left: "" },
    { count: 99, left: "" },
  ])("is cut by $count signs at its end", ({ count, left }) => {
    const out = new Output(SOURCE);
    out.copy(0, 8);
    out.write("X", 8);
    out.cut(count);
    expect(out.text).toBe(left);
    out.write("!", 20);
    expect(out.text).toBe(`${left}!`);
  });

  test("is cut over what was written long before, and goes on from there", () => {
    const source = "x".repeat(5000);
    const out = new Output(source);
    for (let at = 0; at < 5000; at += 500) out.copy(at, at + 500);
    out.write("y", 0);
    out.cut(4001);
    expect(out.text).toBe("x".repeat(1000));
    out.write("\nz", 4321);
    expect(out.lineMap(1, (offset) => offset)(2)).toBe(4321);
  });

  test("shows its last thousand signs at least, wherever they were written", () => {
    const out = new Output("a".repeat(3000));
    for (let at = 0; at < 3000; at += 300) out.copy(at, at + 300);
    out.write("b".repeat(10), 0);
    expect(out.tail()).toBe(`${"a".repeat(990)}${"b".repeat(10)}`);
    const long = new Output("a".repeat(3000));
    long.copy(0, 3000);
    expect(long.tail()).toBe("a".repeat(1000));
  });

  test("loses the white space at its end", () => {
    const out = new Output("a \n\t");
    out.copy(0, 4);
    out.trimEnd();
    expect(out.text).toBe("a");
    out.trimEnd();
    expect(out.text).toBe("a");
  });

  test("knows where a blank line stood, and one that begins blank", () => {
    const out = new Output(SOURCE);
    out.copy(0, 4);
    out.write("  \n", 0);
    out.write("  ", 0);
    out.copy(16, 21);
    expect(out.text).toBe("one\n  \n  three");
    expect([10, 11, 12].map(out.lineMap(10, lineOf))).toEqual([10, 10, 12]);
  });

  test("takes nothing from what is not there for where its last line stood", () => {
    const out = new Output(SOURCE);
    expect(out.lineMap(10, lineOf)(10)).toBe(10);
    out.copy(0, 4);
    out.copy(16, 16);
    out.copy(16, 3);
    out.write("", 16);
    expect(out.lineMap(10, lineOf)(11)).toBe(11);
    out.write("X", 16);
    out.cut(1);
    expect(out.lineMap(10, lineOf)(11)).toBe(11);
  });
});
