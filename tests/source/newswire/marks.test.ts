import { expect, test } from "vitest";
import { markLines } from "../../../src/source/newswire/marks.ts";
import { lineOf } from "./lines.ts";

function marks(texts: readonly string[], goesOn: (text: string) => boolean): readonly string[] {
  const lines = texts.map((text, at) => lineOf(text, at + 1));
  const rules = { isRow: ({ text }: { text: string }) => text.startsWith("|") };
  return markLines(lines, { ...rules, goesOn: ({ text }) => goesOn(text) }).map(({ mark }) => mark);
}

test("what goes on below an item is text, though it looks like one, and parts no list", () => {
  expect(marks(["- a", "- b", "c", "- d"], (text) => /[bc]/.test(text))).toEqual([
    "bullet",
    "text",
    "text",
    "bullet",
  ]);
});

test("a line goes on with the one above it", () => {
  const lines = ["- a", "- b", "- c"].map((text, at) => lineOf(text, at + 1));
  const rules = { isRow: () => false, goesOn: (_: unknown, above: { text: string }) => above.text === "- a" };
  expect(markLines(lines, rules).map(({ mark }) => mark)).toEqual(["bullet", "text", "bullet"]);
});

test("a table between two items parts them, though it goes on", () => {
  expect(marks(["- a", "| x", "| y", "- b"], (text) => text.startsWith("|"))).toEqual([
    "text",
    "row",
    "row",
    "text",
  ]);
});

test("the first line goes on with nothing", () => {
  expect(marks(["- a", "- b"], () => true)).toEqual(["text", "text"]);
  expect(marks(["- a", "- b"], () => false)).toEqual(["bullet", "bullet"]);
});
