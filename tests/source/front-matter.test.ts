import { describe, expect, test } from "vitest";
import { lineOfField, parseFrontMatter, splitFrontMatter } from "../../src/source/front-matter.ts";
import { FileProblems } from "../../src/source/source-file.ts";

describe("splitFrontMatter", () => {
  test.for([
    { rule: "YAML", text: "---\na: 1\n---\nText", format: "yaml", front: "a: 1", body: "Text", line: 4 },
    {
      rule: "YAML that says so",
      text: "---yaml\na: 1\n---\nText",
      format: "yaml",
      front: "a: 1",
      body: "Text",
      line: 4,
    },
    {
      rule: "YAML, shorter",
      text: "---yml\na: 1\n---\nText",
      format: "yaml",
      front: "a: 1",
      body: "Text",
      line: 4,
    },
    { rule: "TOML", text: "+++\na = 1\n+++\nText", format: "toml", front: "a = 1", body: "Text", line: 4 },
    {
      rule: "TOML that says so",
      text: "---toml\na = 1\n---\nText",
      format: "toml",
      front: "a = 1",
      body: "Text",
      line: 4,
    },
    {
      rule: "JSON that says so",
      text: '---json\n{"a":1}\n---\nText',
      format: "json",
      front: '{"a":1}',
      body: "Text",
      line: 4,
    },
    {
      rule: "several lines",
      text: "---\na: 1\nb: 2\n\n---\n\nText",
      format: "yaml",
      front: "a: 1\nb: 2\n",
      body: "\nText",
      line: 6,
    },
    {
      rule: "nothing between YAML's fences",
      text: "---\n---\nText",
      format: "yaml",
      front: "",
      body: "Text",
      line: 3,
    },
    {
      rule: "nothing between TOML's fences",
      text: "+++\n+++\nText",
      format: "toml",
      front: "",
      body: "Text",
      line: 3,
    },
    {
      rule: "nothing between JSON's fences",
      text: "---json\n---\nText",
      format: "json",
      front: "",
      body: "Text",
      line: 3,
    },
    { rule: "no text below YAML", text: "---\na: 1\n---", format: "yaml", front: "a: 1", body: "", line: 3 },
    {
      rule: "no text below TOML",
      text: "+++\na = 1\n+++",
      format: "toml",
      front: "a = 1",
      body: "",
      line: 3,
    },
    {
      rule: "no text below JSON",
      text: '---json\n{"a":1}\n---',
      format: "json",
      front: '{"a":1}',
      body: "",
      line: 3,
    },
    {
      rule: "white space behind YAML's fences",
      text: "--- \t\na: 1\n---\t \nText",
      format: "yaml",
      front: "a: 1",
      body: "Text",
      line: 4,
    },
    {
      rule: "white space behind TOML's fences",
      text: "+++ \t\na = 1\n+++\t \nText",
      format: "toml",
      front: "a = 1",
      body: "Text",
      line: 4,
    },
    {
      rule: "white space behind JSON's fences",
      text: "---json \t\n{}\n---\t \nText",
      format: "json",
      front: "{}",
      body: "Text",
      line: 4,
    },
    {
      rule: "a rule below in the text",
      text: "---\na: 1\n---\nText\n\n---\nMore",
      format: "yaml",
      front: "a: 1",
      body: "Text\n\n---\nMore",
      line: 4,
    },
    {
      rule: "a fence amid a line of YAML",
      text: "---\na: b --- c\n---\nText",
      format: "yaml",
      front: "a: b --- c",
      body: "Text",
      line: 4,
    },
    {
      rule: "a fence amid a line of TOML",
      text: '+++\na = "+++"\n+++\nText',
      format: "toml",
      front: 'a = "+++"',
      body: "Text",
      line: 4,
    },
    {
      rule: "a fence amid a line of JSON",
      text: '---json\n{"a":"---"}\n---\nText',
      format: "json",
      front: '{"a":"---"}',
      body: "Text",
      line: 4,
    },
    {
      rule: "a fence that goes on, in YAML",
      text: "---\na: 1\n---b: 2\n---\nText",
      format: "yaml",
      front: "a: 1\n---b: 2",
      body: "Text",
      line: 5,
    },
    {
      rule: "a fence that goes on, in TOML",
      text: "+++\na = 1\n+++b\n+++\nText",
      format: "toml",
      front: "a = 1\n+++b",
      body: "Text",
      line: 5,
    },
    {
      rule: "a fence that goes on, in JSON",
      text: "---json\n{}\n---b\n---\nText",
      format: "json",
      front: "{}\n---b",
      body: "Text",
      line: 5,
    },
  ])("takes front matter off: $rule", ({ text, format, front, body, line }) => {
    expect(splitFrontMatter(text)).toEqual({
      format,
      frontMatter: front,
      frontMatterLine: 2,
      body,
      bodyLine: line,
    });
  });

  test.for([
    {
      rule: "an object, and the text below",
      text: '{\n"a": 1\n}\nText',
      front: '{\n"a": 1\n}',
      body: "Text",
      line: 4,
    },
    { rule: "an object on one line", text: '{"a": 1}\nText', front: '{"a": 1}', body: "Text", line: 2 },
    { rule: "an empty object", text: "{}\nText", front: "{}", body: "Text", line: 2 },
    {
      rule: "white space in an object",
      text: '{ \t\n "a": 1 }\nText',
      front: '{ \t\n "a": 1 }',
      body: "Text",
      line: 3,
    },
    {
      rule: "white space behind the brace",
      text: '{"a": 1} \t\nText',
      front: '{"a": 1}',
      body: "Text",
      line: 2,
    },
    { rule: "a blank line", text: '{"a": 1}\n\nText', front: '{"a": 1}', body: "\nText", line: 2 },
    {
      rule: "text on the brace's line",
      text: '{"a": 1} Text\nMore',
      front: '{"a": 1}',
      body: " Text\nMore",
      line: 1,
    },
    { rule: "no text", text: '{"a": 1}', front: '{"a": 1}', body: "", line: 1 },
    {
      rule: "objects inside",
      text: '{"a": {"b": {}}}\nText',
      front: '{"a": {"b": {}}}',
      body: "Text",
      line: 2,
    },
    {
      rule: "braces in texts",
      text: '{"a": "}{", "{": 1}\nText',
      front: '{"a": "}{", "{": 1}',
      body: "Text",
      line: 2,
    },
    {
      rule: "an escaped quote before a brace",
      text: '{"a": "\\"}"}\nText',
      front: '{"a": "\\"}"}',
      body: "Text",
      line: 2,
    },
    {
      rule: "an escaped backslash",
      text: '{"a": "\\\\"}\nText }',
      front: '{"a": "\\\\"}',
      body: "Text }",
      line: 2,
    },
    {
      rule: "braces in the text",
      text: '{"a": 1}\nText { and }',
      front: '{"a": 1}',
      body: "Text { and }",
      line: 2,
    },
  ])("takes Hugo's JSON off, which begins with a brace: $rule", ({ text, front, body, line }) => {
    expect(splitFrontMatter(text)).toEqual({
      format: "json",
      frontMatter: front,
      frontMatterLine: 1,
      body,
      bodyLine: line,
    });
  });

  test.for([
    { rule: "text alone", text: "Text" },
    { rule: "no text", text: "" },
    { rule: "YAML that is never closed", text: "---\na: 1\nText" },
    { rule: "a fence below the first line", text: "\n---\na: 1\n---\nText" },
    { rule: "YAML's fence below a text", text: "Text\n---\na: 1\n---\n" },
    { rule: "TOML's fence below a text", text: "Text\n+++\na = 1\n+++\n" },
    { rule: "JSON's fence below a text", text: "Text\n---json\n{}\n---\n" },
    { rule: "a fence of an unknown language", text: "---lisp\na\n---\nText" },
    { rule: "a longer rule", text: "----\na: 1\n----\nText" },
    { rule: "an object that is never closed", text: '{"a": {"b": 1}\nText' },
    { rule: "a shortcode in braces", text: "{{< figure >}}\nText" },
    { rule: "a word in braces", text: "{lock}\nText" },
    { rule: "a word in braces, and an object behind it", text: '{lock}: {"a": 1}\nText' },
    { rule: "an object below a line of text", text: 'Text\n{"a": 1}\n' },
  ])("finds none in $rule", ({ text }) => {
    expect(splitFrontMatter(text)).toEqual({
      format: null,
      frontMatter: "",
      frontMatterLine: 1,
      body: text,
      bodyLine: 1,
    });
  });
});

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
    {
      rule: "YAML that breaks off",
      text: "---\na: 1\nb: [c, d\n---\n",
      problem: /^error 3: the YAML front matter cannot be read: unexpected end/,
    },
    {
      rule: "YAML with a tag that is not known",
      text: "---\na: !!js/function x\n---\n",
      problem: /^error 2: the YAML front matter cannot be read: \S/,
    },
    {
      rule: "TOML, without the parser's own preamble and drawing",
      text: "+++\na = 1\nb = = 2\n+++\n",
      problem: /^error 3: the TOML front matter cannot be read: invalid value$/,
    },
    {
      rule: "YAML with two documents",
      text: "---\na: 1\n...\nb: 2\n---\n",
      problem: /^error 2: the YAML front matter cannot be read: expected a single document/,
    },
    {
      rule: "JSON with a text that is broken off in a line",
      text: '---json\n{\n"a": "b\nc"\n}\n---\n',
      problem: /^error 3: the JSON front matter cannot be read: Bad control character in string literal$/,
    },
    {
      rule: "JSON with a word that is broken off in a line",
      text: '---json\n{\n"a": t\nrue\n}\n---\n',
      problem: /^error 3: the JSON front matter cannot be read: Unexpected token '\\n'$/,
    },
    {
      rule: "JSON with a name that lacks its quotes",
      text: '---json\n{\n"a": 1,\nb: 2\n}\n---\n',
      problem: /^error 4: the JSON front matter cannot be read: Expected double-quoted property name$/,
    },
    {
      rule: "JSON with something behind it",
      text: '---json\n{\n"a": 1\n}\n}\n---\n',
      problem:
        /^error 5: the JSON front matter cannot be read: Unexpected non-whitespace character after JSON$/,
    },
    {
      rule: "JSON with a value that lacks its quotes",
      text: '---json\n{\n"a": 1,\n"b": x\n}\n---\n',
      problem: /^error 4: the JSON front matter cannot be read: Unexpected token 'x'$/,
    },
    {
      rule: "JSON that ends too early",
      text: '---json\n{\n"a": 1,\n"b":\n---\n',
      problem: /^error 4: the JSON front matter cannot be read: Unexpected end of JSON input$/,
    },
    {
      rule: "JSON that begins a file",
      text: '{\n"a": x\n}\n',
      problem: /^error 2: the JSON front matter cannot be read: Unexpected token 'x'$/,
    },
    {
      rule: "YAML that is nested too deeply",
      text: `---\na: ${"[".repeat(100_000)}\n---\n`,
      problem: /^error 2: the YAML front matter cannot be read: nesting/,
    },
    {
      rule: "TOML that is nested too deeply",
      text: `+++\na = ${"[".repeat(100_000)}\n+++\n`,
      problem: /^error 2: the TOML front matter cannot be read: .*nested/,
    },
    {
      rule: "a list",
      text: "---\n- a\n- b\n---\n",
      problem: /^error 2: the front matter is no list of fields; write lines such as title: Rain$/,
    },
    {
      rule: "a sentence",
      text: "---\nRain\n---\n",
      problem: /^error 2: the front matter is no list of fields; write lines such as title: Rain$/,
    },
    {
      rule: "JSON that is a number",
      text: "---json\n7\n---\n",
      problem: /^error 2: the front matter is no list of fields; write lines such as title: Rain$/,
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
  expect(parse(text).problems).toEqual([
    `error ${line}: the JSON front matter cannot be read: Unexpected token 'x'`,
  ]);
});

