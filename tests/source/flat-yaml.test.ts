import * as fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { flatYaml } from "../../src/source/formats/flat-yaml.ts";
import { ANY_SIGN } from "../any-text.ts";
import { runs } from "../runs.ts";

describe("front matter of a field a line", () => {
  test.for([
    {
      name: "texts with and without quotation marks",
      text: `title: "Rain: 1 < 2 & more"\nauthor: Ann Lee\nplace: 'The "Quay"'\n`,
    },
    { name: "days and times", text: "date: 2025-07-01\nupdated: 2025-07-01T10:00:00Z" },
    { name: "a list of texts", text: "tags: [harbour, \"a, b\", 'c d']\n" },
  ])("is read without the parser: $name", ({ text }) => {
    expect(flatYaml(text)).toStrictEqual(load(text));
  });

  test.for([
    { name: "a name that comes twice", text: "title: a\ntitle: b" },
    { name: "a name that is a value", text: "true: a" },
    { name: "a value that is no text", text: "draft: true" },
    { name: "a number", text: "year: 2025" },
    { name: "a text that goes on", text: "title: a\n  b" },
    { name: "a colon in a text", text: "title: a: b" },
    { name: "a comment", text: "title: a # b" },
    { name: "an escape", text: 'title: "a\\tb"' },
    { name: "a quotation mark twice", text: "title: 'it''s'" },
    { name: "a list below its name", text: "tags:\n- a" },
    { name: "a key in a list", text: "tags: [a: b]" },
    { name: "an anchor", text: "title: &a b" },
    { name: "a line that ends with a carriage return", text: "title: a\r\n" },
  ])("is left to the parser: $name", ({ text }) => {
    expect(flatYaml(text)).toBeNull();
  });

  test("says what the parser says, whatever is written", () => {
    const signs = [..." \n:,-[]{}\"'#&*!|>%@`~?=.<\\\t", ..."aTn019é\u00a0\u2028", ": ", ", ", "\n- "];
    const words = ["true", "null", "No", "~", "0x1F", ".inf", "2025-07-01", "10:00:00Z", "__proto__", "<<"];
    const value = fc
      .array(fc.oneof(fc.constantFrom(...signs, ...words), fc.string({ unit: ANY_SIGN, maxLength: 3 })), {
        maxLength: 6,
      })
      .map((parts) => parts.join(""));
    const line = fc.oneof(
      value,
      fc
        .tuple(fc.constantFrom("title", "a-b", "true", "No", "n"), value)
        .map(([name, said]) => `${name}: ${said}`),
      value.map((said) => `quoted: "${said}"`),
      fc.array(value, { maxLength: 3 }).map((list) => `tags: [${list.join(", ")}]`),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
        const text = lines.join("\n");
        const read = flatYaml(text);
        if (read !== null) expect(read).toStrictEqual(load(text) ?? {});
      }),
      runs(1000),
    );
  });
});
