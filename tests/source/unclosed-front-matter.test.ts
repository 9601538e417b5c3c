import { describe, expect, test } from "vitest";
import { unclosedFrontMatter, unopenedFrontMatter } from "../../src/source/formats/unclosed-front-matter.ts";

const isField = (name: string) => name === "title" || name === "date";
const BEGINS = "the front matter that begins here has no end;";
const RULE = "For a line across the page write *** instead";

describe("front matter that never ends", () => {
  test.for([
    { text: '{  "a" : 1', says: `${BEGINS} close it with }` },
    { text: '{"a": 1', says: `${BEGINS} close it with }` },
    { text: "+++\nIt rained.", says: `${BEGINS} put a line +++ below its last field` },
    { text: "---yml\nIt rained.", says: `${BEGINS} put a line --- below its last field` },
    { text: "---toml", says: `${BEGINS} put a line --- below its last field` },
    {
      text: "---\n  # a remark\ntitle: Rain\n\nText",
      says: `${BEGINS} put a line --- below its last field, behind line 3. ${RULE}`,
    },
    {
      text: "---\ntitle: Rain",
      says: `${BEGINS} put a line --- below its last field, behind line 2. ${RULE}`,
    },
    {
      text: '---\n"title": Rain\n\nText',
      says: `${BEGINS} put a line --- below its last field, behind line 2. ${RULE}`,
    },
    {
      text: "---\ntitle: Rain\nIt rained: all day.",
      says: `${BEGINS} put a line --- below its last field, behind line 2. ${RULE}`,
    },
    {
      text: "---\ntitle: Rain\ntags:\n - sea\n\nText",
      says: `${BEGINS} put a line --- below its last field, behind line 4. ${RULE}`,
    },
    {
      text: "---\ntitle: Rain\n-- a\nText",
      says: `${BEGINS} put a line --- below its last field, behind line 2. ${RULE}`,
    },
    {
      text: "---\ntitle: Rain\n====  \nText",
      says: `${BEGINS} write --- instead of ==== on line 3. ${RULE}`,
    },
    { text: "---\ntitle: Rain\n```\nText", says: `${BEGINS} write --- instead of \`\`\` on line 3. ${RULE}` },
    {
      text: "---\ntitle: Rain\n`\nText",
      says: `${BEGINS} put a line --- below its last field, behind line 2. ${RULE}`,
    },
  ])("$text", ({ text, says }) => {
    expect(unclosedFrontMatter(text, isField)).toEqual({ line: 1, column: null, message: says });
  });

  test.for([
    { rule: "braces in a text", text: 'See { "a": 1' },
    { rule: "one field that nobody knows, below a blank line", text: "---\n\nmood: wet\nplace: quay" },
    { rule: "a paragraph above a field", text: "---\nIt rained.\nplace: quay\n" },
    { rule: "a line across the page above a quote", text: "---\n> title: Rain" },
  ])("is none with $rule", ({ text }) => expect(unclosedFrontMatter(text, isField)).toBeNull());
});

describe("front matter that nothing opens", () => {
  test.for([
    { text: "title: Rain\ndate: 2025-07-01\n\nText", is: true },
    { text: "title: Rain\nmood: wet", is: false },
    { text: "mood: wet\ntitle: Rain", is: false },
    { text: "title: Rain", is: false },
    { text: "", is: false },
  ])("$text: $is", ({ text, is }) => {
    const found = unopenedFrontMatter(text, isField);
    if (is) expect(found).toMatchObject({ line: 1, column: null });
    else expect(found).toBeNull();
  });
});
