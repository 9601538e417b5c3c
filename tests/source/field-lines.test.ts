import { expect, test } from "vitest";
import { lineOfField } from "../../src/source/formats/field-lines.ts";

test.for([
  { rule: "its first line", frontMatter: "a: 1\ndate: 1\ndate: 2", name: "date", line: 3 },
  { rule: "in TOML", frontMatter: 'a = 1\ndate = "1"', name: "date", line: 3 },
  { rule: "in JSON", frontMatter: '{ "a": 1,\n "date" : 1 }', name: "date", line: 3 },
  { rule: "in JSON on the first line", frontMatter: '{ "date": 1 }', name: "date", line: 2 },
  { rule: "a table of TOML by its first part", frontMatter: "a = 1\nimage.src = 1", name: "image", line: 3 },
  { rule: "with a dot in YAML", frontMatter: "a: 1\nog.title: 1", name: "og.title", line: 3 },
  { rule: "with a dot in YAML and no value", frontMatter: "a: 1\nog.title:", name: "og.title", line: 3 },
  { rule: "with a colon in quotes", frontMatter: "a: 1\n'og:title': 1", name: "og:title", line: 3 },
  { rule: "with an apostrophe", frontMatter: "it's: 1", name: "it's", line: 2 },
  { rule: "no word that begins with it", frontMatter: "dates\ndate: 1", name: "date", line: 3 },
  { rule: "none", frontMatter: "dates: 1", name: "date", line: null },
])("the line of a field is known: $rule", ({ frontMatter, name, line }) => {
  const split = { format: "yaml", frontMatter, frontMatterLine: 2, body: "", bodyLine: 9 } as const;
  expect(lineOfField(split, name)).toBe(line);
  expect(lineOfField(split, name)).toBe(line);
});