describe("lineOfField", () => {
  test.for([
    { rule: "YAML", text: "---\na: 1\nlock: 2\n---\n", line: 3 },
    { rule: "YAML with a space before the colon", text: "---\na: 1\nlock : 2\n---\n", line: 3 },
    { rule: "YAML that is indented", text: "---\n\n  lock: 2\n---\n", line: 3 },
    { rule: "a key in quotes", text: '---\na: 1\n"lock": 2\n---\n', line: 3 },
    { rule: "a key in single quotes", text: "---\na: 1\n'lock': 2\n---\n", line: 3 },
    { rule: "TOML", text: "+++\na = 1\nlock = 2\n+++\n", line: 3 },
    { rule: "TOML's dotted key", text: "+++\na = 1\nlock.gate = 2\n+++\n", line: 3 },
    { rule: "JSON", text: '{\n"a": 1,\n  "lock": 2\n}\n', line: 3 },
    { rule: "JSON on one line", text: '{"lock": 2}\n', line: 1 },
    { rule: "JSON on one line, with spaces", text: '  { "lock": 2 }\n'.trimStart(), line: 1 },
    { rule: "a table of YAML on one line", text: "---\n  { lock: 2 }\n---\n", line: 2 },
    { rule: "the first of two", text: "---\nlock: 1\nlock: 2\n---\n", line: 2 },
    { rule: "a longer name before it", text: "---\nlocks: 1\nlock: 2\n---\n", line: 3 },
    { rule: "a longer name that ends so", text: "---\nair lock: 1\nlock: 2\n---\n", line: 3 },
    { rule: "the word in a value", text: "---\na: lock = 1\nlock: 2\n---\n", line: 3 },
    { rule: "no such field", text: "---\na: lock\nlock\n---\n", line: null },
    { rule: "a word that is no key", text: "---\n- lock, gate: 1\n---\n", line: null },
    { rule: "a text alone", text: "lock: 1\n", line: null },
  ])("finds the line of a field: $rule", ({ text, line }) => {
    expect(lineOfField(splitFrontMatter(text), "lock")).toBe(line);
  });
});
