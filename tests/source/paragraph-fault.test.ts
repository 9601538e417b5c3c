import { describe, expect, test } from "vitest";
import { markdownFault } from "../../src/source/markdown/markdown-limits.ts";
import { paragraphFault } from "../../src/source/markdown/paragraph-fault.ts";

/** Lines of one paragraph that take the renderer too long. */
const COSTLY = "a_b_c_d_e_\n".repeat(3200);

describe("a paragraph of many marks is found", () => {
  test.for([
    { name: "below code", text: `\`\`\`\ncode\n\`\`\`\n\n${COSTLY}` },
    { name: "below code whose end is indented and longer", text: `\`\`\`\ncode\n  \`\`\`\`  \n\n${COSTLY}` },
    { name: "below code between waves", text: `~~~\ncode\n~~~\n\n${COSTLY}` },
    { name: "below one wave", text: `~\n${COSTLY}` },
    { name: "below backticks behind a word", text: `a \`\`\`\n${COSTLY}` },
    { name: "with hyphens in its lines", text: COSTLY.replaceAll("c_", "- c_") },
    { name: "with tags in its lines", text: COSTLY.replaceAll("c_", "<p>c_") },
    ...[
      "> q",
      "# h",
      "<x",
      "- i",
      "* i",
      "1. i",
      "123456789. i",
      "2) i",
      "```",
      "~~~",
      "\tc",
      "    c",
      "   > q",
    ].map((end) => ({ name: `below a table that “${end}” ends`, text: `a|b\n-|-\n${end}\n${COSTLY}` })),
  ])("$name", ({ text }) => {
    expect(paragraphFault(text)?.message).toContain("in one paragraph");
  });

  test.for([
    { name: "no code", text: `\`\`\`\n${COSTLY}\`\`\`\n` },
    { name: "no code in which backticks stand behind a word", text: `\`\`\`\na \`\`\`\n${COSTLY}\`\`\`\n` },
    { name: "no code in which a word stands behind backticks", text: `\`\`\`\n\`\`\` a\n${COSTLY}\`\`\`\n` },
    { name: "no code between waves in which backticks stand", text: `~~~\n\`\`\`\n${COSTLY}~~~\n` },
    { name: "no list below blank lines", text: `\n\n${COSTLY.replaceAll("a_b", "- a_b")}` },
    { name: "no rows of a table", text: `a|b\n-|-\n${COSTLY}` },
    ...["1.a_b", "`` a_b", "~~ a_b", "x > a_b", "a 1. b", "12 a_b", "-a_b"].map((row) => ({
      name: `no rows of a table that begin with “${row}”`,
      text: `a|b\n-|-\n${COSTLY.replaceAll("a_b", row)}`,
    })),
    { name: "no raw HTML", text: `<h2>\n${COSTLY}</h2>` },
    { name: "no raw HTML whose tag has no end on its line", text: `<div\n${COSTLY}</div>` },
  ])("but $name", ({ text }) => {
    expect(paragraphFault(text)).toBeNull();
  });

  test("from 250 million on: its marks times its characters, its line end with them", () => {
    const text = (characters: number) => "_".repeat(6250).padEnd(characters - 1, "a");
    expect(paragraphFault(text(40_000))).toBeNull();
    expect(paragraphFault(text(40_001))).toMatchObject({ offset: 0 });
  });
});

describe("a URL before many punctuation marks", () => {
  const words = "a ".repeat(15_000);

  test.for([
    { name: "1,000 of them", text: `${words}www.a${".".repeat(1000)}` },
    { name: "behind no URL", text: `${words}www.a x${".".repeat(1001)}` },
    { name: "in a URL of many characters", text: `${words}www.${"a.".repeat(1000)}` },
  ])("is no fault with $name", ({ text }) => {
    expect(markdownFault(text)).toBeNull();
  });
});

test("rows with all their cells lack none", () => {
  expect(markdownFault(`|a|b|c|\n|---|---|---|\n${"|a|b|c|\n".repeat(100_001)}`)).toBeNull();
  expect(markdownFault("a\n".repeat(100_001))).toBeNull();
});
