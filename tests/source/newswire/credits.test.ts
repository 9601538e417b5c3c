import { describe, expect, test } from "vitest";
import { beginsCredits, readCredits } from "../../../src/source/newswire/credits.ts";
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
    {
      text: "(Reporting by  Ana Holm, Li Wei, and  Kim de Boer)",
      names: ["Ana Holm", "Li Wei", "Kim de Boer"],
    },
    { text: "(Reporting by Ana Holm , Li Wei and Jo Reed)", names: ["Ana Holm", "Li Wei", "Jo Reed"] },
    { text: "(Reporting by Ana Holm,Li Wei & Jo Reed)", names: ["Ana Holm", "Li Wei", "Jo Reed"] },
    { text: "(Reporting by Ana Holm  and  Li Wei  in Paris )", names: ["Ana Holm", "Li Wei"] },
    { text: "(Reporting by Ana Holm and the office; Editing by Jo Reed)", names: ["Ana Holm"] },
    { text: "(Reporting by J. R. Holm.)", names: ["J. R. Holm"] },
    {
      text: "(Reporting by J.R. Holm and É. Li. Writing by Jo Reed)",
      names: ["J.R. Holm", "É. Li", "Jo Reed"],
    },
    { text: "Reporting by Ana Holm;  Writing by Jo Reed", names: ["Ana Holm", "Jo Reed"] },
    { text: "Reporting by Ana Holm,  writing  by Jo Reed", names: ["Ana Holm", "Jo Reed"] },
    { text: `Reporting by Ana Holm; ${"x".repeat(577)}`, names: ["Ana Holm"] },
    { text: "((ana.holm@quay.example; +44 20 7946 0000))", names: [] },
    { text: "Our Standards: The Quay News Trust Principles.", names: [] },
    { text: "Our Standards: The Quay News Trust Principles", names: [] },
  ])("$text", ({ text, names }) => {
    expect(readCredits(text)).toEqual(names);
  });

  test.for([
    "Reporting by the office was slow.",
    "(The lock opens on Monday)",
    "Writing by hand is slow.",
    "They were reporting by Friday",
    "The desk ((ana.holm@quay.example))",
    "((ana.holm@quay.example)) is the desk",
    `Reporting by Ana Holm; ${"x".repeat(578)}`,
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

test.for([
  { line: "(Reporting by Ana Holm", begins: true },
  { line: "Writing by Ana Holm", begins: true },
  { line: "(Additional  reporting by Ana Holm", begins: true },
  { line: "Compiled by Ana Holm", begins: true },
  { line: "Editing by Ana Holm", begins: true },
  { line: "She was reporting by Friday", begins: false },
  { line: "Translated by Ana Holm", begins: false },
])("a remark of several lines begins with “$line”: $begins", ({ line, begins }) => {
  expect(beginsCredits(line)).toBe(begins);
});

describe("a remark below a text", () => {
  const read = (below: string) => {
    const { authors, blocks = [] } = parseNewswire(`Lock opens\nThe lock opened.\n${below}`) ?? {};
    return { authors, texts: blocks.map((block) => (block.kind === "list" ? "" : block.text)) };
  };

  test("names its authors above a sign-off that names none", () => {
    expect(read("(Reporting by Ana Holm)\nburs-jd/abc")).toEqual({
      authors: ["Ana Holm"],
      texts: ["The lock opened."],
    });
  });

  test("may part a name at the end of a line", () => {
    expect(read("(Reporting by Ana\nHolm)").authors).toEqual(["Ana Holm"]);
  });

  test("on whom to ask stands on one line", () => {
    expect(read("((ana@quay.example))").texts).toEqual(["The lock opened."]);
    expect(read("((ana@quay.example,\njo@quay.example))").texts).toHaveLength(3);
  });

  test.for([
    { lines: 6, authors: ["Ana Holm"] },
    { lines: 7, authors: [] },
  ])("has six lines at most: $lines", ({ lines, authors }) => {
    expect(read(`(Reporting by Ana Holm;\n${"x\n".repeat(lines - 2)}x)`).authors).toEqual(authors);
  });

  test("is no remark where it is all that there is", () => {
    expect(parseNewswire("Lock opens\n(Reporting by Ana Holm)")).toMatchObject({
      authors: [],
      blocks: [{ text: "(Reporting by Ana Holm)" }],
    });
  });
});
