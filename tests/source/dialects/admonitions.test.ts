import { describe, expect, test } from "vitest";
import {
  alertLines,
  boxTitle,
  containerOpening,
  containersIn,
  dedented,
  indentedOpening,
  indentOf,
  isBox,
} from "../../../src/source/dialects/marks/admonitions.ts";
import { boxWord } from "../../../src/source/dialects/marks/box-words.ts";
import { OpenBoxes } from "../../../src/source/dialects/marks/open-boxes.ts";

describe("a line that opens a box", () => {
  test.for([
    { line: ":::note", kind: "note", title: null, length: 3 },
    { line: "::: tip Title here", kind: "tip", title: "Title here", length: 3 },
    { line: '::: tip "Title"', kind: "tip", title: "Title", length: 3 },
    { line: '::: tip a "Title"', kind: "tip", title: 'a "Title"', length: 3 },
    { line: '::: tip "Title" a  ', kind: "tip", title: '"Title" a', length: 3 },
    { line: "::::info[Title]{.class}", kind: "info", title: "Title", length: 4 },
    { line: ':::info{title="A b" .c}', kind: "info", title: "A b", length: 3 },
    { line: "::: {.note}", kind: "note", title: null, length: 3 },
    { line: "  :::note-x", kind: "note-x", title: null, length: 3, indent: "  " },
    { line: "::note", kind: null },
    { line: ":::", kind: null },
    { line: ":::1", kind: null },
    { line: "a :::note", kind: null },
    { line: "a", kind: null },
  ])("$line is a $kind with the title $title", ({ line, kind, title, length, indent = "" }) => {
    expect(containerOpening(line)).toEqual(kind === null ? null : { kind, title, length, indent });
  });

  test.for([
    { line: "!!! note", next: "    a", kind: "note", title: null },
    { line: "!!! note", next: "   a", kind: null },
    { line: "!!! note", next: undefined, kind: null },
    { line: '!!! note "Title"', next: "a", kind: "note", title: "Title" },
    { line: '!!! odd "Title"', next: "a", kind: null },
    { line: '!!! odd "Title"', next: "    a", kind: "odd", title: "Title" },
    { line: "??? tip", next: "\ta", kind: "tip", title: null },
    { line: "!!!   note   end   inline  ", next: "    a", kind: "note", title: null },
    { line: '!!! note  "A"  ', next: "a", kind: "note", title: "A" },
    { line: "???+ tip end inline", next: "    a", kind: "tip", title: null },
    { line: "  !!! note", next: "      a", kind: "note", title: null, indent: "  " },
    { line: "  !!! note", next: "    a", kind: null },
    { line: '!!! note "A" b', next: "    a", kind: null },
    { line: "!!!note", next: "    a", kind: null },
    { line: "a !!! note", next: "    a", kind: null },
    { line: "a", next: "    a", kind: null },
  ])("$line above '$next' is a $kind with the title $title", ({ line, next, kind, title, indent = "" }) => {
    expect(indentedOpening(line, next)).toEqual(kind === null ? null : { kind, title, indent });
  });

  test.for([
    { line: "> [!NOTE]", lines: ["> **Hinweis**", ">"] },
    { line: "> [!tip] Title *here*", lines: ["> **Title *here***", ">"] },
    { line: "> [!note]- Closed", lines: ["> **Closed**", ">"] },
    { line: "> [!note]Closed", lines: ["> **Closed**", ">"] },
    { line: "> > [!NOTE]", lines: ["> > **Hinweis**", "> >"] },
    { line: ">[!NOTE]", lines: [">**Hinweis**", ">"] },
    { line: "  > [!NOTE]  A", lines: ["  > **A**", "  >"] },
    { line: "> [!NOTE]+ A", lines: ["> **A**", ">"] },
    { line: "> [!ODD]", lines: null },
    { line: "[!NOTE]", lines: null },
    { line: "> a [!NOTE]", lines: null },
    { line: "> a", lines: null },
  ])("$line begins a quote with $lines", ({ line, lines }) => {
    expect(alertLines(line, "de")).toEqual(lines);
  });

  test("has its own title, without stars, or the word for its kind; what is no kind has none", () => {
    expect(boxTitle("note", " **A** ", "en")).toBe("A");
    expect(boxTitle("note", " ", "en")).toBe("Note");
    expect(boxTitle("odd", null, "en")).toBeNull();
    expect([isBox("NOTE"), isBox("odd")]).toEqual([true, false]);
    expect([boxWord("tldr", "en-GB"), boxWord("warning", "fr-CA"), boxWord("note", "constructor")]).toEqual([
      "Tldr",
      "Avertissement",
      "Note",
    ]);
  });
});

