import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printable, singleLine, visible } from "../../src/article/plain-text.ts";

/** The characters of XML 1.0 §2.2, as its grammar has them. */
const CHAR = /^[\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;

describe("text for a terminal", () => {
  test.for([
    {
      name: "keeps words of every script and signs that join them",
      text: "a é 東 \u{1f468}\u200d\u{1f469} \\n",
      told: "a é 東 \u{1f468}\u200d\u{1f469} \\n",
    },
    { name: "shows the ends of lines", text: "a\r\nb\u2028c", told: "a\\u000d\\u000ab\\u2028c" },
    { name: "shows what begins a sequence", text: "\u001b[2J\u009b31m", told: "\\u001b[2J\\u009b31m" },
    {
      name: "shows other control characters",
      text: "\u0000\t\u007f\u0080",
      told: "\\u0000\\u0009\\u007f\\u0080",
    },
    { name: "shows what turns letters around", text: "\u202ea\u2066b", told: "\\u202ea\\u2066b" },
  ])("$name", ({ text, told }) => {
    expect(visible(text)).toBe(told);
  });

  test("leaves JSON what it is", () => {
    const value = { "a\u009b": "\u001b\u202e\n\u007f" };
    expect(JSON.parse(visible(JSON.stringify(value)))).toEqual(value);
  });
});

describe("printable text", () => {
  test.for([
    { name: "a tab, a line feed and a space", text: "a\t\n b" },
    { name: "letters of every script", text: "é潮😀\u007F\u0085" },
    { name: "private and reserved characters", text: "\uE000\uFFFD\u{1FFFE}" },
  ])("keeps $name", ({ text }) => {
    expect(printable(text)).toBe(text);
  });

  test.for([
    { name: "control characters", text: "a\u0000\u0008\u000B\u000C\u000E\u001Fb" },
    { name: "the first half of a surrogate pair", text: "a\uD83Db" },
    { name: "the second half of one", text: "a\uDE00b" },
    { name: "U+FFFE and U+FFFF", text: "a\uFFFE\uFFFFb" },
  ])("drops $name (XML 1.0 §2.2)", ({ text }) => {
    expect(printable(text)).toBe("ab");
  });

  test.for([
    { name: "carriage return and line feed", text: "a\r\nb", told: "a\nb" },
    { name: "a carriage return alone", text: "a\rb", told: "a\nb" },
    { name: "two of them", text: "a\r\rb", told: "a\n\nb" },
    { name: "all that there are", text: "a\r\nb\r\nc\rd\n", told: "a\nb\nc\nd\n" },
  ])("ends its lines with line feeds: $name (XML 1.0 §2.11)", ({ text, told }) => {
    expect(printable(text)).toBe(told);
  });

  test("holds what XML has room for and nothing else, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const told = printable(text);
          expect(told).toMatch(CHAR);
          expect(told).not.toContain("\r");
        },
      ),
    );
  });
});

test.for([
  { name: "white space at its ends", text: " \n a\t", line: "a" },
  { name: "space before it", text: " a b", line: "a b" },
  { name: "space behind it", text: "a b ", line: "a b" },
  { name: "runs of white space", text: "a  \r\n\t b\u00A0c", line: "a b c" },
  { name: "control characters", text: "a\u0000b", line: "ab" },
])("a single line has no $name", ({ text, line }) => {
  expect(singleLine(text)).toBe(line);
});

test("one line is the printable text with every run of white space folded", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a", " ", "  ", "\t", "\u00a0", "\ufeff", "\u2003", "\u0085", "é", "\r\n")),
      (parts) => {
        const text = parts.join("");
        expect(singleLine(text)).toBe(printable(text).replace(/\s+/gu, " ").trim());
      },
    ),
  );
});
