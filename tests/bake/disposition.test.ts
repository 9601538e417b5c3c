import { describe, expect, test } from "vitest";
import { dispositionOf } from "../../src/bake/disposition.ts";

describe("a file is saved under", () => {
  test.for([
    { name: "its own name, without its folder", path: "sea/tide.pdf", is: 'inline; filename="tide.pdf"' },
    {
      name: "its name with the letters that ASCII lacks, twice (RFC 8187 §3.2)",
      path: "ébb tide.pdf",
      is: "inline; filename=\"_bb tide.pdf\"; filename*=UTF-8''%C3%A9bb%20tide.pdf",
    },
    {
      name: "one without what would end a quoted text",
      path: 'a"b\\c%d.pdf',
      is: "inline; filename=\"a_b_c_d.pdf\"; filename*=UTF-8''a%22b%5Cc%25d.pdf",
    },
    {
      name: "one whose marks a header field has no room for",
      path: "é'(*).pdf",
      is: "inline; filename=\"_'(*).pdf\"; filename*=UTF-8''%C3%A9%27%28%2A%29.pdf",
    },
    { name: "80 characters whole", path: "a".repeat(80), is: `inline; filename="${"a".repeat(80)}"` },
    {
      name: "the first of more, with the extension",
      path: `${"a".repeat(81)}.pdf`,
      is: `inline; filename="${"a".repeat(76)}.pdf"`,
    },
    {
      name: "the first of more, with an extension of eight letters",
      path: `${"a".repeat(81)}.abcdefgh`,
      is: `inline; filename="${"a".repeat(71)}.abcdefgh"`,
    },
    {
      name: "the first of more alone, where what is behind the dot is no extension",
      path: `${"a".repeat(81)}.abcdefghi`,
      is: `inline; filename="${"a".repeat(80)}"`,
    },
    {
      name: "the first of more, no letter cut in two",
      path: `${"a".repeat(79)}😀😀`,
      is: `inline; filename="${"a".repeat(79)}__"; filename*=UTF-8''${"a".repeat(79)}%F0%9F%98%80`,
    },
  ])("$name", ({ path, is }) => {
    expect(dispositionOf(path)).toBe(is);
  });

  test("a name that can be written, where half a letter stands in it", () => {
    for (const path of ["\ud83d.pdf", `${"a".repeat(90)}.\ud83d`])
      expect(dispositionOf(path)).toContain("%EF%BF%BD");
  });
});
