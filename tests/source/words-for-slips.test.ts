import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import type { ContentPath } from "../../src/article/values.ts";
import { parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

const site = readSiteSettings(null, "quay", new FileProblems("site.toml"));

/** Problems as a person sees them, but for the file's name. */
function lines(problems: readonly Problem[]): string[] {
  return problems.map(
    ({ line, column, severity, message }) =>
      `${[line, column].filter((part) => part !== undefined).join(":")}: ${severity}: ${message}`,
  );
}

/** What is said of YAML front matter, whose first line is the second of the file. */
function ofYaml(yaml: string): string[] {
  const bytes = Buffer.from(`---\n${yaml}\n---\nText.\n`);
  return lines(parseArticle({ path: "a.md" as ContentPath, bytes }, site).problems);
}

/** What is said of site.toml. */
function ofToml(toml: string): string[] {
  const problems = new FileProblems("site.toml");
  readSiteSettings({ path: "site.toml" as ContentPath, bytes: Buffer.from(toml) }, "quay", problems);
  return lines(problems.list);
}

describe("a slip in YAML is known by the whole line, and by where it begins and ends", () => {
  test.for([
    { yaml: 'a: 1\n"b":2', is: "3:5: error: put a space behind the colon" },
    { yaml: '"a":1', is: "2:5: error: put a space behind the colon" },
    {
      yaml: "t: a --- b\n--- c\nd: 1",
      is: "3:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    { yaml: "tags: [a,\nb", is: "2:7: error: this list has no closing ]; write tags: [a]" },
    { yaml: "tags: [a,\n  b\ntitle: x", is: "2:7: error: this list has no closing ]; write tags: [a]" },
    { yaml: '"Tide: rises"', is: "2:1: error: holds no field; write lines such as title: Rain" },
    {
      yaml: "# c\nTide rises",
      is: "3:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: "b: 2\na: 1\na: 3",
      is: '4:1: warning: "a" appears a second time (the first is the line above); this one counts, remove the other',
    },
    {
      yaml: "t:\n  c: 1\n  d: 2\n  c: 3",
      is: '5:3: warning: "c" appears a second time (the first is 2 lines above); this one counts, remove the other',
    },
    {
      yaml: "  # c\na: 1\nfoo bar",
      is: "4:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: "tags:\n- a\nfoo - bar",
      is: "4:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: "  tags:\n  - a\n  - b\n  foo bar",
      is: "5:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: "tags: \n- a\n- b\nfoo bar",
      is: "5:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: '"a:b": 1\nfoo bar',
      is: "3:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: "'a:b': 1\nfoo bar",
      is: "3:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    {
      yaml: "a: 1\nfoo bar=1",
      is: "3:1: error: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here",
    },
    { yaml: "a: 1\nb = x:y", is: "3:1: error: a colon stands between name and value here; write b: x:y" },
    { yaml: "  a: 1\n  b:x", is: "3:1: error: put a space behind the colon: b: x" },
    {
      yaml: "  a: 1\n  - y",
      is: "3:1: error: is the item of a list that has no name; write a line such as tags: above it",
    },
    {
      yaml: 't: "say \\"a\\" \\d"',
      is: "2:16: error: a backslash between double quotation marks has a meaning of its own; write t: 'say \\\"a\\\" \\d'",
    },
    {
      yaml: "a:\nb: 1\na:",
      is: '4:1: warning: "a" appears a second time (the first is 2 lines above); this one counts, remove the other',
    },
    {
      yaml: "t:\n  ab:\n  c: 1\n  ab :",
      is: '5:3: warning: "ab" appears a second time (the first is 2 lines above); this one counts, remove the other',
    },
    {
      yaml: "a: 1\n b: 2\n",
      is: "3:3: error: is indented, so it belongs to the text above, where no colon may stand; begin it in the same column as the line above, or put quotation marks round the whole text",
    },
    {
      yaml: "t: it: 'a'",
      is: "2:4: error: a text with a colon needs quotation marks round it; write t: \"it: 'a'\"",
    },
    { yaml: "t: 'a\" b: c", is: "2:4: error: the closing quotation mark is missing; write t: 'a\" b: c'" },
    {
      yaml: "t: x: |",
      is: '2:4: error: a text with a colon needs quotation marks round it; write t: "x: |"',
    },
    {
      yaml: "  - a: b: c",
      is: '2:8: error: a text with a colon needs quotation marks round it; write - a: "b: c"',
    },
    {
      yaml: "'a b': x: y",
      is: "2:8: error: a text with a colon needs quotation marks round it; write 'a b': \"x: y\"",
    },
    {
      yaml: "t: a [b]]: c",
      is: '2:4: error: a text with a colon needs quotation marks round it; write t: "a [b]]: c"',
    },
    {
      yaml: "t: [a]] b: c",
      is: '2:4: error: a text that begins with [ needs quotation marks round it; write t: "[a]] b: c"',
    },
    {
      yaml: "t: [a], ]",
      is: '2:4: error: a text that begins with [ needs quotation marks round it; write t: "[a], ]"',
    },
    {
      yaml: "t: {a}} b: c",
      is: '2:4: error: a text that begins with { needs quotation marks round it; write t: "{a}} b: c"',
    },
    {
      yaml: "t: a}} : c",
      is: '2:4: error: a text with a colon needs quotation marks round it; write t: "a}} : c"',
    },
    { yaml: 't: "', is: '2:4: error: the closing quotation mark is missing; write t: ""' },
    { yaml: "t: '", is: "2:4: error: the closing quotation mark is missing; write t: ''" },
    { yaml: "t: \"a'", is: '2:4: error: the closing quotation mark is missing; write t: "a\'"' },
    {
      yaml: "t: a - b: c",
      is: '2:4: error: a text with a colon needs quotation marks round it; write t: "a - b: c"',
    },
    {
      yaml: "a: x\n \n  y: z: w",
      is: "4:4: error: is indented, so it belongs to the text above, where no colon may stand; begin it in the same column as the line above, or put quotation marks round the whole text",
    },
    {
      yaml: "t:   @x",
      is: '2:6: error: a text that begins with @ needs quotation marks round it; write t: "@x"',
    },
  ])("$yaml", ({ yaml, is }) => expect(ofYaml(yaml)).toEqual([is]));
});

test("a field that is given twice is told beside text that goes on in the first column", () => {
  expect(ofYaml('a: "x\ny"\nb: 1\nb: 2')).toEqual([
    '5:1: warning: "b" appears a second time (the first is the line above); this one counts, remove the other',
  ]);
});

describe("a slip in TOML is known by the whole value, and by where it begins and ends", () => {
  test.for([
    {
      toml: 't = [a, "b"]',
      is: '1:5: error: write a list as ["one", "two"]: each text between quotation marks, and a comma between two',
    },
    { toml: "t = {a: 1}", is: '1:5: error: write a table as { name = "Desk", email = "desk@example.com" }' },
    {
      toml: "accent = dark #8a2c12",
      is: '1:10: error: a text needs quotation marks round it; write accent = "dark"',
    },
    {
      toml: "accent = #8a2c12 red",
      is: '1:10: error: "accent" has no value; write one behind the equals sign, or remove the line',
    },
    {
      toml: "title = The “Quay”",
      is: '1:9: error: a text needs quotation marks round it; write title = "The “Quay”"',
    },
    {
      toml: "tags = [ “a” ]",
      is: '1:8: error: curly quotation marks do not count here; write straight ones: tags = [ "a" ]',
    },
    {
      toml: "flag = so true",
      is: '1:8: error: a text needs quotation marks round it; write flag = "so true"',
    },
    { toml: "x = so null", is: '1:5: error: a text needs quotation marks round it; write x = "so null"' },
    { toml: "x = nullify", is: '1:5: error: a text needs quotation marks round it; write x = "nullify"' },
    { toml: "x = a1,5", is: '1:5: error: a text needs quotation marks round it; write x = "a1,5"' },
    { toml: "x = 1,5a", is: '1:5: error: a text needs quotation marks round it; write x = "1,5a"' },
    { toml: "x = -1,5", is: "1:5: error: a number has a point, not a comma; write x = -1.5" },
    { toml: "x = 10,55", is: "1:5: error: a number has a point, not a comma; write x = 10.55" },
    { toml: "x = a020", is: '1:5: error: a text needs quotation marks round it; write x = "a020"' },
    { toml: "x = 020a", is: '1:5: error: a text needs quotation marks round it; write x = "020a"' },
    { toml: "x = -020", is: "1:5: error: a number does not begin with 0; write x = -20" },
    {
      toml: "x = on 1/2/2024",
      is: '1:5: error: a text needs quotation marks round it; write x = "on 1/2/2024"',
    },
    {
      toml: "x = 31/12/2024",
      is: "1:5: error: 31/12/2024 is not a date that can be read; write it as 2024-12-31",
    },
    { toml: "x = 1.2.3a", is: '1:5: error: a text needs quotation marks round it; write x = "1.2.3a"' },
    { toml: "x = -1_.5", is: "1:5: error: -1_.5 is not a number; write one such as 5 or 0.5" },
    { toml: 'x = a"""', is: '1:5: error: a text needs quotation marks round it; write x = \'a"""\'' },
    { toml: "x = 'ab", is: "1:5: error: the closing quotation mark is missing; write x = 'ab'" },
    { toml: 'x = a "b\\d"', is: "1:5: error: a text needs quotation marks round it; write x = 'a \"b\\d\"'" },
    {
      toml: 'x = a "b" c "d"',
      is: '1:5: error: a text needs quotation marks round it; write x = \'a "b" c "d"\'',
    },
    {
      toml: "x = a 'b' c 'd'",
      is: "1:5: error: a text needs quotation marks round it; write x = \"a 'b' c 'd'\"",
    },
    {
      toml: "x = [a] b",
      is: '1:5: error: write a list as ["one", "two"]: each text between quotation marks, and a comma between two',
    },
    { toml: "x = a [b]", is: '1:5: error: a text needs quotation marks round it; write x = "a [b]"' },
    { toml: "x = a [b", is: '1:5: error: a text needs quotation marks round it; write x = "a [b"' },
    { toml: "x = a {b", is: '1:5: error: a text needs quotation marks round it; write x = "a {b"' },
    {
      toml: "t = ['', 'ab', a]",
      is: "1:5: error: each text of a list needs quotation marks round it; write t = ['', 'ab', \"a\"]",
    },
    { toml: "x = a =b", is: '1:5: error: a text needs quotation marks round it; write x = "a =b"' },
    {
      toml: "a = 1\nb = 2\nb = 3",
      is: '3:1: error: "b" appears a second time (the first is the line above); keep one of the two',
    },
    {
      toml: "'a' = 1\n[x]\ny = 1\n[x.y]",
      is: '4:2: error: "x.y" has a value already, so it cannot be a table; give one of the two another name',
    },
    {
      toml: '[sections.a"b]',
      is: "1:12: error: a name with spaces or signs needs quotation marks; write [sections.'a\"b']",
    },
    {
      toml: "[a b",
      is: '1:4: error: the name of a table stands between brackets, on a line of its own; write ["a b"]',
    },
    { toml: 'date = "2024', is: '1:8: error: the closing quotation mark is missing; write date = "2024"' },
    {
      toml: "updated = x",
      is: "1:11: error: x is not a date that can be read; write it as 2024-05-01 or 2024-05-01T09:00:00Z",
    },
    {
      toml: "mydate = yesterday",
      is: '1:10: error: a text needs quotation marks round it; write mydate = "yesterday"',
    },
    {
      toml: "dates = yesterday",
      is: '1:9: error: a text needs quotation marks round it; write dates = "yesterday"',
    },
    {
      toml: '"it\'s" = ',
      is: '1:10: error: "it\'s" has no value; write one behind the equals sign, or remove the line',
    },
    { toml: "a : 1x", is: "1:3: error: an equals sign stands between name and value in TOML; write a = 1x" },
    {
      toml: "a : falsey",
      is: '1:3: error: an equals sign stands between name and value in TOML; write a = "falsey"',
    },
    { toml: 'l = [\n "ab" "c" d\n]', is: "2:7: error: a comma is missing between two values; write one" },
    { toml: "l = [\n 'ab\n]", is: "2:5: error: the closing quotation mark is missing; write 'ab'" },
    { toml: "a :b", is: '1:3: error: an equals sign stands between name and value in TOML; write a = "b"' },
    { toml: "  [a b]", is: '1:6: error: a name with spaces or signs needs quotation marks; write ["a b"]' },
    {
      toml: "x // y",
      is: '1:3: error: this cannot be read as TOML; write a name, an equals sign and a value, such as title = "The Quay"',
    },
    { toml: "  // y", is: "1:3: error: a comment begins with #; write # y" },
    {
      toml: 'a b "c"',
      is: '1:3: error: this cannot be read as TOML; write a name, an equals sign and a value, such as title = "The Quay"',
    },
    { toml: '  a  "c"', is: '1:6: error: the equals sign is missing; write a = "c"' },
    { toml: 'a "c"', is: '1:3: error: the equals sign is missing; write a = "c"' },
    { toml: "name   ", is: '1:1: error: "name" has no value; write name = and a value, or remove the line' },
    {
      toml: "  a b = 1",
      is: "1:5: error: a name has no spaces; write a_b, or put the name between quotation marks",
    },
    {
      toml: "a b = 1",
      is: "1:3: error: a name has no spaces; write a_b, or put the name between quotation marks",
    },
    {
      toml: "a é = 1",
      is: '1:3: error: this name needs quotation marks, since it holds more than letters, digits, - and _; write "a é" = 1',
    },
    { toml: "x = [1,2\ny=3", is: "1:5: error: this list has no closing ]; write ] behind its last value" },
    {
      toml: 'x = [1,\n"a b" = 2',
      is: "1:5: error: this list has no closing ]; write ] behind its last value",
    },
    {
      toml: "x = [\n1\n]\nx = [",
      is: '4:1: error: "x" appears a second time (the first is 3 lines above); keep one of the two',
    },
    {
      toml: "x = 1\n [[ y ]\n",
      is: "2:8: error: the name of a table stands between brackets, on a line of its own; write [y]",
    },
    { toml: '"a]" = [1', is: '1:8: error: this list has no closing ]; write "a]" = [1]' },
    { toml: "  x = [1", is: "1:7: error: this list has no closing ]; write x = [1]" },
    { toml: "x = [1,\n", is: "1:5: error: this list has no closing ]; write ] behind its last value" },
    {
      toml: "x = [1,\n2\n'c d' = 3",
      is: "1:5: error: this list has no closing ]; write ] behind its last value",
    },
    {
      toml: "'a b' = [1\n'c d' = 2",
      is: "1:9: error: this list has no closing ]; write ] behind its last value",
    },
    { toml: "x = [1\n[[y]]", is: "1:5: error: this list has no closing ]; write ] behind its last value" },
    { toml: "x = [\n1,\n2 3\n]", is: "3:3: error: a comma is missing between two values; write one" },
    { toml: "x = [1, { a = 1 ]", is: "1:17: error: a comma is missing between two values; write one" },
    { toml: "x = [ # a\n1", is: "1:5: error: this list has no closing ]; write ] behind its last value" },
    {
      toml: "# c\na = 1\na = 2",
      is: '3:1: error: "a" appears a second time (the first is the line above); keep one of the two',
    },
    {
      toml: "# [x]\n[x]\n[x]",
      is: "3:2: error: the table [x] appears a second time (the first is the line above); put all that belongs to it under one of the two",
    },
    {
      toml: "[x]\n[y]\n[x]",
      is: "3:2: error: the table [x] appears a second time (the first is 2 lines above); put all that belongs to it under one of the two",
    },
    {
      toml: "  [x]\n[y]\n[x]",
      is: "3:2: error: the table [x] appears a second time (the first is 2 lines above); put all that belongs to it under one of the two",
    },
    {
      toml: "[[x]]\n[x]",
      is: "2:2: error: the table [x] appears a second time (the first is the line above); put all that belongs to it under one of the two",
    },
    {
      toml: "a.b = 1\na.b = 2",
      is: '2:1: error: "a.b" appears a second time (the first is the line above); keep one of the two',
    },
    {
      toml: "a\u00a0= 1",
      is: "1:2: error: a space of another kind stands here, perhaps from a web page; delete it and type a plain one",
    },
    {
      toml: 'x = "a" # b\nx = 2',
      is: '2:1: error: "x" appears a second time (the first is the line above); keep one of the two',
    },
    { toml: "updated = [1", is: "1:11: error: this list has no closing ]; write updated = [1]" },
    {
      toml: "published = 2024-13-01",
      is: "1:13: error: 2024-13-01 is not a date that can be read; there is no such day or time; write it as 2024-05-01 or 2024-05-01T09:00:00Z",
    },
    { toml: 'lastmod = "x', is: '1:11: error: the closing quotation mark is missing; write lastmod = "x"' },
    {
      toml: "date = # x",
      is: '1:8: error: "date" has no value; write one behind the equals sign, or remove the line',
    },
  ])("$toml", ({ toml, is }) => expect(ofToml(toml)).toEqual([is]));
});
