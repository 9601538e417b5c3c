import { describe, expect, test } from "vitest";
import { jsonFault } from "../../src/source/formats/json-faults.ts";
import { explainFault, faultLines, firstAbove } from "../../src/source/formats/syntax-fault.ts";
import { yamlFault } from "../../src/source/formats/yaml-faults.ts";

const ROWS = [
  { reason: /other/, say: () => "another" },
  { reason: /bad/, line: /^(?<name>\w+)=/, say: ({ name = "" }) => `says ${name}` },
  { reason: /bad/, say: () => null },
  { reason: /worse/, say: () => ({ line: 9, column: 8, message: "elsewhere" }) },
];

describe("a fault is told by the first row that knows it", () => {
  test.for([
    { name: "by its line", text: "x\nab=1", reason: "bad", line: 2, column: 3, message: "says ab" },
    { name: "by no line above", text: "ab=1\nx", reason: "bad", line: 2, column: 3, message: "fallback" },
    { name: "at another place", text: "x\nx", reason: "worse", line: 9, column: 8, message: "elsewhere" },
    {
      name: "by a line of 1,000 characters",
      text: `x\nab=${"1".repeat(997)}`,
      reason: "bad",
      line: 2,
      column: 3,
      message: "says ab",
    },
    {
      name: "by no longer one",
      text: `x\nab=${"1".repeat(998)}`,
      reason: "bad",
      line: 2,
      column: 3,
      message: "fallback",
    },
    {
      name: "in a text of 50,000 characters",
      text: `x\nab=1${"\n".repeat(49_994)}`,
      reason: "bad",
      line: 2,
      column: 3,
      message: "says ab",
    },
    {
      name: "in no longer one",
      text: `x\nab=1${"\n".repeat(49_995)}`,
      reason: "bad",
      line: 2,
      column: 3,
      message: "fallback",
    },
  ])("$name", ({ text, reason, line, column, message }) => {
    expect(explainFault(ROWS, { line: 2, column: 3, reason }, text, "fallback")).toEqual({
      line,
      column,
      message,
    });
  });

  test("whose lines are blank where they are too long", () => {
    expect(faultLines(`a\n${"b".repeat(1001)}\nc`)).toEqual(["a", "", "c"]);
  });
});

test("the first line above is told by how far it is above", () => {
  const lines = ["x", "a", "b", "a", "a"];
  expect(firstAbove(lines, 5, (line) => line === "a")).toBe(" (the first is 3 lines above)");
  expect(firstAbove(lines, 3, (line) => line === "a")).toBe(" (the first is the line above)");
  expect(firstAbove(lines, 2, (line) => line === "a")).toBe("");
});

describe("YAML", () => {
  test("that goes wrong behind its last line goes wrong at its end", () => {
    const message = "two commas follow each other, or a text in this list needs quotation marks";
    expect(yamlFault("\na: 1\nbc\n\n", 5, 1, "found ','")).toEqual({ line: 3, column: 3, message });
    expect(yamlFault("\na: 1\nbc\n\n", 3, 2, "found ','")).toEqual({ line: 3, column: 2, message });
  });

  test("is looked through no further than to its fault", () => {
    expect(yamlFault("tags:\n  - a\n b\nfoo bar", 3, 2, "bad indentation")).toMatchObject({
      line: 3,
      column: 2,
    });
  });
});

describe("JSON that cannot be read is told in plain words, with its line", () => {
  test.for([
    { json: '{ "a": 1\n "b": 2 }', line: 2, says: "a comma is missing between two values" },
    { json: "[1\n2]", line: 2, says: "a comma is missing between two values" },
    { json: '{ "a"\n1 }', line: 2, says: "a colon is missing behind the name" },
    { json: '{ "a": "\\d" }', line: 1, says: "a backslash has a meaning of its own; write two of them" },
    { json: '{ "a":', line: 1, says: "the closing } is missing" },
  ])("$json", ({ json, line, says }) => {
    let reason = "";
    try {
      JSON.parse(json);
    } catch (cause) {
      if (cause instanceof SyntaxError) reason = cause.message;
    }
    expect(jsonFault(json, reason)).toEqual({ line, column: null, message: says });
  });

  test("also where the engine says what nobody knows", () => {
    expect(jsonFault("x", "it is raining")).toMatchObject({
      message: 'this cannot be read as JSON; write fields such as "title": "Rain"',
    });
  });
});
