import { describe, expect, test } from "vitest";
import type { NewswireBlock } from "../../../src/source/newswire/blocks.ts";
import { blocksOf } from "../../../src/source/newswire/blocks.ts";

/** Blocks of lines that count from 1; blank ones are not handed on. */
function read(...lines: readonly string[]): NewswireBlock[] {
  return blocksOf(
    lines.map((text, at) => ({ text, line: at + 1, indent: 0 })).filter(({ text }) => text !== ""),
    0,
  );
}

/** What each block is and says: `p A paragraph.`, `h A crosshead`, `ul one | two`. */
function tell(...lines: readonly string[]): string[] {
  return read(...lines).map((block) => {
    if (block.kind === "list") return `${block.isOrdered ? "ol" : "ul"} ${block.items.join(" | ")}`;
    return `${block.kind === "paragraph" ? "p" : "h"} ${block.text}`;
  });
}

/** A line so long that no line of its text counts as wrapped. */
const UNWRAPPED = "x".repeat(121);

test("a block tells the line that it begins on", () => {
  expect(read("One.", "", "- Two -", "", "* a", "", "* b", "1. c", "2. d", "Three.")).toEqual([
    { kind: "paragraph", text: "One.", line: 1 },
    { kind: "crosshead", text: "Two", line: 3 },
    { kind: "list", isOrdered: false, items: ["a", "b"], line: 5 },
    { kind: "list", isOrdered: true, items: ["c", "d"], line: 8 },
    { kind: "paragraph", text: "Three.", line: 10 },
  ]);
});

describe("a crosshead", () => {
  test.for([
    { name: "one character", line: "- I -", text: "I" },
    { name: "two characters", line: "- II -", text: "II" },
    { name: "80 characters", line: `- ${"x".repeat(80)} -`, text: "x".repeat(80) },
    { name: "wide spaces", line: "-  Stalled works  -", text: "Stalled works" },
    { name: "long dashes", line: "– Stalled talks —", text: "Stalled talks" },
    {
      name: "quotes",
      line: "- 'Coordinate efforts' on dredging -",
      text: "'Coordinate efforts' on dredging",
    },
    { name: "a question", line: "- What now? -", text: "What now?" },
    { name: "a hyphen that hangs", line: "- Two- and three-year works -", text: "Two- and three-year works" },
    { name: "a stop inside", line: "- No. 5 opens -", text: "No. 5 opens" },
    { name: "a comma inside", line: "- Rain, wind and fog -", text: "Rain, wind and fog" },
    { name: "a word of one letter", line: "- Plan B fails -", text: "Plan B fails" },
  ])("may hold $name", ({ line, text }) => {
    expect(tell("One.", line, "Two.")).toEqual(["p One.", `h ${text}`, "p Two."]);
  });

  test("may be the first line and the last", () => {
    expect(tell("- One -", "Text.", "- Two -")).toEqual(["h One", "p Text.", "h Two"]);
  });

  test.for([
    { name: "is a sentence", line: "- We will wait. -" },
    { name: "is a quoted sentence", line: "- “We will wait.” -" },
    { name: "ends in a semicolon", line: "- We will wait; -" },
    { name: "ends in a comma", line: "- We will wait, -" },
    { name: "ends in a stop and a bracket", line: "- We wait (or not.) -" },
    { name: "quotes a remark", line: '- "We will wait," he said -' },
    { name: "is two remarks", line: "- yes – or no -" },
    { name: "has 81 characters", line: `- ${"x".repeat(81)} -` },
    { name: "begins with two dashes", line: "- - works -" },
    { name: "follows a word", line: "He said - at last -" },
    { name: "goes on behind its dash", line: "- Works - began" },
    { name: "has no space behind its first dash", line: "-Works -" },
    { name: "has no space before its last dash", line: "- Works-" },
    { name: "is nothing but dashes", line: "- -" },
  ])("is no line that $name", ({ line }) => {
    expect(tell("One.", line, "Two.")).toEqual(["p One.", `p ${line}`, "p Two."]);
  });
});

