import { describe, expect, test } from "vitest";
import { parseFrontMatter, splitFrontMatter } from "../../src/source/formats/front-matter.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

/** What front matter says, and each problem as `line: message`. */
function parse(text: string) {
  const problems = new FileProblems("a.md");
  const value = parseFrontMatter(splitFrontMatter(text), problems);
  return {
    value,
    problems: problems.list.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
  };
}

describe("parseFrontMatter", () => {
  test.for([
    { rule: "YAML", text: "---\na: 1\n---\n", value: { a: 1 } },
    { rule: "TOML", text: "+++\na = 1\n+++\n", value: { a: 1 } },
    { rule: "JSON", text: '---json\n{"a": 1}\n---\n', value: { a: 1 } },
    { rule: "YAML that is a comment", text: "---\n# later\n---\n", value: {} },
    { rule: "YAML with nothing in it", text: "---\n---\n", value: {} },
    { rule: "TOML with nothing in it", text: "+++\n \t\n+++\n", value: {} },
    { rule: "JSON with nothing in it", text: "---json\n\n---\n", value: {} },
    { rule: "a field behind a comment", text: "---\n# later\n\n  a: 1\n---\n", value: { a: 1 } },
    { rule: "JSON that is null", text: "---json\nnull\n---\n", value: {} },
    { rule: "a text without any", text: "Text", value: null },
  ])("reads $rule", ({ text, value }) => {
    expect(parse(text)).toEqual({ value, problems: [] });
  });

  test.for([
    { rule: "a text", value: String.raw`"on = 2025-02-31 \" = 2025-02-31"` },
    { rule: "a literal text", value: `'" = 2025-02-31'` },
    { rule: "a text of several lines", value: `"""\n"a" = 2025-02-31"""` },
    { rule: "a literal text of several lines", value: `'''\n'a' = 2025-02-31'''` },
    { rule: "a comment", value: "1 # = 2025-02-31" },
    { rule: "a day that exists", value: "2024-02-29" },
  ])("does not take $rule of TOML for a day that does not exist", ({ value }) => {
    expect(parse(`+++\na = ${value}\n+++\n`).problems).toEqual([]);
  });

  test.for([
    {
      rule: "YAML that breaks off",
      text: "---\na: 1\nb: [c, d\n---\n",
      problem: /^error 3: this list has no closing \]; write b: \[c, d\]$/,
    },
    {
      rule: "YAML with a tag that is not known",
      text: "---\na: !!js/function x\n---\n",
      problem:
        /^error 2: a text that begins with ! needs quotation marks round it; write a: "!!js\/function x"$/,
    },
    {
      rule: "TOML, without the parser's own preamble and drawing",
      text: "+++\na = 1\nb = = 2\n+++\n",
      problem: /^error 3: one equals sign is enough; write b = 2$/,
    },
    {
      rule: "YAML with two documents",
      text: "---\na: 1\n... # end\nb: 2\n---\n",
      problem: /^error 3: this line ends the front matter before its end; remove it$/,
    },
    {
      rule: "JSON with a text that is broken off in a line",
      text: '---json\n{\n"a": "b\nc"\n}\n---\n',
      problem: /^error 3: the closing quotation mark is missing$/,
    },
    {
      rule: "JSON with a word that is broken off in a line",
      text: '---json\n{\n"a": t\nrue,\n"b": 1,\n"c": 2\n}\n---\n',
      problem:
        /^error 3: this is no value; write true, false, a number, or a text between double quotation marks$/,
    },
    {
      rule: "TOML with a day that does not exist",
      text: "+++\na = 1\nb=2025-02-31\n+++\n",
      problem: /^error 3: there is no day 2025-02-31; correct it$/,
    },
    {
      rule: "TOML with such a day and a time in a list",
      text: "+++\na = [\n2025-02-28,\n2025-02-29T10:00:00Z\n]\n+++\n",
      problem: /^error 4: there is no day 2025-02-29; correct it$/,
    },
    {
      rule: "JSON with a name that lacks its quotes",
      text: '---json\n{\n"a": 1,\nb: 2\n}\n---\n',
      problem: /^error 4: a name needs double quotation marks, and no comma may follow the last value$/,
    },
    {
      rule: "JSON with something behind it",
      text: '---json\n{\n"a": 1\n}\n}\n---\n',
      problem: /^error 5: something follows the closing }; remove it$/,
    },
    {
      rule: "JSON with a value that lacks its quotes",
      text: '---json\n{\n"a": 1,\n"b": x\n}\n---\n',
      problem: /^error 4: this is no value; /,
    },
    {
      rule: "JSON that ends too early",
      text: '---json\n{\n"a": 1,\n"b":\n---\n',
      problem: /^error 4: the closing } is missing$/,
    },
    {
      rule: "JSON that begins a file",
      text: '{\n"a": x\n}\n',
      problem: /^error 2: this is no value; /,
    },
    {
      rule: "YAML that is nested too deeply",
      text: `---\na: ${"[".repeat(100_000)}\n---\n`,
      problem:
        /^error 2: this cannot be read as YAML; write a name, a colon, a space and a value, such as title: Rain$/,
    },
    {
      rule: "YAML with more than 100 aliases",
      text: `---\na: &a 1\nb: [${Array(101).fill("*a").join()}]\n---\n`,
      problem: /^error 3: has more than 100 aliases such as \*name; write the values themselves$/,
    },
    {
      rule: "TOML that is nested too deeply",
      text: `+++\na = ${"[".repeat(100_000)}\n+++\n`,
      problem:
        /^error 2: this cannot be read as TOML; write a name, an equals sign and a value, such as title = "The Quay"$/,
    },
    {
      rule: "a list",
      text: "---\n- a\n- b\n---\n",
      problem: /^error 2: is the item of a list that has no name; write a line such as tags: above it$/,
    },
    {
      rule: "a sentence",
      text: "---\nRain\n---\n",
      problem:
        /^error 2: is not a field; write it as name: value, or put a line --- above it where the text of the article begins here$/,
    },
    {
      rule: "JSON that is a number",
      text: "---json\n7\n---\n",
      problem: /^error 2: holds no field; write one such as title$/,
    },
  ])("says in which line $rule cannot be read, and why", ({ text, problem }) => {
    const { value, problems } = parse(text);
    expect(value).toBeNull();
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });
});

test.for([4, 5, 7, 9])("finds a token that JSON has no place for in line %i", (line) => {
  const lines = [
    "---json",
    "{",
    '"a": [',
    "1,",
    "{",
    '"b":',
    "2",
    "},",
    '"c"',
    "],",
    '"d": null',
    "}",
    "---",
    "",
  ];
  const text = lines.map((one, index) => (index === line - 1 ? `x${one}` : one)).join("\n");
  expect(parse(text).problems).toEqual([expect.stringMatching(new RegExp(`^error ${line}: `))]);
});
