import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curlyQuotes } from "../../src/render/text/curly-quotes.ts";

describe("the quotation marks of a headline", () => {
  test.for([
    ["en", `"Harbour" is open`, "“Harbour” is open"],
    ["en-GB", "'Harbour' is open", "‘Harbour’ is open"],
    ["en", `"No," he said, "never"`, "“No,” he said, “never”"],
    ["en", `He said "she said 'no' twice"`, "He said “she said ‘no’ twice”"],
    ["en", `("Hello") again`, "(“Hello”) again"],
    ["de", `"Ja", sagt er`, "„Ja“, sagt er"],
    ["de-CH", `Das "Haus"`, "Das «Haus»"],
    ["fr", `L'eau dit "non"`, "L’eau dit «\u202Fnon\u202F»"],
    ["fr", `D'Angelo et l'"Étoile"`, "D’Angelo et l’«\u202FÉtoile\u202F»"],
    ["pt-PT", `"Mar"`, "«Mar»"],
    ["sv", `"Hej"`, "”Hej”"],
  ] as const)("are those of its language: %s, %s", ([language, straight, curly]) => {
    expect(curlyQuotes(straight, language)).toBe(curly);
  });

  test.for([
    ["O'Brien's boat", "O’Brien’s boat"],
    ["The dogs' day", "The dogs’ day"],
    ["Rock 'n' roll in the '90s", "Rock ’n’ roll in the ’90s"],
    [`'Tis "done"`, "’Tis “done”"],
    ["'It's a boy'", "‘It’s a boy’"],
    ["1980's hits", "1980’s hits"],
    [`6'2" sailor`, "6′2″ sailor"],
    [`A 12" record`, "A 12″ record"],
    ["10'-12' deep", "10′-12′ deep"],
    [`"Catch 22" wins`, "“Catch 22” wins"],
  ])("are told from apostrophes and from feet and inches: %s", ([straight, curly]) => {
    expect(curlyQuotes(straight ?? "", "en")).toBe(curly);
  });

  test.for([
    'Use `"strict"` mode',
    'print("x") works',
    'a="b" in HTML',
    "const x = 'a'",
    '{"a": 1}',
    "f('x') and g(\"y\")",
    "rename 's/a/b/' *",
    '<a title="x">',
    String.raw`say \"x\"`,
  ])("stay as they are in code: %s", (code) => {
    expect(curlyQuotes(code, "en")).toBe(code);
  });

  test("stay where they do not pair, and in a language that has none here", () => {
    expect(curlyQuotes('Unpaired " here', "en")).toBe('Unpaired " here');
    expect(curlyQuotes('"日本"', "ja")).toBe('"日本"');
  });

  test("nothing else of any text changes", () => {
    const texts = fc.string({ unit: fc.constantFrom(..."ab '\"1(,.“é".split("")) });
    fc.assert(
      fc.property(texts, fc.constantFrom("en", "de", "sv", "it"), (text, language) => {
        const curly = curlyQuotes(text, language);
        expect(curly.replace(/[“”„‘’‚«»′″]/g, "").replace(/["']/g, "")).toBe(
          text.replace(/[“”„‘’‚«»′″]/g, "").replace(/["']/g, ""),
        );
        expect(curly.length).toBe(text.length);
      }),
    );
  });
});
