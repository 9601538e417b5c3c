import { describe, expect, test } from "vitest";
import { mayNameEmoji, withEmoji } from "../../../src/source/dialects/marks/emoji-names.ts";

describe("names of emoji", () => {
  test.for([
    { text: "a :tada: b", is: "a 🎉 b" },
    { text: ":tada::tada:", is: "🎉🎉" },
    { text: ":+1:", is: "👍" },
    { text: "(:tada:)", is: "(🎉)" },
    { text: "a:tada:", is: "a:tada:" },
    { text: ":tada:b", is: ":tada:b" },
    { text: "12:30:45", is: "12:30:45" },
    { text: "/:tada:", is: "/:tada:" },
    { text: ":nobody-knows:", is: ":nobody-knows:" },
    { text: ":constructor:", is: ":constructor:" },
    { text: ":TADA:", is: ":TADA:" },
    { text: "a: b", is: "a: b" },
    { text: "ü:tada:", is: "ü:tada:" },
  ])("in $text: $is", ({ text, is }) => {
    expect(withEmoji(text)).toBe(is);
  });

  test.for([
    ["a :tada: b", true],
    [":a:", true],
    ["a: b", false],
    ["https://a.example/b:", false],
    ["a:b c:", false],
    ["::", false],
    [`:${"a".repeat(51)}:`, false],
    [`:${"a".repeat(50)}:`, true],
  ] as const)("may be in %j: %s", ([text, may]) => {
    expect(mayNameEmoji(text)).toBe(may);
  });
});
