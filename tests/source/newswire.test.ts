import { describe, expect, test } from "vitest";
import { parseNewswire } from "../../src/source/newswire.ts";
import type { NewswireBlock } from "../../src/source/newswire-blocks.ts";
import { newswireText } from "../content-folder.ts";

/** What a block says, a list item by item. */
function textOf(block: NewswireBlock): string {
  return block.kind === "list" ? block.items.join(" | ") : block.text;
}

describe("parseNewswire", () => {
  test("takes an agency's text apart: headline, paragraphs, crossheads, sign-off", () => {
    const newswire = parseNewswire(newswireText());
    expect(newswire?.title).toBe("Harbour opens second lock");
    expect(newswire?.blocks.filter(({ kind }) => kind === "paragraph")).toHaveLength(28);
    expect(newswire?.blocks.filter(({ kind }) => kind === "crosshead").map(textOf)).toEqual([
      "'Coordinate efforts' on dredging",
      "Stalled works",
    ]);
    expect(newswire).toMatchObject({ authors: ["A. Marsh"], agency: "QN" });
    expect(newswire?.blocks.map(textOf).at(-1)).not.toContain("QN");
  });

  test.for([
    { name: "two initials", line: "J.R.Holm--KST", authors: ["J. R. Holm"], agency: "KST" },
    { name: "a whole name", line: "Ana Holm--KST", authors: ["Ana Holm"], agency: "KST" },
    { name: "desk codes", line: "burs-jd/abc", authors: [], agency: null },
  ])("reads a sign-off with $name", ({ line, authors, agency }) => {
    const newswire = parseNewswire(`Headline\nA paragraph.\n${line}\n`);
    expect(newswire).toMatchObject({ authors, agency });
    expect(newswire?.blocks).toHaveLength(1);
  });

  test.for([
    { name: "a dash inside a sentence", line: "He left -- and came back." },
    { name: "an item of a list", line: "- a first point" },
    { name: "a remark between dashes that goes on", line: "- so he said - and left." },
  ])("leaves $name in the text", ({ line }) => {
    expect(parseNewswire(`Headline\nA paragraph.\n${line}`)?.blocks.at(-1)).toEqual({
      kind: "paragraph",
      text: line,
      line: 3,
    });
  });

  test("takes a dateline out of the first paragraph", () => {
    const newswire = parseNewswire("Headline\nPORT ST. ANNE, July 1, 2025 (QNS) - The lock opened.");
    expect(newswire?.dateline).toEqual({
      place: "PORT ST. ANNE",
      month: 7,
      day: 1,
      year: 2025,
      agency: "QNS",
      line: 2,
    });
    expect(newswire?.agency).toBe("QNS");
    expect(newswire?.blocks.map(textOf)[0]).toBe("The lock opened.");
  });

  test("takes a byline out", () => {
    const newswire = parseNewswire("Headline\nBy Ana Holm and Jo Reed\nThe lock opened.");
    expect(newswire?.authors).toEqual(["Ana Holm", "Jo Reed"]);
    expect(newswire?.blocks.map(textOf)).toEqual(["The lock opened."]);
  });

  test("joins wrapped lines between blank lines", () => {
    const newswire = parseNewswire("Headline\n\nThe lock\nopened.\n\n- Works -\nIt took\ntwo years.\n");
    expect(newswire?.blocks.map(textOf)).toEqual(["The lock opened.", "Works", "It took two years."]);
  });

  test("a file with only a headline has no blocks", () => {
    expect(parseNewswire("\n Headline \n")).toMatchObject({ title: "Headline", blocks: [] });
  });

  test("an empty file is nothing", () => {
    expect(parseNewswire(" \n\n")).toBeNull();
  });
});
