import { describe, expect, test } from "vitest";
import { takeWireCodes, withoutFrame } from "../../../src/source/newswire/wire-codes.ts";
import { lineOf } from "./lines.ts";

function left(texts: readonly string[]): readonly string[] {
  const lines = texts.map((text, at) => lineOf(text, at + 1));
  takeWireCodes(lines);
  return lines.map(({ text }) => text);
}

describe("codes of wires at the head of a text", () => {
  test.for([
    { name: "a letter above a code", codes: ["A", "a0412 r f"] },
    { name: "letters above a code", codes: ["A B C", "BC-LOCK"] },
    { name: "a word to editors", codes: ["Eds: adds quotes"] },
    { name: "a word to editors without a space", codes: ["Eds:adds"] },
    { name: "a word to editors with a space more", codes: ["EDITORS : adds"] },
    { name: "a word to editors in brackets", codes: ["(Eds.: adds quotes)"] },
    { name: "a word to editors over several lines", codes: ["(Eds: adds", "quotes", "below)"] },
    { name: "a word to editors of 120 characters", codes: [`Eds: ${"x".repeat(115)}`] },
    { name: "a code of 120 characters", codes: [`zczc ${"x".repeat(115)}`] },
  ])("go: $name", ({ codes }) => {
    expect(left([...codes, "The lock", "opened (again)"])).toEqual(["The lock", "opened (again)"]);
  });

  test.for([
    { name: "letters above text", texts: ["A B", "The lock"] },
    { name: "letters above text of several lines", texts: ["A B", "The lock", "opened"] },
    { name: "letters alone", texts: ["A B"] },
    { name: "a sentence that names editors", texts: ["The Eds: adds quotes", "The lock"] },
    { name: "a word to editors of 121 characters", texts: [`Eds: ${"x".repeat(116)}`, "The lock"] },
    { name: "a code of 121 characters", texts: [`zczc ${"x".repeat(116)}`, "The lock"] },
  ])("are none: $name", ({ texts }) => expect(left(texts)).toEqual(texts));
});

describe("a frame for machines", () => {
  test.for([
    { text: "^Gales shut the lock<", is: "Gales shut the lock" },
    { text: "^By ANA HOLM=", is: "By ANA HOLM" },
    { text: "^Gales shut the lock", is: "Gales shut the lock" },
    { text: "In ^Gales<", is: "In ^Gales<" },
    { text: `^${"x".repeat(119)}`, is: "x".repeat(119) },
    { text: `^${"x".repeat(120)}`, is: `^${"x".repeat(120)}` },
  ])("$text is read as $is", ({ text, is }) => {
    expect(withoutFrame(lineOf(text, 3, 2))).toEqual({ text: is, line: 3, indent: 2 });
  });
});