test.for([
  { text: ":::a\nb\n:::", openings: [0], ends: [2], unclosed: [] },
  { text: ":::a\nb", openings: [], ends: [], unclosed: [0] },
  { text: ":::a\nb :::\n:::", openings: [0], ends: [2], unclosed: [] },
  { text: ":::\nb", openings: [], ends: [], unclosed: [] },
  { text: "::::a\n:::b\nc\n:::\n::::", openings: [0, 1], ends: [3, 4], unclosed: [] },
  { text: "::::a\n:::\nb\n::::", openings: [0], ends: [3], unclosed: [] },
  { text: ":::a\n::::\nb", openings: [0], ends: [1], unclosed: [] },
  { text: ":::a\n:::b\nc\n:::", openings: [1], ends: [3], unclosed: [0] },
  { text: ":::a\n  :::  \nb", openings: [0], ends: [1], unclosed: [] },
])("containers of $text", ({ text, openings, ends, unclosed }) => {
  const found = containersIn(text.split("\n"), () => true);
  expect([...found.openings.keys()].sort()).toEqual(openings);
  expect([[...found.ends], [...found.unclosed]]).toEqual([ends, unclosed]);
  expect(containersIn(text.split("\n"), () => false).openings.size).toBe(0);
});

test.for([
  { line: "a", columns: 0 },
  { line: "  a", columns: 2 },
  { line: "\ta", columns: 4 },
  { line: "  \ta", columns: 4 },
  { line: "\t a b", columns: 5 },
])("%j is indented", ({ line, columns }) => {
  expect(indentOf(line)).toBe(columns);
});

test.for([
  { line: "    a", columns: 2, is: "  a" },
  { line: "  a", columns: 4, is: "a" },
  { line: "\ta", columns: 4, is: "a" },
  { line: "\t\ta", columns: 4, is: "\ta" },
  { line: "  \ta", columns: 4, is: "a" },
  { line: "  \t  a", columns: 6, is: "a" },
  { line: " \t b", columns: 4, is: " b" },
  { line: "\tb", columns: 2, is: "b" },
  { line: "      ", columns: 2, is: "" },
])("$line with $columns columns less is '$is'", ({ line, columns, is }) => {
  expect(dedented(line, columns)).toBe(is);
});

describe("boxes inside each other", () => {
  test("are quotes in quotes, each with the lines that are indented enough for it", () => {
    const boxes = new OpenBoxes();
    expect(boxes.prefixed("a")).toBe("a");
    expect(boxes.open("", "indented", true)).toBe("> ");
    expect([boxes.prefixed("    a"), boxes.prefixed(""), boxes.prefixed("      b")]).toEqual([
      "> a",
      ">",
      ">   b",
    ]);
    expect(["   a", "    a", "", "  "].filter((line) => boxes.endsBefore(line))).toEqual(["   a"]);
    expect(boxes.open("    ", "container", true)).toBe("> > ");
    expect(["a", "    a"].map((line) => boxes.endsBefore(line))).toEqual([false, false]);
    expect(boxes.prefixed("    a")).toBe("> > a");
    boxes.close();
    expect(boxes.prefixed("    a")).toBe("> a");
    boxes.close();
    expect([boxes.prefixed("a"), boxes.endsBefore("a")]).toEqual(["a", false]);
  });

  test("keep the place that they have in a list, and are no quote without a title", () => {
    const boxes = new OpenBoxes();
    expect(boxes.open("  ", "container", true)).toBe("  > ");
    expect(boxes.open("    ", "container", false)).toBe("  >   ");
  });

  test("are drawn as one from the seventh on", () => {
    const boxes = new OpenBoxes();
    const prefixes = Array.from({ length: 8 }, () => boxes.open("", "container", true));
    expect(prefixes.slice(4)).toEqual(["> ".repeat(5), "> ".repeat(6), "> ".repeat(6), "> ".repeat(6)]);
  });
});
