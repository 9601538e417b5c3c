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
    { name: "two authors", line: "J.Holm & A.Reed--KST", authors: ["J. Holm", "A. Reed"], agency: "KST" },
    { name: "spaces around its dashes", line: "J.Holm -- KST", authors: ["J. Holm"], agency: "KST" },
    { name: "an agency alone", line: "--KST", authors: [], agency: "KST" },
    { name: "desk codes", line: "burs-jd/abc", authors: [], agency: null },
    { name: "one desk's code", line: "jd/abc", authors: [], agency: null },
    { name: "several desks' codes", line: "bur-jd/abc/de burs/fg", authors: [], agency: null },
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

  test("reads several sign-offs below each other", () => {
    const newswire = parseNewswire("Headline\nA paragraph.\nA.Holm--KST\n\nburs-jd/abc\n");
    expect(newswire).toMatchObject({ authors: ["A. Holm"], agency: "KST" });
    expect(newswire?.blocks.map(textOf)).toEqual(["A paragraph."]);
  });

  test.for([
    { name: "quotes", line: "- 'Coordinate efforts' on Iran -", text: "'Coordinate efforts' on Iran" },
    { name: "a question", line: "- What now? -", text: "What now?" },
    { name: "a hyphen", line: "- Two-year works -", text: "Two-year works" },
    { name: "long dashes", line: "– Stalled talks –", text: "Stalled talks" },
  ])("takes a line between dashes with $name as a crosshead", ({ line, text }) => {
    expect(parseNewswire(`Headline\nA paragraph.\n${line}\nAnother.`)?.blocks[1]).toEqual({
      kind: "crosshead",
      text,
      line: 3,
    });
  });

  test.for([
    { name: "a quoted remark", line: '- "We will wait," he said -' },
    { name: "a sentence", line: "- We will wait. -" },
    { name: "two remarks", line: "- yes - or no -" },
    { name: "a long text", line: `- ${"word ".repeat(20).trim()} -` },
    { name: "a single point", line: "* Times are local" },
    { name: "a number", line: "12. That is all" },
  ])("takes $name as a paragraph, as it stands", ({ line }) => {
    expect(parseNewswire(`Headline\nA paragraph.\n${line}\nAnother.`)?.blocks[1]).toMatchObject({
      kind: "paragraph",
      text: line,
    });
  });

  test.for([
    { name: "hyphens", lines: "- one\n- two", isOrdered: false },
    { name: "stars and blank lines", lines: "* one\n\n* two", isOrdered: false },
    { name: "bullets", lines: "• one\n• two", isOrdered: false },
    { name: "numbers", lines: "1. one\n2. two", isOrdered: true },
    { name: "a dash at the end of each", lines: "- one -\n- two -", isOrdered: false },
  ])("makes a list of lines with $name", ({ lines, isOrdered }) => {
    const list = parseNewswire(`Headline\nA paragraph.\n${lines}\nAnother.`)?.blocks[1];
    expect(list).toMatchObject({ kind: "list", isOrdered });
    expect(list && textOf(list)).toMatch(/^one( -)? \| two( -)?$/);
  });

  test.for([
    {
      text: "PORT ST. ANNE, July 1, 2025 (QNS) - Text.",
      place: "PORT ST. ANNE",
      date: [2025, 7, 1],
      agency: "QNS",
    },
    { text: "PARIS (AFP) – Text.", place: "PARIS", date: [null, null, null], agency: "AFP" },
    { text: "LONDON, 3 March (Reuters) - Text.", place: "LONDON", date: [null, 3, 3], agency: "Reuters" },
    {
      text: "WASHINGTON, D.C., Sept. 5 (QNS) -- Text.",
      place: "WASHINGTON, D.C.",
      date: [null, 9, 5],
      agency: "QNS",
    },
    { text: "New York, Feb 2 (QNS) — Text.", place: "New York", date: [null, 2, 2], agency: "QNS" },
    { text: "SÃO PAULO, May 9 - Text.", place: "SÃO PAULO", date: [null, 5, 9], agency: null },
    { text: "(QNS) - Text.", place: null, date: [null, null, null], agency: "QNS" },
  ])("takes a dateline out: $text", ({ text, place, date, agency }) => {
    const newswire = parseNewswire(`Headline\n${text}`);
    const { year, month, day } = newswire?.dateline ?? {};
    expect([year, month, day]).toEqual(date);
    expect(newswire?.dateline).toMatchObject({ place, agency, line: 2 });
    expect(newswire?.blocks.map(textOf)).toEqual(["Text."]);
  });

  test.for(["NATO - the alliance - met.", "The lock (built 1911) - it leaks.", "He left - at last."])(
    "takes no dateline out of: %s",
    (text) => {
      expect(parseNewswire(`Headline\n${text}`)).toMatchObject({ dateline: null });
    },
  );

  test.for([
    { line: "By Ana Holm", authors: ["Ana Holm"] },
    { line: "BY ANA HOLM AND JO REED", authors: ["ANA HOLM", "JO REED"] },
    { line: "By Ana Holm, Jo Reed and Li Wei", authors: ["Ana Holm", "Jo Reed", "Li Wei"] },
    { line: "By Ana de la Cruz in Port Merel", authors: ["Ana de la Cruz"] },
    { line: "By Ana Holm, Harbour correspondent", authors: ["Ana Holm"] },
  ])("takes a byline out: $line", ({ line, authors }) => {
    const newswire = parseNewswire(`Headline\n${line}\nText.`);
    expect(newswire?.authors).toEqual(authors);
    expect(newswire?.blocks.map(textOf)).toEqual(["Text."]);
  });

  test("leaves a sentence that begins with By in the text", () => {
    expect(parseNewswire("Headline\nBy noon the lock was open.")?.authors).toEqual([]);
  });

  test("joins a single wrapped paragraph, and leaves verses and results as they are", () => {
    const wrapped = parseNewswire(
      "Headline\nThe harbour office has published the tide\ntable for the coming year, and it is\nfree of charge.",
    );
    expect(wrapped?.blocks).toHaveLength(1);
    const results = parseNewswire(
      "Results\n\nQuay 3 Lock 1\nMole 2 Lamp 2 after a very long evening in the rain\nPort 0 Sea 4",
    );
    expect(results?.blocks).toHaveLength(3);
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
