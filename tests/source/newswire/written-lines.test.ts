import { describe, expect, test } from "vitest";
import { writtenLines } from "../../../src/source/newswire/written-lines.ts";

describe("characters that archives write as numbers or names", () => {
  test.for([
    { written: "a&#32;b", read: "a b" },
    { written: "a&#31;b", read: "ab" },
    { written: "a&#65;b", read: "aAb" },
    { written: "a&#126;b", read: "a~b" },
    { written: "a&#127;b", read: "ab" },
    { written: "a&#159;b", read: "ab" },
    { written: "a&#160;b", read: "a\u00a0b" },
    { written: "a&#233;b", read: "aéb" },
    { written: "a&#55295;b", read: "a\ud7ffb" },
    { written: "a&#55296;b", read: "ab" },
    { written: "a&#57343;b", read: "ab" },
    { written: "a&#57344;b", read: "a\ue000b" },
    { written: "a&#1114111;b", read: "a\u{10ffff}b" },
    { written: "a&#1114112;b", read: "ab" },
    { written: "a&lt;&gt;&amp;&quot;&apos;b", read: "a<>&\"'b" },
    { written: "a&nbsp;b", read: "a&nbsp;b" },
  ])("$written is read as $read", ({ written, read }) => {
    expect(writtenLines(written).map(({ text }) => text)).toEqual([read]);
  });
});

describe("the white space before a line", () => {
  test.for([
    { line: "x", indent: 0 },
    { line: "   x", indent: 3 },
    { line: "\tx", indent: 8 },
    { line: "  \tx", indent: 8 },
    { line: "\t\tx", indent: 16 },
    { line: "\t  x", indent: 10 },
  ])("has $indent columns: %o", ({ line, indent }) => {
    expect(writtenLines(`Head\n${line}`)[1]?.indent).toBe(indent);
  });
});
