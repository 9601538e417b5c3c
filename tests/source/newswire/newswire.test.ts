import { describe, expect, test } from "vitest";
import type { NewswireBlock } from "../../../src/source/newswire/blocks.ts";
import { parseNewswire } from "../../../src/source/newswire/newswire.ts";
import { newswireText } from "../../content-folder.ts";

/** What a block says, a list item by item. */
function textOf(block: NewswireBlock): string {
  return block.kind === "list" ? block.items.join(" | ") : block.text;
}

/** The blocks of a text, each as what it says. */
function textsOf(text: string): string[] | undefined {
  return parseNewswire(text)?.blocks.map(textOf);
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

  test("reads all parts of one text", () => {
    const text =
      "\nHead\n\nBy Ana Holm\n\nPARIS, July 1 (QNS) - The lock\nopened.\n\nIt leaks.\nJ.Reed--KST\n";
    expect(parseNewswire(text)).toEqual({
      title: "Head",
      blocks: [
        { kind: "paragraph", text: "The lock opened.", line: 6 },
        { kind: "paragraph", text: "It leaks.", line: 9 },
      ],
      authors: ["Ana Holm"],
      agency: "KST",
      dateline: { place: "PARIS", month: 7, day: 1, year: null, agency: "QNS", line: 6 },
    });
  });

  test.for([
    { name: "an empty text", text: "" },
    { name: "blank lines", text: " \n\n" },
  ])("gives null for $name", ({ text }) => {
    expect(parseNewswire(text)).toBeNull();
  });

  test("a headline alone has nothing below it", () => {
    expect(parseNewswire("\n Headline \n")).toEqual({
      title: "Headline",
      blocks: [],
      authors: [],
      agency: null,
      dateline: null,
    });
  });
});

describe("sign-offs at the end", () => {
  test("name the authors and the agency, and are no paragraph", () => {
    const text = "Head\nA paragraph.\n\n  J.Holm & A.Reed--KST  \n\n";
    expect(parseNewswire(text)).toMatchObject({ authors: ["J. Holm", "A. Reed"], agency: "KST" });
    expect(textsOf(text)).toEqual(["A paragraph."]);
  });

  test("name their authors in the order of the text, and the last agency counts", () => {
    const text = "Head\nA paragraph.\nA.Holm & B.Reed--KST\n\nC.Li--QNS\nburs-jd/abc\n";
    expect(parseNewswire(text)).toMatchObject({ authors: ["A. Holm", "B. Reed", "C. Li"], agency: "QNS" });
    expect(textsOf(text)).toEqual(["A paragraph."]);
  });

  test("stand below the text, not in it", () => {
    const text = "Head\nA.Holm--KST\n\nA paragraph.";
    expect(parseNewswire(text)).toMatchObject({ authors: [], agency: null });
    expect(textsOf(text)).toEqual(["A.Holm--KST", "A paragraph."]);
  });

  test.for([
    { name: "a dash inside a sentence", line: "He left -- and came back." },
    { name: "an item of a list", line: "- a first point" },
    { name: "a remark between dashes that goes on", line: "- so he said - and left." },
  ])("are none with $name", ({ line }) => {
    expect(textsOf(`Head\nA paragraph.\n${line}`)).toEqual(["A paragraph.", line]);
  });

  test("name no author where a byline does", () => {
    expect(parseNewswire("Head\nBy Ana Holm\nA paragraph.\nJ.Reed--KST")).toMatchObject({
      authors: ["Ana Holm"],
      agency: "KST",
    });
  });
});

describe("a byline below the headline", () => {
  test("names the authors, and is no paragraph", () => {
    const text = "Head\n\n\nBy Ana Holm and Jo Reed\nThe lock opened.";
    expect(parseNewswire(text)?.authors).toEqual(["Ana Holm", "Jo Reed"]);
    expect(textsOf(text)).toEqual(["The lock opened."]);
  });

  test("is none behind the first paragraph", () => {
    const text = "Head\nThe lock opened.\nBy Ana Holm";
    expect(parseNewswire(text)?.authors).toEqual([]);
    expect(textsOf(text)).toEqual(["The lock opened.", "By Ana Holm"]);
  });
});

describe("a dateline", () => {
  test("heads the first paragraph, which a crosshead or a list may precede", () => {
    const text = "Head\n- Works -\n* a\n* b\nPARIS, July 1 (QNS) - Text.\nROME (KST) - More.";
    expect(parseNewswire(text)?.dateline).toMatchObject({ place: "PARIS", line: 5 });
    expect(textsOf(text)).toEqual(["Works", "a | b", "Text.", "ROME (KST) - More."]);
  });

  test("names the agency where no sign-off does", () => {
    expect(parseNewswire("Head\nPARIS, July 1 (QNS) - Text.")?.agency).toBe("QNS");
  });

  test("is none behind the first paragraph", () => {
    expect(parseNewswire("Head\nText.\nROME (KST) - More.")?.dateline).toBeNull();
  });

  test("is none where crossheads stand alone", () => {
    expect(parseNewswire("Head\n- PARIS, July 1 -")?.dateline).toBeNull();
  });
});

describe("signatures", () => {
  test("are the last twenty lines at most; what stands above is text", () => {
    const names = Array.from({ length: 21 }, (_, at) => `${String.fromCharCode(65 + at)}. Marsh--QN`);
    const newswire = parseNewswire(["Headline", "Text.", ...names].join("\n"));
    expect(newswire?.authors).toHaveLength(20);
    expect(newswire?.authors[0]).toBe("B. Marsh");
    expect(newswire?.blocks.map(textOf)).toEqual(["Text.", "A. Marsh--QN"]);
  });

  test("a line of more than 500 characters is no byline", () => {
    const line = (length: number) =>
      `By Ana Holm, ${"of the desk ".repeat(50)}`.slice(0, length - 1).concat("x");
    expect(parseNewswire(`Headline\n${line(500)}\nText.`)?.authors).toEqual(["Ana Holm"]);
    expect(parseNewswire(`Headline\n${line(501)}\nText.`)?.authors).toEqual([]);
  });
});

test("a byline that is all there is, is the headline", () => {
  expect(parseNewswire("By Ana Holm")?.title).toBe("By Ana Holm");
});

test("a byline may be all that stands below the headline", () => {
  expect(parseNewswire("Lock opens\nBy Ana Holm")).toMatchObject({ authors: ["Ana Holm"], blocks: [] });
});
