import { describe, expect, test } from "vitest";
import { takeModules } from "../../../../src/source/dialects/mdx/mdx-modules.ts";
import { isComment, mdxName, mdxValue } from "../../../../src/source/dialects/mdx/mdx-values.ts";

const NAMES = new Map([
  ["photo", "./a.png"],
  ["photoset", "./b.png"],
]);

test.for([
  { source: '"a"', value: "a" },
  { source: " 'a' ", value: "a" },
  { source: "`a`", value: "a" },
  { source: "`a $ b`", value: "a $ b" },
  { source: `\`a \${b}\``, value: null },
  { source: '"a\\"b\\\\c\\nd"', value: 'a"b\\c\nd' },
  { source: "'it\\'s'", value: "it's" },
  { source: "`a\nb`", value: "a\nb" },
  { source: "''", value: "" },
  { source: "\"a' + 'b\"", value: "a' + 'b" },
  { source: "'a' + 'b'", value: null },
  { source: "12", value: "12" },
  { source: "-1.25", value: "-1.25" },
  { source: "1.", value: null },
  { source: "1e3", value: null },
  { source: "require('./a.png')", value: "./a.png" },
  { source: 'require( "./a.png" ).default', value: "./a.png" },
  { source: "useBaseUrl('/a')", value: "/a" },
  { source: "withBase('/a')", value: "/a" },
  { source: "url('/a')", value: "/a" },
  { source: "asset('/a')", value: "/a" },
  { source: "fetch('/a')", value: null },
  { source: "my.url('/a')", value: null },
  { source: "require('./a.png').x", value: null },
  { source: "require('./a.png\")", value: null },
  { source: "photo", value: "./a.png" },
  { source: "photo.src", value: "./a.png" },
  { source: "photo.default", value: "./a.png" },
  { source: "photo.width", value: null },
  { source: "photo.srcset", value: null },
  { source: "other", value: null },
  { source: "", value: null },
])("$source stands for $value", ({ source, value }) => {
  expect(mdxValue(source, NAMES)).toBe(value);
});

test.for([
  ["/* a */", true],
  [" /* a\nb */ ", true],
  ["", true],
  [" ", true],
  ["a /* b */", false],
  ["/* a */ b", false],
] as const)("%j is a comment and nothing else: %s", ([source, is]) => {
  expect(isComment(source)).toBe(is);
});

test.for([
  { line: 'import a from "./a.png";', names: ["a", "./a.png"] },
  { line: "import a from './a.JPG?w=1'", names: ["a", "./a.JPG?w=1"] },
  { line: "import a, { b } from './a.svg'", names: ["a", "./a.svg"] },
  { line: "import a,{b} from './a.svg'", names: ["a", "./a.svg"] },
  { line: "import a, {\n b\n} from './a.svg'", names: ["a", "./a.svg"] },
  { line: "import a from './a.tsx'", names: null },
  { line: "import   photo$1   from   './a.mp3'", names: ["photo$1", "./a.mp3"] },
  { line: "import a , { b , c } from './a.svg'", names: ["a", "./a.svg"] },
  { line: "import a, * as all from './a.pdf'", names: ["a", "./a.pdf"] },
  { line: "import a, *   as   all   from './a.pdf'", names: ["a", "./a.pdf"] },
  { line: "import a from './a.pngx'", names: null },
  { line: "import a from './a.mp5'", names: null },
  { line: "x import a from './a.png'", names: null },
  { line: "import * as a from './a.png'", names: null },
  { line: "import { a } from './a.png'", names: null },
  { line: 'import "./a.css"', names: null },
  { line: "export const a = 'b';", names: ["a", "b"] },
  { line: "export let a = 1", names: ["a", "1"] },
  { line: "export  const  a='b'", names: ["a", "b"] },
  { line: "export const a  =  'b'  ;  ", names: ["a", "b"] },
  { line: "export var $a = `b` ;", names: ["$a", "b"] },
  { line: "export const a = b", names: null },
  { line: "export const a = 'b'; export const c = 'd'", names: null },
  { line: "const a = 'b'", names: null },
])("$line names $names", ({ line, names }) => {
  expect(mdxName(line)).toEqual(names);
});

