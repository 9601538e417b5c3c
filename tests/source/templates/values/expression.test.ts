import { TomlDate } from "smol-toml";
import { describe, expect, test } from "vitest";
import { evaluate, readValue } from "../../../../src/source/templates/values/expression.ts";
import { Budget } from "../../../../src/source/templates/values/scope.ts";
import { splitOutsideQuotes } from "../../../../src/source/templates/values/split-outside-quotes.ts";
import {
  isTable,
  isTrue,
  MAX_VALUE,
  printed,
  propertyOf,
  UNKNOWN,
} from "../../../../src/source/templates/values/value.ts";
import { scopeOf } from "./scope-of.ts";

const PAGE = {
  title: "Lock",
  list: ["a", "b", ["c"]],
  people: { ana: { name: "Ana Holm" }, "bo-l": { name: "Bo" } },
  at: 1,
  who: "ana",
  nothing: null,
};
const worth = (written: string) => readValue(written, scopeOf({ page: PAGE, at: 1, who: "ana", site: {} }));

describe("a value", () => {
  test.for([
    { written: '"a \' `"', is: "a ' `" },
    { written: "'a \"'", is: 'a "' },
    { written: "`ab`", is: "ab" },
    { written: "''", is: "" },
    { written: " 'a' ", is: "a" },
    { written: "7", is: 7 },
    { written: "-7.5", is: -7.5 },
    { written: "7.", is: UNKNOWN },
    { written: "x7", is: UNKNOWN },
    { written: "true", is: true },
    { written: "false", is: false },
    { written: "nil", is: null },
    { written: "null", is: null },
    { written: "none", is: null },
    { written: "empty", is: "" },
    { written: "blank", is: "" },
    { written: "", is: null },
    { written: " ", is: null },
    { written: "toString", is: UNKNOWN },
    { written: "'a' 'b'", is: UNKNOWN },
  ])("written as $written is $is", ({ written, is }) => {
    expect(worth(written)).toBe(is);
  });

  test.for([
    { written: "page.title", is: "Lock" },
    { written: "page?.title", is: "Lock" },
    { written: "page['title']", is: "Lock" },
    { written: 'page["title"]', is: "Lock" },
    { written: "page[ 'title' ]", is: "Lock" },
    { written: "page.list[1]", is: "b" },
    { written: "page.list[-1][0]", is: "c" },
    { written: "page.list[at]", is: "b" },
    { written: "page.list[page.at]", is: "b" },
    { written: "page.people[who].name", is: "Ana Holm" },
    { written: "page.people[page.who].name", is: "Ana Holm" },
    { written: "page.people.bo-l.name", is: "Bo" },
    { written: "page.absent.more", is: null },
    { written: "page.list.size", is: 3 },
    { written: "page.title.size", is: 4 },
    { written: "page.list[page.people]", is: UNKNOWN },
    { written: "page.list[only.x]", is: UNKNOWN },
    { written: "page title", is: UNKNOWN },
    { written: "page.title + 1", is: UNKNOWN },
    { written: "page['title'", is: UNKNOWN },
    { written: "page['list']x", is: UNKNOWN },
    { written: "['title']", is: UNKNOWN },
    { written: ".title", is: UNKNOWN },
    { written: "absent", is: UNKNOWN },
    { written: "absent.more", is: UNKNOWN },
    { written: "only.x", is: UNKNOWN },
    { written: "only", is: {} },
    { written: "constructor", is: UNKNOWN },
  ])("that $written leads to is $is", ({ written, is }) => {
    expect(worth(written)).toEqual(is);
  });
});

describe("what an expression works out", () => {
  const worked = (expression: string, budget?: number) =>
    evaluate(expression, scopeOf({ page: PAGE }, budget === undefined ? {} : { budget }));

  test.for([
    { expression: "'a' | append: 'b' | upcase", is: "AB" },
    { expression: "'a'|append:'b'", is: "ab" },
    { expression: "'a' | append: ('b')", is: "ab" },
    { expression: "'a' | append('b')", is: "ab" },
    { expression: "'a|b' | replace: '|', ','", is: "a,b" },
    { expression: "'a' | shout", is: UNKNOWN },
    { expression: "'a' | (upcase)", is: UNKNOWN },
    { expression: "'a' | append: ( )", is: "a" },
    { expression: "'a' | constructor", is: UNKNOWN },
    { expression: "'a' | ", is: UNKNOWN },
    { expression: "only.x | upcase", is: UNKNOWN },
    { expression: "only.x | default: 'a' | upcase", is: "A" },
    { expression: "page.title | append: ()", is: "Lock" },
  ])("of $expression is $is", ({ expression, is }) => {
    expect(worked(expression)).toBe(is);
  });

  test("costs eight for each filter and one for each sign that it makes", () => {
    expect(worked("'abc' | upcase", 8 + 3)).toBe("ABC");
    expect(worked("'abc' | upcase", 8 + 2)).toBe(UNKNOWN);
    expect(worked("'abc' | size", 8)).toBe(3);
    expect(worked("'abc' | size", 7)).toBe(UNKNOWN);
  });

  test("is unknown where it is longer than anybody prints", () => {
    const scope = scopeOf({ long: "x".repeat(MAX_VALUE) }, { budget: 10_000_000 });
    expect(evaluate("long | upcase", scope)).toBe("X".repeat(MAX_VALUE));
    expect(evaluate("long | append: 'x' | size", scope)).toBe(UNKNOWN);
  });
});

