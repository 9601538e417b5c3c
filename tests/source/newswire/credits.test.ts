import { describe, expect, test } from "vitest";
import { readCredits } from "../../../src/source/newswire/credits.ts";
import { parseNewswire } from "../../../src/source/newswire/newswire.ts";

describe("a remark below a text names those who wrote it", () => {
  test.for([
    { text: "(Reporting by Ana Holm; Editing by Jo Reed)", names: ["Ana Holm"] },
    { text: "Reporting by Ana Holm and Li Wei; editing by Jo Reed", names: ["Ana Holm", "Li Wei"] },
    {
      text: "(Reporting by Ana Holm in Port St Anne, Li Wei in Paris and Kim de Boer; Writing by Jo Reed; Editing by Al Bo.)",
      names: ["Ana Holm", "Li Wei", "Kim de Boer", "Jo Reed"],
    },
    { text: "(Reporting and writing by Ana Holm, editing by Jo Reed)", names: ["Ana Holm"] },
    { text: "(Additional reporting by Ana Holm; Writing by Jo Reed)", names: ["Jo Reed"] },
    { text: "(Editing by Jo Reed)", names: [] },
    { text: "((ana.holm@quay.example; +44 20 7946 0000))", names: [] },
    { text: "Our Standards: The Quay News Trust Principles.", names: [] },
  ])("$text", ({ text, names }) => {
    expect(readCredits(text)).toEqual(names);
  });

  test.for([
    "Reporting by the office was slow.",
    "(The lock opens on Monday)",
    "Writing by hand is slow.",
    "They were reporting by Friday",
    `(Reporting by ${"Ana Holm, ".repeat(100)}Jo Reed)`,
  ])("and another text is none: %s", (text) => {
    expect(readCredits(text)).toBeNull();
  });
});

test("a remark of several lines goes whole, with the marks around it", () => {
  const text =
    "Lock opens\nPORT ST ANNE, July 1 (QNS) - The lock opened.\n\n(Reporting by Ana Holm and Li Wei;\nAdditional reporting by Kim Boer in\nParis; Editing by Jo Reed)\n\n((ana@quay.example))\nENDS\n";
  const newswire = parseNewswire(text);
  expect(newswire?.authors).toEqual(["Ana Holm", "Li Wei"]);
  expect(newswire?.blocks).toEqual([{ kind: "paragraph", text: "The lock opened.", line: 2 }]);
});