describe("a module's lines go", () => {
  const left = (text: string) => takeModules(text).text.replace(/\n+/g, "|");

  test.for([
    { text: 'import A from "a"\n\nB', is: "|B" },
    { text: "import 'a.css'\nimport B from 'b'\nexport const c = 1\n\nD", is: "|D" },
    { text: "import {\n  A,\n} from 'a'\n\nB", is: "|B" },
    { text: "import A, {\n  B\n} from 'a'\nC", is: "|C" },
    { text: "import * as A from 'a'\nB", is: "|B" },
    { text: "import Abc, { D\n} from 'a'\nB", is: "|B" },
    { text: "import Abc , { D\n} from 'a'\nB", is: "|B" },
    { text: "import Abc,{ D\n} from 'a'\nB", is: "|B" },
    { text: "import $,  { D\n} from 'a'\nB", is: "|B" },
    { text: "import { \nA,\t \nC } from 'a'\nB", is: "|B" },
    { text: "import A, \n{ C } from 'a'\nB", is: "|B" },
    { text: "import {\n  A\n} from 'a'\nimport {\n  B\n} from 'b'\nC", is: "|C" },
    { text: "export const a = 'bc{'\nD\n}", is: "|D|}" },
    { text: "export const a = \n  'b'\n\nC", is: "|C" },
    { text: "import {goods} of all kinds", is: "import {goods} of all kinds" },
    { text: "import duties, taxes and tolls", is: "import duties, taxes and tolls" },
    { text: "import A from 'a'\n\nTo import 'goods' is hard", is: "|To import 'goods' is hard" },
    { text: "```js\n\nimport A from 'a'\n```", is: "```js|import A from 'a'|```" },
    { text: "import   A   from   'a'\nB", is: "|B" },
    { text: "import A, {\n  B,\n} from 'a'\nC", is: "|C" },
    { text: "import A  ,  {\n  B,\n} from 'a'\nC", is: "|C" },
    { text: "import {  \n  A,\n} from 'a'\nC", is: "|C" },
    { text: "import A,\n  { B } from 'a'\nC", is: "|C" },
    { text: "export   const   a = 1\nB", is: "|B" },
    { text: "export let a = 1\nB", is: "|B" },
    { text: "export var a = 1\nB", is: "|B" },
    { text: "a import B from 'b'", is: "a import B from 'b'" },
    { text: "   \nimport B from 'b'", is: "   |" },
    { text: "export default function A() {\n  return (\n    <B />\n  );\n}\n\nC", is: "|C" },
    { text: "export const a =\n  'b'\n\nC", is: "|C" },
    { text: "export const a = b ||\n  c\nD", is: "|D" },
    { text: "export const a = 'b'\nD", is: "|D" },
    { text: "export const a = [\n  ']',\n]\nB", is: "|B" },
    { text: "export { a } from 'b'\nC", is: "|C" },
    { text: "export * from 'b'\nC", is: "|C" },
    { text: "export class A {\n}\nB", is: "|B" },
    { text: "export async function a() {}\nB", is: "|B" },
    { text: "A\nimport B from 'b'", is: "A|import B from 'b'" },
    { text: "A\n\nimport B from 'b'", is: "A|" },
    { text: "import taxes from abroad", is: "import taxes from abroad" },
    { text: "import duties rise", is: "import duties rise" },
    { text: "export prices fall", is: "export prices fall" },
    { text: "```js\nimport A from 'a'\n```", is: "```js|import A from 'a'|```" },
    { text: "export const a = {\nB", is: "|B" },
    { text: " import A from 'a'", is: " import A from 'a'" },
    { text: "A", is: "A" },
  ])("$text", ({ text, is }) => {
    expect(left(text)).toBe(is);
  });

  test("and stay as many, so that each line below keeps its number", () => {
    expect(takeModules("import {\n  A,\n} from 'a'\n\nB").text).toBe("\n\n\n\nB");
  });

  test("but what they name is known", () => {
    const { names } = takeModules("import a from './a.png'\nexport const b = 'c'\nimport D from 'd'\n\nE");
    expect([...names]).toEqual([
      ["a", "./a.png"],
      ["b", "c"],
    ]);
  });

  test("that leaves its brackets open takes one line, and the next ones are looked at alone", () => {
    const open = "export const a = {";
    expect(left(`${open}\nb\n\n${open}\nc\n}\n\nd`)).toBe("|b|c|}|d");
    expect(left(`${open}\n${"b\n".repeat(298)}}\n\nd`)).toBe("|d");
    expect(left(`${open}\n${"b\n".repeat(299)}}\n\nd`)).toBe(`|${"b|".repeat(299)}}|d`);
  });
});