test.for([
  { text: "a|b", parts: ["a", "b"] },
  { text: "a", parts: ["a"] },
  { text: "", parts: [""] },
  { text: "|", parts: ["", ""] },
  { text: "'a|b'|c", parts: ["'a|b'", "c"] },
  { text: '"a|\'b"|c', parts: ['"a|\'b"', "c"] },
  { text: "`a|b`|c", parts: ["`a|b`", "c"] },
  { text: "(a|b)|c", parts: ["(a|b)", "c"] },
  { text: "a[b|c]|d", parts: ["a[b|c]", "d"] },
  { text: "(a(b|c)|d)|e", parts: ["(a(b|c)|d)", "e"] },
  { text: "a||b", parts: ["a", "", "b"] },
])("$text is cut where no quotes and no brackets are: $parts", ({ text, parts }) => {
  expect(splitOutsideQuotes(text, "|")).toEqual(parts);
});

test("a longer separator is cut at as a whole", () => {
  expect(splitOutsideQuotes("a or b o r or c", " or ")).toEqual(["a", "b o r", "c"]);
});

describe("a value as templates print it", () => {
  test.for([
    { value: "a", is: "a" },
    { value: 7.5, is: "7.5" },
    { value: false, is: "false" },
    { value: null, is: "" },
    { value: undefined, is: "" },
    { value: new Date(0), is: "1970-01-01T00:00:00.000Z" },
    { value: ["a", 1, null], is: "a1" },
    { value: ["a", ["b"]], is: UNKNOWN },
    { value: ["a", { b: 1 }], is: UNKNOWN },
    { value: { a: 1 }, is: UNKNOWN },
    { value: UNKNOWN, is: UNKNOWN },
    { value: Symbol("other"), is: UNKNOWN },
    { value: "x".repeat(MAX_VALUE), is: "x".repeat(MAX_VALUE) },
    { value: "x".repeat(MAX_VALUE + 1), is: UNKNOWN },
    { value: ["x".repeat(MAX_VALUE), "x"], is: UNKNOWN },
    { value: Array(1001).fill("x"), is: "x".repeat(1000) },
  ])("%o", ({ value, is }) => {
    expect(printed(value)).toBe(is);
  });

  test("of TOML has its date as it was written", () => {
    expect(printed(new TomlDate("2025-07-01"))).toBe("2025-07-01");
  });
});

describe("a property", () => {
  const list = ["a", "b"];
  test.for<{ readonly value: unknown; readonly name: string; readonly is: unknown }>([
    { value: list, name: "size", is: 2 },
    { value: list, name: "length", is: 2 },
    { value: "sea", name: "size", is: 3 },
    { value: "sea", name: "length", is: 3 },
    { value: { size: "L" }, name: "size", is: "L" },
    { value: 7, name: "size", is: null },
    { value: list, name: "first", is: "a" },
    { value: list, name: "last", is: "b" },
    { value: [], name: "first", is: null },
    { value: [], name: "last", is: null },
    { value: list, name: "1", is: "b" },
    { value: list, name: "-1", is: "b" },
    { value: list, name: "2", is: null },
    { value: list, name: "0.5", is: null },
    { value: list, name: "map", is: null },
    { value: { a: 1 }, name: "a", is: 1 },
    { value: { a: 1 }, name: "b", is: null },
    { value: { first: 1 }, name: "first", is: 1 },
    { value: { a: 1 }, name: "toString", is: null },
    { value: "sea", name: "first", is: null },
    { value: null, name: "a", is: null },
    { value: UNKNOWN, name: "a", is: UNKNOWN },
  ])("$name of $value is $is", ({ value, name, is }) => {
    expect(propertyOf(value, name)).toBe(is);
  });

  test("is one of tables alone, as YAML, TOML and JSON make them", () => {
    expect([{}, Object.create(null)].map(isTable)).toEqual([true, true]);
    expect([null, [], "a", new Date(), new Map()].map(isTable)).toEqual(Array(5).fill(false));
  });
});

test("nothing and false do not hold, all else does, as Liquid has it", () => {
  expect([null, undefined, false].map(isTrue)).toEqual([false, false, false]);
  expect([0, "", [], {}, true].map(isTrue)).toEqual(Array(5).fill(true));
});

describe("a scope", () => {
  test("has what the text assigned before all else, until that is given back", () => {
    const scope = scopeOf({ page: PAGE });
    scope.assign("page", "mine");
    expect([scope.lookUp("page", []), scope.assigned("page")]).toEqual(["mine", "mine"]);
    scope.restore("page", "before");
    expect(scope.lookUp("page", ["title"])).toBe("before");
    scope.restore("page", undefined);
    expect([scope.lookUp("page", []), scope.assigned("page")]).toEqual([PAGE, undefined]);
  });

  test("knows what the generator would compute where the site says it", () => {
    const scope = scopeOf({ only: { known: 1, nothing: null } });
    expect(scope.lookUp("only", ["known"])).toEqual({ known: 1, nothing: null });
    expect([scope.lookUp("only", ["nothing"]), scope.lookUp("only", ["other"])]).toEqual([UNKNOWN, UNKNOWN]);
  });

  test("has a budget that ends with the step that is more than what is left", () => {
    const budget = new Budget(10);
    expect([budget.spend(4), budget.spend(6), budget.spend(0), budget.spend(1)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
