import { describe, expect, test } from "vitest";
import { markdownFault } from "../../src/source/markdown/markdown-limits.ts";

const SENTENCE = "The lock_gate opened & closed, see https://quay.example/a_b. ";

describe("what the renderer of Markdown would take too long for", () => {
  test.for([
    {
      name: "1,001 quotes",
      text: `a\n\n${">".repeat(1001)} b`,
      offset: 3,
      message: /more than 1,000 quotes/,
    },
    {
      name: "1,001 quotes with spaces",
      text: "> ".repeat(1001),
      offset: 0,
      message: /more than 1,000 quotes/,
    },
    { name: "1,001 lists", text: "- ".repeat(1001), offset: 0, message: /more than 1,000 quotes and lists/ },
    { name: "1,001 numbered lists", text: "12) ".repeat(1001), offset: 0, message: /more than 1,000 quotes/ },
    { name: "1,001 of both", text: "- > \t* ".repeat(334), offset: 0, message: /more than 1,000 quotes/ },
    {
      name: "10,001 footnotes",
      text: "[^a]".repeat(10_001),
      offset: 40_000,
      message: /more than 10,000 times/,
    },
    {
      name: "100,001 missing cells",
      text: `|a|b|\n|-|-|\n${"a\n".repeat(100_001)}`,
      offset: 200_012,
      message: /lack more than 100,000 cells/,
    },
    {
      name: "a table of many columns and empty rows",
      text: `${"a|".repeat(1001)}\n${"-|".repeat(1001)}\n${"a\n".repeat(200)}`,
      offset: 4206,
      message: /lack more than 100,000 cells/,
    },
    {
      name: "a paragraph of many underscores",
      text: `a\n\n${"a_b_c_d_e_".repeat(3200)}`,
      offset: 3,
      message: /has 32,00\d characters with 16,000 of _, &, @ and URLs in one paragraph/,
    },
    {
      name: "a paragraph of many references",
      text: "&amp;\n".repeat(7000),
      offset: 0,
      message: /one paragraph/,
    },
    {
      name: "a paragraph below a table's look-alike",
      text: `a|b|c\n-|-\n${"a_|_b\n".repeat(8000)}`,
      offset: 0,
      message: /one paragraph/,
    },
    {
      name: "a paragraph below a table that something else ended",
      text: `a|b\n-|-\n    code\n${"&amp; a_b\n".repeat(8000)}`,
      offset: 8,
      message: /one paragraph/,
    },
    {
      name: "a URL before 1,001 full stops",
      text: `${"a ".repeat(15_000)}www.${".".repeat(1001)}`,
      offset: 30_000,
      message: /a URL with more than 1,000 punctuation marks/,
    },
    {
      name: "a paragraph in what is no fence",
      text: `<!--\n\n\`\`\`\n\n-->\n\n${"a_b_".repeat(9000)}\n\`\`\`\n`,
      offset: 16,
      message: /one paragraph/,
    },
    {
      name: "a paragraph below waves with a backtick behind them",
      text: `~~~ \`\n${"a_b_".repeat(9000)}\n~~~\n`,
      offset: 0,
      message: /one paragraph/,
    },
  ])("$name", ({ text, offset, message }) => {
    expect(markdownFault(text)).toEqual({ offset, message: expect.stringMatching(message) });
  });

  test.for([
    { name: "1,000 quotes", text: `${">".repeat(1000)} a` },
    { name: "a rule of stars", text: "*".repeat(5000) },
    { name: "10,000 footnotes", text: "[^a]".repeat(10_000) },
    { name: "100,000 missing cells", text: `|a|b|\n|-|-|\n${"a\n".repeat(100_000)}` },
    {
      name: "a thousand columns",
      text: `${"a|".repeat(1000)}\n${"-|".repeat(1000)}\n${"b|".repeat(1000)}\n`,
    },
    { name: "short rows of another table", text: `|a|b|\n|-|-|\n|c|d|\n\n${"a\n".repeat(100_000)}` },
    { name: "a megabyte of paragraphs", text: `${SENTENCE.repeat(20)}\n\n`.repeat(800) },
    {
      name: "a megabyte of wrapped text in one paragraph",
      text: "The lock opened on Tuesday.\n".repeat(35_000),
    },
    { name: "a tight list of 10,000 items", text: `- ${SENTENCE}\n`.repeat(10_000) },
    {
      name: "a table of 10,000 rows",
      text: `| a_b | c |\n|--|:-:|\n${`| ${SENTENCE} | & |\n`.repeat(10_000)}`,
    },
    { name: "a table whose cells hold pipes", text: `a\\|b|c\n-|-\n${`${SENTENCE}|d\n`.repeat(10_000)}` },
    {
      name: "a listing of 10,000 lines",
      text: `Code:\n\n\`\`\`py\n${`${SENTENCE}\n`.repeat(10_000)}\`\`\`\n\nText.\n`,
    },
    {
      name: "raw HTML of 10,000 lines",
      text: `<table>\n${"<tr><td>a_b &amp; c</td></tr>\n".repeat(10_000)}</table>\n`,
    },
    { name: "a short paragraph of nothing else", text: "_".repeat(30_000) },
  ])("but not $name", ({ text }) => {
    expect(markdownFault(text)).toBeNull();
  });
});

test.for([
  {
    text: "> ".repeat(1001),
    says: "nests more than 1,000 quotes and lists inside each other; leave some out",
  },
  {
    text: "[^a]".repeat(10_001),
    says: "refers to footnotes more than 10,000 times; divide it into several articles",
  },
  {
    text: `|a|b|\n|-|-|\n${"a\n".repeat(100_001)}`,
    says: "has tables whose rows lack more than 100,000 cells together; write the rows with as many cells as the head has",
  },
  {
    text: "a_b_c_d_e_".repeat(3200),
    says: "has 32,001 characters with 16,000 of _, &, @ and URLs in one paragraph; put blank lines between its parts",
  },
  {
    text: `${"a ".repeat(15_000)}www.${".".repeat(1001)}`,
    says: "has a URL with more than 1,000 punctuation marks in a row; leave some out",
  },
])("what takes too long is told with what to do: $says", ({ text, says }) => {
  expect(markdownFault(text)?.message).toBe(says);
});
