import { describe, expect, test } from "vitest";
import { lineOfField } from "../../src/source/formats/field-lines.ts";
import { splitFrontMatter } from "../../src/source/formats/front-matter.ts";

describe.for([
  { format: "yaml", open: "---", close: "---" },
  { format: "yaml", open: "---yaml", close: "---" },
  { format: "yaml", open: "---yml", close: "---" },
  { format: "toml", open: "+++", close: "+++" },
  { format: "toml", open: "---toml", close: "---" },
  { format: "json", open: "---json", close: "---" },
])("front matter in $format between $open and $close", ({ format, open, close }) => {
  test.for([
    { rule: "one line", text: `${open}\na\n${close}\nText`, front: "a", body: "Text", line: 4 },
    { rule: "several", text: `${open}\na\nb\n\n${close}\n\nText`, front: "a\nb\n", body: "\nText", line: 6 },
    { rule: "none", text: `${open}\n${close}\nText`, front: "", body: "Text", line: 3 },
    { rule: "a blank line", text: `${open}\n\n${close}\nText`, front: "", body: "Text", line: 4 },
    { rule: "no text below", text: `${open}\na\n${close}`, front: "a", body: "", line: 3 },
    { rule: "white space", text: `${open} \t\na\n${close}\t \nText`, front: "a", body: "Text", line: 4 },
    {
      rule: "a fence in a line",
      text: `${open}\na ${close}\n${close}\n`,
      front: `a ${close}`,
      body: "",
      line: 4,
    },
    { rule: "a longer fence", text: `${open}\n${close}b\n${close}\n`, front: `${close}b`, body: "", line: 4 },
    { rule: "a rule below", text: `${open}\na\n${close}\n\n---\n`, front: "a", body: "\n---\n", line: 4 },
    { rule: "a rule below none", text: `${open}\n${close}\n\n---\n`, front: "", body: "\n---\n", line: 3 },
  ])("is taken off the text: $rule", ({ text, front, body, line }) => {
    expect(splitFrontMatter(text)).toEqual({
      format,
      frontMatter: front,
      frontMatterLine: 2,
      body,
      bodyLine: line,
    });
  });

  test.for([
    { rule: "below a text", text: `Text\n${open}\na\n${close}\n` },
    { rule: "below a blank line", text: `\n${open}\na\n${close}\n` },
    { rule: "that is never closed", text: `${open}\na\nText` },
  ])("is none $rule", ({ text }) => {
    expect(splitFrontMatter(text)).toMatchObject({ format: null, body: text, bodyLine: 1 });
  });
});

describe("splitFrontMatter", () => {
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

describe("lineOfField of a name that holds separators", () => {
  test.for([
    { rule: "a dot", line: "k.1: a", name: "k.1" },
    { rule: "an equals sign", line: "k=1: a", name: "k=1" },
    { rule: "a colon in quotes", line: '"k: 1": a', name: "k: 1" },
    { rule: "a colon in single quotes", line: "'k: 1' : a", name: "k: 1" },
    { rule: "a colon", line: "k:1: a", name: "k:1" },
  ])("finds its line: $rule", ({ line, name }) => {
    expect(lineOfField(splitFrontMatter(`---\na: 1\n${line}\n---\n`), name)).toBe(3);
  });
});

describe("a text in Hugo's JSON that nothing ends", () => {
  test.for([
    { rule: "counts its braces", text: '{"a": "b}\nText', front: '{"a": "b}' },
    { rule: "ends with its line", text: '{"a": "b\n"}": 1}\nText', front: '{"a": "b\n"}": 1}' },
  ])("$rule", ({ text, front }) => {
    expect(splitFrontMatter(text)).toMatchObject({ format: "json", frontMatter: front });
  });
});