describe("a list", () => {
  test.for([
    { name: "hyphens", lines: ["- one", "- two"], told: "ul one | two" },
    { name: "stars", lines: ["* one", "* two"], told: "ul one | two" },
    { name: "bullets", lines: ["• one", "· two"], told: "ul one | two" },
    { name: "wide spaces", lines: ["-  one", "-  two"], told: "ul one | two" },
    { name: "single characters", lines: ["- a", "- b"], told: "ul a | b" },
    { name: "numbers", lines: ["1. one", "2. two"], told: "ol one | two" },
    { name: "numbers with brackets", lines: ["1)  one", "2)  two"], told: "ol one | two" },
    { name: "numbers of two digits", lines: ["10. a", "11. b"], told: "ol a | b" },
    { name: "blank lines between", lines: ["* one", "", "", "* two"], told: "ul one | two" },
    { name: "a dash at the end of each", lines: ["- one -", "- two -"], told: "ul one - | two -" },
    { name: "more than two items", lines: ["- one", "- two", "- three"], told: "ul one | two | three" },
  ])("may have $name", ({ lines, told }) => {
    expect(tell(...lines)).toEqual([told]);
    expect(tell("One.", ...lines, "Two.")).toEqual(["p One.", told, "p Two."]);
  });

  test.for([
    { name: "has one item", lines: ["* one"] },
    { name: "has one number", lines: ["12. That is all"] },
    { name: "has one item of each kind", lines: ["* one", "1. two"] },
    { name: "has long dashes", lines: ["– one –", "– two –"] },
    { name: "has marks inside its lines", lines: ["Lock - one", "Lock * two"] },
    { name: "has numbers inside its lines", lines: ["Lock 1. opens", "Lock 2. closes"] },
    { name: "has numbers of three digits", lines: ["100. one", "101. two"] },
    { name: "has no space behind its marks", lines: ["-one", "-two"] },
    { name: "has no space behind its numbers", lines: ["1.5 metres", "2.5 metres"] },
    { name: "has U+2028 inside its items", lines: ["- one\u2028two", "- three\u2028four"] },
    { name: "has U+2028 inside its numbered items", lines: ["1. one\u2028two", "2. three\u2028four"] },
  ])("is no run of lines that $name", ({ lines }) => {
    expect(tell(...lines, UNWRAPPED)).toEqual([...lines, UNWRAPPED].map((line) => `p ${line}`));
  });

  test("of another kind begins anew", () => {
    expect(tell("* a", "* b", "1. c", "2. d")).toEqual(["ul a | b", "ol c | d"]);
  });
});

describe("wrapped lines", () => {
  test("of one paragraph are joined, a blank line ends it", () => {
    expect(tell("The lock is", "open again.", "", "", "It took two", "years.")).toEqual([
      "p The lock is open again.",
      "p It took two years.",
    ]);
  });

  test("are no part of a crosshead above them, but of the item of a list", () => {
    expect(
      tell(
        "- Works -",
        "It took two",
        "long years",
        "- a pump",
        "- a gate",
        "that leaks",
        "- rust",
        "- wear",
      ),
    ).toEqual(["h Works", "p It took two long years", "ul a pump | a gate that leaks | rust | wear"]);
  });

  test.for([".", "!", "?", ":", ";", "…", '."', ".’”", "!)", "?]"])(
    "are not what lines that end in %s are",
    (end) => {
      const lines = [`The lock is open${end}`, `It took two years${end}`];
      expect(tell(...lines)).toEqual(lines.map((line) => `p ${line}`));
    },
  );

  test("may have the end of a sentence inside", () => {
    expect(tell("It took years. The", "lock is open.")).toEqual(["p It took years. The lock is open."]);
  });

  test("break off inside a sentence more often than not", () => {
    expect(tell("The lock is", "open now.", "It took two years")).toHaveLength(3);
    expect(tell("The lock is", "open now.", "It took two", "long years")).toHaveLength(1);
  });

  test("come near the longest more often than not: to six tenths of it", () => {
    expect(tell("123456", "1234567890")).toHaveLength(1);
    expect(tell("12345", "1234567890")).toHaveLength(2);
    expect(tell("12345", "123456", "1234567890")).toHaveLength(3);
    expect(tell("12345", "123456", "123456", "1234567890")).toHaveLength(1);
  });

  test("are measured by the longest of all, be it the last of its paragraph", () => {
    expect(tell("123456", "7", "", "1234567890123")).toHaveLength(3);
  });

  test("have 120 characters at most", () => {
    expect(tell("x".repeat(110), "y".repeat(120))).toHaveLength(1);
    expect(tell("x".repeat(110), "y".repeat(121))).toHaveLength(2);
  });

  test("are judged without crossheads and lists", () => {
    const item = `- ${"x".repeat(140)}`;
    expect(tell("The lock is", "open.", "", item, item)).toHaveLength(2);
  });
});

test("no lines make no blocks", () => {
  expect(read()).toEqual([]);
  expect(read("", "")).toEqual([]);
});
