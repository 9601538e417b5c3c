import { describe, expect, test } from "vitest";
import { readDialect } from "./read-dialect.ts";

describe("a summary ends", () => {
  test.for([
    { name: "at <!--more-->", text: "A.\n\nB.\n\n<!--more-->\n\nC.", summary: "A. B." },
    { name: "at <!-- truncate -->", text: "A.\n\nB.\n\n<!-- truncate -->\n\nC.", summary: "A. B." },
    { name: "at {/* truncate */}", text: "A.\n\nB.\n\n{/* truncate */}\n\nC.", summary: "A. B." },
    { name: "in the middle of a line", text: "A. B.<!--more--> C.", summary: "A. B." },
    {
      name: "at the mark that the front matter names",
      text: "---\nexcerpt_separator: <!--end-->\n---\nA.\n\nB.\n\n<!--end-->\n\nC.",
      summary: "A. B.",
    },
    { name: "where the title is a heading", text: "# T\n\nA.\n\nB.\n\n<!--more-->", summary: "A. B." },
    {
      name: "with the first paragraph where nothing stands before the mark",
      text: "<!--more-->\n\nA.\n\nB.",
      summary: "A.",
    },
    { name: "with the first paragraph without a mark", text: "A.\n\nB.", summary: "A." },
    { name: "where the front matter says", text: "---\nsummary: S\n---\nA.\n\n<!--more-->", summary: "S" },
  ])("$name", ({ text, summary }) => {
    const read = readDialect(text);
    expect(read.summary).toBe(summary);
    expect(read.html).not.toMatch(/<!--|truncate/);
  });

  test("with whole sentences, and has 400 characters at most", () => {
    const sentence = "The lock opened on Tuesday, said the harbour master. ";
    const { summary = "" } = readDialect(`${`${sentence}\n\n`.repeat(20)}<!--more-->\n\nB.`);
    expect(summary.length).toBeLessThanOrEqual(400);
    expect(summary).toMatch(/^(?:The lock opened on Tuesday, said the harbour master\. ?)+$/);
  });
});

describe("a summary has no signs of notes", () => {
  test.for([
    { name: "of footnotes", text: "A[^1] b.[^2]\n\n[^1]: c\n\n[^2]: d" },
    { name: "of footnotes in HTML", text: 'A<sup><a href="#fn">1</a></sup> b.\n\n<p id="fn">c</p>' },
    { name: "of footnotes before a mark", text: "A[^1] b.\n\n<!--more-->\n\n[^1]: c" },
  ])("$name", ({ text }) => {
    expect(readDialect(text).summary).toBe("A b.");
  });

  test("but the exponents of numbers, and other links", () => {
    expect(readDialect('A<sup>2</sup> <a href="#b">b</a>.\n\n<p id="b">c</p>').summary).toBe("A2 b.");
  });
});
