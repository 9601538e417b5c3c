import { describe, expect, test } from "vitest";
import { FRONT_MATTER_FORMATS } from "../../src/source/formats/front-matter-formats.ts";
import { indentedYaml } from "../../src/source/formats/indented-yaml.ts";

const read = FRONT_MATTER_FORMATS.yaml;

describe("YAML as generators take it", () => {
  test.for<{ form: string; yaml: string; value: unknown }>([
    { form: "a text in double quotation marks", yaml: 'a: "x\ny"\nb: 1', value: { a: "x y", b: 1 } },
    { form: "a text in single quotation marks", yaml: "a: 'x\nit''s'\nb: 1", value: { a: "x it's", b: 1 } },
    { form: "a text with a hash and a bracket", yaml: 'a: "x # [\ny"\nb: 1', value: { a: "x # [ y", b: 1 } },
    { form: "a text with an escape", yaml: 'a: "x \\"\ny"\nb: 1', value: { a: 'x " y', b: 1 } },
    { form: "a text with a blank line", yaml: 'a: "x\n\ny"\nb: 1', value: { a: "x\ny", b: 1 } },
    { form: "a list", yaml: "a: [x,\ny\n]\nb: 1", value: { a: ["x", "y"], b: 1 } },
    { form: "a list with an apostrophe", yaml: "a: [it's,\ny\n]\nb: 1", value: { a: ["it's", "y"], b: 1 } },
    { form: "a list with a comment", yaml: "a: [x, # [\ny]\nb: 1", value: { a: ["x", "y"], b: 1 } },
    { form: "a table", yaml: "a: {x: 1,\ny: 2}\nb: 1", value: { a: { x: 1, y: 2 }, b: 1 } },
    { form: "the items of a list", yaml: 'a:\n  - "x\ny"\n  - z', value: { a: ["x y", "z"] } },
    { form: "a text that is indented already", yaml: 'a: "x\n      y"\nb: 1', value: { a: "x y", b: 1 } },
    {
      form: "an apostrophe doubled at the end of a line",
      yaml: "a: 'x''\ny'\nb: 1",
      value: { a: "x' y", b: 1 },
    },
    {
      form: "quotes of the other kind",
      yaml: "a: 'x \"\ny'\nb: \"it's\nso\"",
      value: { a: 'x " y', b: "it's so" },
    },
    { form: "a backslash in single quotes", yaml: "a: 'x\\\ny'\nb: 1", value: { a: "x\\ y", b: 1 } },
    {
      form: "a text below a block with blank lines",
      yaml: 'b: |\n  c\n\n  "d\na: "x\ny"',
      value: { b: 'c\n\n"d\n', a: "x y" },
    },
    {
      form: "a text below a block that ends the text",
      yaml: 'a: "x\ny"\nb: |\n  c: "d\n',
      value: { a: "x y", b: 'c: "d\n' },
    },
    {
      form: "a text below one that only looks like it",
      yaml: 'b: |\n  c: "d\na: "x\ny"',
      value: { b: 'c: "d\n', a: "x y" },
    },
  ])("goes on in the first column: $form", ({ yaml, value }) => {
    expect(read(yaml)).toEqual({ value });
    expect(indentedYaml(yaml).split("\n")).toHaveLength(yaml.split("\n").length);
  });

  test("has the last of two fields with one name, and is told", () => {
    expect(read("a: 1\nb: 2\na: 3")).toMatchObject({
      value: { a: 3, b: 2 },
      notes: [{ line: 3, message: expect.stringContaining('"a" appears a second time') }],
    });
  });

  test.for([
    { rule: "what can be read", yaml: 'a: "x"\nb: [y]\n' },
    { rule: "a text that has no end", yaml: 'a: "x\nb: 1\n' },
    { rule: "a list that has no end", yaml: "a: [x\nb: 1\n" },
  ])("is left as it is: $rule", ({ yaml }) => expect(indentedYaml(yaml)).toBe(yaml));

  test("is told of with the line of what cannot be read either way", () => {
    expect(read('a: "x\ny"\ntitle: Lock: open')).toMatchObject({ fault: { line: 3 } });
  });
});

describe("what goes on in the first column is indented", () => {
  test.for([
    { form: "further than its field", yaml: '  a: "x\ny"', is: '  a: "x\n    y"' },
    { form: "but not what is indented", yaml: 'a: "x\n y\nz"', is: 'a: "x\n y\n  z"' },
    { form: "behind spaces", yaml: 'ab:  "x\ny"', is: 'ab:  "x\n  y"' },
    { form: "in an item behind spaces", yaml: '-  "x\ny"', is: '-  "x\n  y"' },
    { form: "in a field of an item behind spaces", yaml: '-  a: "x\ny"', is: '-  a: "x\n  y"' },
    { form: "below a bracket in a name", yaml: 'a[b: "x\ny"', is: 'a[b: "x\n  y"' },
    {
      form: "below an apostrophe at the end of a word",
      yaml: "a: [dogs' tail,\ny]",
      is: "a: [dogs' tail,\n  y]",
    },
  ])("$form", ({ yaml, is }) => expect(indentedYaml(yaml)).toBe(is));

  test.for([
    { form: "a block", block: 'ab: |\n  c\n  d: "e' },
    { form: "a block with a blank line", block: 'ab: |\n  c\n\n  d: "e' },
    { form: "a block that says how it ends", block: 'ab: >-\n  d: "e' },
    { form: "a block that says how far it is in", block: 'ab: |2+\n  d: "e' },
    { form: "a block with a remark", block: 'ab: | # remark\n  d: "e' },
    { form: "a block behind spaces", block: 'ab:  |\n  d: "e' },
    { form: "a block of an item behind spaces", block: '-  ab: |\n     d: "e' },
    { form: "a block that is indented", block: '  ab: |\n    d: "e' },
  ])("behind $form, whose quotes open nothing", ({ block }) => {
    const indent = /^ */.exec(block)?.[0] ?? "";
    expect(indentedYaml(`${block}\n${indent}f: "x\ny"`)).toBe(`${block}\n${indent}f: "x\n${indent}  y"`);
  });
});
