import { describe, expect, test } from "vitest";
import { layoutOf } from "../../../src/source/newswire/layout.ts";
import { lineOf } from "./lines.ts";

const flush = (line: number, text = `lock ${line}`) => lineOf(text, line);
const inside = (line: number, text = `Lock ${line}`) => lineOf(text, line, 4);
const groups = (lines: Parameters<typeof layoutOf>[0]) =>
  layoutOf(lines, 0).groups.map((group) => group.map(({ line }) => line));

describe("paragraphs begin with white space", () => {
  test.for([
    {
      name: "where the first does, and goes on flush",
      lines: [inside(1), flush(2), inside(3)],
      is: [[1, 2], [3]],
    },
    {
      name: "not where none of them goes on",
      lines: [inside(1), inside(2), flush(4), flush(5)],
      is: [
        [1, 2],
        [4, 5],
      ],
    },
    {
      name: "not where one alone does, and the first is flush",
      lines: [flush(1), inside(2), flush(3)],
      is: [[1, 2, 3]],
    },
    {
      name: "where two do, though the first is flush",
      lines: [flush(1), inside(2), flush(3), inside(4), flush(5)],
      is: [[1], [2, 3], [4, 5]],
    },
    {
      name: "not where half of them stand alone, and the first is flush",
      lines: [flush(1), inside(2), flush(3), inside(4), flush(5), inside(6), inside(7), inside(8)],
      is: [[1, 2, 3, 4, 5, 6, 7, 8]],
    },
    {
      name: "not where lines end with their sentences",
      lines: [inside(1, "The lock leaks."), flush(2, "It does."), inside(3, "It did."), flush(4, "Ever.")],
      is: [[1, 2, 3, 4]],
    },
    {
      name: "not where half of the lines end with their sentences",
      lines: [inside(1, "The lock"), flush(2, "leaks."), inside(3, "It did."), flush(4, "Ever.")],
      is: [[1, 2, 3, 4]],
    },
    {
      name: "and what looks like an item at the margin goes on",
      lines: [inside(1), flush(2, "- opened"), flush(3), inside(4), flush(5)],
      is: [
        [1, 2, 3],
        [4, 5],
      ],
    },
  ])("$name", ({ lines, is }) => expect(groups(lines)).toEqual(is));

  test("not where lines follow across a blank one alone", () => {
    expect(layoutOf([inside(1), flush(3)], 0).isJoined).toBe(false);
  });

  test.for([
    { length: 120, isJoined: true },
    { length: 121, isJoined: false },
  ])("not where a line has more than 120 characters: $length", ({ length, isJoined }) => {
    expect(layoutOf([inside(1), flush(2, "o".repeat(length)), inside(3)], 0).isJoined).toBe(isJoined);
  });

  test("and a crosshead below a blank line is one", () => {
    const { groups } = layoutOf([inside(1), flush(2), flush(4, "- Locks -"), inside(6), flush(7)], 0);
    expect(groups.flat().map(({ mark }) => mark)).toEqual(["text", "text", "crosshead", "text", "text"]);
  });
});

describe("a text that is indented as a whole is wrapped", () => {
  /** So many characters that begin with a word of four. */
  const wide = (length: number, line: number) => lineOf(`abcd ${"x".repeat(length - 5)}`, line, 2);

  test.for([
    { name: "where its lines are full", lengths: [45, 44, 44, 30], isJoined: true },
    { name: "not where they are short", lengths: [44, 43, 43, 30], isJoined: false },
    { name: "where the next word had no room", lengths: [50, 44, 31], isJoined: true },
    { name: "not where the next word had room", lengths: [50, 42, 31], isJoined: false },
    { name: "not where it had room in a line of four", lengths: [50, 50, 50, 42, 31], isJoined: false },
    { name: "where it had room in a line of five", lengths: [50, 50, 50, 50, 42, 31], isJoined: true },
  ])("$name: $lengths", ({ lengths, isJoined }) => {
    const lines = lengths.map((length, at) => wide(length, at + 1));
    expect(layoutOf(lines, 0).isJoined).toBe(isJoined);
  });

  test("and is none that its headline shares the margin with", () => {
    const lines = [44, 43, 43, 30].map((length, at) => wide(length, at + 1));
    expect(layoutOf(lines, 1).isJoined).toBe(true);
  });
});
