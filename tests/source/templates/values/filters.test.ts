import { describe, expect, test } from "vitest";
import { evaluate } from "../../../../src/source/templates/values/expression.ts";
import { UNKNOWN } from "../../../../src/source/templates/values/value.ts";
import { scopeOf } from "./scope-of.ts";

const AT = "2025-07-01T06:05:09Z";
const SCOPE = {
  at: AT,
  sea: " high sea ",
  text: "don't cross-sea 1st",
  lines: "a\nb\n",
  list: ["b", "a", "b"],
  numbers: [10, 9, 1],
  mixed: [null, "a", false, 0],
  boats: [
    { name: "Ana", is: true },
    { name: "Bo", is: false },
  ],
  odd: ["a", { b: 1 }],
  written: ["b", 10, 9],
  alike: ["1", 1, "1", 1, 1],
  worded: ["10", 9],
  turned: [9, "10"],
  bc: "x",
  "7a": "x",
  named: { first: "Ana" },
  none: null,
  table: { a: 1 },
  hostile: { toString: "a", valueOf: "b" },
};

function value(expression: string): unknown {
  return evaluate(expression, scopeOf(SCOPE));
}

describe("a filter of texts", () => {
  test.for([
    { of: "'<b>' | escape", is: "&lt;b&gt;" },
    { of: "'<b>' | e", is: "&lt;b&gt;" },
    { of: "'<b>' | xml_escape", is: "&lt;b&gt;" },
    { of: "'<b>' | safe", is: "<b>" },
    { of: "'<b>' | raw", is: "<b>" },
    { of: "'&lt;b> & &#39; &amp;c' | escape_once", is: "&lt;b&gt; &amp; &#39; &amp;c" },
    { of: "'a b/ü' | cgi_escape", is: "a%20b%2F%C3%BC" },
    { of: "'a b/ü' | url_encode", is: "a%20b%2F%C3%BC" },
    { of: "'a b/ü' | urlencode", is: "a%20b%2F%C3%BC" },
    { of: "'a b/ü' | uri_escape", is: "a%20b/%C3%BC" },
    { of: "'a' | append: 'b'", is: "ab" },
    { of: "'a' | append", is: "a" },
    { of: "'a' | prepend: 'b'", is: "ba" },
    { of: "'a' | prepend", is: "a" },
    { of: "'a-b-c' | replace: '-', '+'", is: "a+b+c" },
    { of: "'a-b-c' | replace: '-'", is: "abc" },
    { of: "'abc' | replace", is: "abc" },
    { of: "'abc' | replace: '', 'x'", is: "abc" },
    { of: "'a-b-c' | replace_first: '-', '$&'", is: "a$&b-c" },
    { of: "'a-b-c' | replace_first: '-'", is: "ab-c" },
    { of: "'abc' | replace_first", is: "abc" },
    { of: "'a-b-c' | remove: '-'", is: "abc" },
    { of: "'abc' | remove", is: "abc" },
    { of: "'a-b-c' | remove_first: '-'", is: "ab-c" },
    { of: "'abc' | remove_first", is: "abc" },
    { of: "'Sea' | downcase", is: "sea" },
    { of: "'Sea' | lower", is: "sea" },
    { of: "'Sea' | upcase", is: "SEA" },
    { of: "'Sea' | upper", is: "SEA" },
    { of: "'high sea' | capitalize", is: "High sea" },
    { of: "'high sea, über' | title", is: "High Sea, Über" },
    { of: "text | title", is: "Don't Cross-Sea 1st" },
    { of: "sea | strip", is: "high sea" },
    { of: "sea | trim", is: "high sea" },
    { of: "sea | lstrip", is: "high sea " },
    { of: "sea | rstrip", is: " high sea" },
    { of: "lines | strip_newlines", is: "ab" },
    { of: "lines | newline_to_br", is: "a<br>\nb<br>\n" },
    { of: "'a <b>c</b> < d' | strip_html", is: "a c < d" },
    { of: "'a <b>c</b> < d' | striptags", is: "a c < d" },
    { of: "'a  b   c' | normalize_whitespace", is: "a b c" },
    { of: "' a  b   c ' | number_of_words", is: 3 },
    { of: "'a b' | slugify", is: "slug of a b" },
    { of: "'a b' | slug", is: "slug of a b" },
    { of: "'a' | markdownify", is: "<p>a</p>" },
    { of: "'a' | markdown", is: "<p>a</p>" },
    { of: "'abc' | slice: 1", is: "b" },
    { of: "'abc' | slice: 1, 2", is: "bc" },
    { of: "'abc' | slice: -2, 2", is: "bc" },
    { of: "'abc' | slice", is: "a" },
    { of: "'a,b' | split: ','", is: ["a", "b"] },
    { of: "'a b' | split", is: ["a", "b"] },
  ])("makes of $of $is", ({ of, is }) => {
    expect(value(of)).toEqual(is);
  });

  test.for([
    { of: "truncate: 8", is: "The t..." },
    { of: "truncate: 17", is: "The tide is high." },
    { of: "truncate: 16", is: "The tide is h..." },
    { of: "truncate: 8, '…'", is: "The tid…" },
    { of: "truncate: 1", is: "..." },
    { of: "truncate", is: "The tide is high." },
    { of: "truncatewords: 2", is: "The tide..." },
    { of: "truncatewords: 4", is: "The tide is high." },
    { of: "replace: ' ', '  ' | truncatewords: 2", is: "The tide..." },
    { of: "truncatewords: 2, ' …'", is: "The tide …" },
    { of: "truncatewords", is: "The tide is high." },
  ])("cuts 'The tide is high.' with $of to '$is'", ({ of, is }) => {
    expect(value(`'The tide is high.' | ${of}`)).toBe(is);
  });

  test("leaves fifty signs and fifteen words where nothing is said", () => {
    const [signs, words] = ["x".repeat(51), Array(16).fill("w").join(" ")];
    const cut = (text: string, by: string) => evaluate(`text | ${by}`, scopeOf({ text }));
    expect(cut(signs, "truncate")).toBe(`${"x".repeat(47)}...`);
    expect(cut(words, "truncatewords")).toBe(`${Array(15).fill("w").join(" ")}...`);
  });

  test("takes half a sign for the sign of what is damaged (Unicode 3.9)", () => {
    const encoded = (by: string) => evaluate(`text | ${by}`, scopeOf({ text: "\ud800" }));
    expect(["cgi_escape", "url_encode", "urlencode", "uri_escape"].map(encoded)).toEqual(
      Array(4).fill("%EF%BF%BD"),
    );
  });

  test.for(["table | upcase", "only.x | upcase", "'a' | append: only.x", "'a' | append: table"])(
    "cannot say what %s is",
    (of) => {
      expect(value(of)).toBe(UNKNOWN);
    },
  );
});

describe("a filter of addresses", () => {
  test.for([
    { text: "tide", path: "/tide", url: "https://quay.example/tide" },
    { text: "/tide", path: "/tide", url: "https://quay.example/tide" },
    { text: "//other.example/", path: "//other.example/", url: "//other.example/" },
    { text: "https://a.example/", path: "https://a.example/", url: "https://a.example/" },
    { text: "HTTPS://a.example/", path: "HTTPS://a.example/", url: "HTTPS://a.example/" },
    { text: "svn+ssh:x", path: "svn+ssh:x", url: "svn+ssh:x" },
    { text: "#part", path: "#part", url: "https://quay.example/#part" },
    { text: "?q", path: "?q", url: "https://quay.example/?q" },
    { text: "1a:b", path: "/1a:b", url: "https://quay.example/1a:b" },
    { text: "a/b:c", path: "/a/b:c", url: "https://quay.example/a/b:c" },
    { text: "///a", path: "///a", url: "///a" },
  ])("makes of $text the path $path and the URL $url", ({ text, path, url }) => {
    const made = (filter: string) => evaluate(`text | ${filter}`, scopeOf({ text }));
    expect(["relative_url", "url", "relURL"].map(made)).toEqual([path, path, path]);
    expect(["absolute_url", "absURL"].map(made)).toEqual([url, url]);
  });
});

describe("a filter of dates", () => {
  test.for([
    { of: "at | date", is: "2025-07-01" },
    { of: "at | date: '%d/%m'", is: "01/07" },
    { of: "at | date_to_string", is: "01 Jul 2025" },
    { of: "at | date_to_long_string", is: "01 July 2025" },
    { of: "at | date_to_xmlschema", is: "2025-07-01T08:05:09+02:00" },
    { of: "at | date_to_rfc822", is: "Tue, 01 Jul 2025 08:05:09 +0200" },
    { of: "'now' | date: '%Y'", is: UNKNOWN },
    { of: "table | date", is: UNKNOWN },
    { of: "at | date: table", is: UNKNOWN },
    { of: "at | date: 'yyyy'", is: UNKNOWN },
  ])("makes of $of $is", ({ of, is }) => {
    expect(value(of)).toBe(is);
  });
});

describe("a filter of lists", () => {
  test.for([
    { of: "list | join", is: "b a b" },
    { of: "list | join: ', '", is: "b, a, b" },
    { of: "boats | join", is: UNKNOWN },
    { of: "list | join: table", is: UNKNOWN },
    { of: "list | reverse", is: ["b", "a", "b"] },
    { of: "numbers | reverse", is: [1, 9, 10] },
    { of: "list | sort", is: ["a", "b", "b"] },
    { of: "numbers | sort", is: [1, 9, 10] },
    { of: "boats | sort", is: UNKNOWN },
    { of: "odd | sort", is: UNKNOWN },
    { of: "written | sort", is: [9, 10, "b"] },
    { of: "alike | sort", is: ["1", 1, "1", 1, 1] },
    { of: "worded | sort", is: ["10", 9] },
    { of: "turned | sort", is: ["10", 9] },
    { of: "list | join: ( )", is: "b a b" },
    { of: "named | first", is: "Ana" },
    { of: "mixed | sort", is: [0, "a", false, null] },
    { of: "list | uniq", is: ["b", "a"] },
    { of: "mixed | compact", is: ["a", 0] },
    { of: "list | concat: numbers", is: ["b", "a", "b", 10, 9, 1] },
    { of: "list | concat: 'a'", is: UNKNOWN },
    { of: "list | concat: only.x", is: UNKNOWN },
    { of: "boats | map: 'name'", is: ["Ana", "Bo"] },
    { of: "boats | where: 'name', 'Bo'", is: [{ name: "Bo", is: false }] },
    { of: "boats | where: 'is'", is: [{ name: "Ana", is: true }] },
    { of: "boats | map: hostile", is: UNKNOWN },
    { of: "boats | where: hostile", is: UNKNOWN },
    { of: "list | first", is: "b" },
    { of: "numbers | last", is: 1 },
    { of: "list | size", is: 3 },
    { of: "'sea' | length", is: 3 },
    { of: "1234 | size", is: 4 },
    { of: "table | size", is: 0 },
    { of: "none | size", is: 0 },
    { of: "'a' | reverse", is: UNKNOWN },
    { of: "only.x | first", is: UNKNOWN },
  ])("makes of $of $is", ({ of, is }) => {
    expect(value(of)).toEqual(is);
  });

  test("takes a thousand parts at most of a text, ten thousand of two lists", () => {
    const scope = scopeOf({
      text: "x ".repeat(1500),
      long: Array(9000).fill(1),
      list: Array(1500).fill("y"),
    });
    expect(evaluate("text | split: ' ' | size", scope)).toBe(1000);
    expect(evaluate("long | concat: long | size", scope)).toBe(10_000);
    expect(evaluate("list | join: '' | size", scope)).toBe(1000);
  });
});

describe("a filter of numbers", () => {
  test.for([
    { of: "7 | plus: 2", is: 9 },
    { of: "7 | plus", is: 7 },
    { of: "'7' | plus: '2'", is: 9 },
    { of: "7 | minus: 2", is: 5 },
    { of: "7 | times: 2", is: 14 },
    { of: "7 | divided_by: 2", is: 3 },
    { of: "7.5 | divided_by: 2", is: 3.75 },
    { of: "7 | divided_by: 2.5", is: 2.8 },
    { of: "7 | divided_by: 0", is: UNKNOWN },
    { of: "7 | modulo: 4", is: 3 },
    { of: "2.345 | round: 1", is: 2.3 },
    { of: "2.5 | round", is: 3 },
    { of: "2.5 | round: -1", is: 3 },
    { of: "2.5 | round: 99", is: 2.5 },
    { of: "2.7 | floor", is: 2 },
    { of: "2.1 | ceil", is: 3 },
    { of: "-2 | abs", is: 2 },
    { of: "'tide' | plus: 1", is: UNKNOWN },
  ])("makes of $of $is", ({ of, is }) => {
    expect(value(of)).toBe(is);
  });

  test.for(["plus", "times"])("cannot say what %s makes of what nobody knows", (name) => {
    expect(() => value(`only.x | ${name}: 1`)).not.toThrow();
    expect(value(`only.x | ${name}: 1`)).toBe(UNKNOWN);
  });
});

describe("what stands for nothing", () => {
  test.for([
    { of: "none | default: 'a'", is: "a" },
    { of: "false | default: 'a'", is: "a" },
    { of: "'' | d: 'a'", is: "a" },
    { of: "only.x | default: 'a'", is: "a" },
    { of: "only.x | d: 'a'", is: "a" },
    { of: "0 | default: 'a'", is: 0 },
    { of: "'b' | default: 'a'", is: "b" },
    { of: "none | default", is: null },
  ])("is told by $of: $is", ({ of, is }) => {
    expect(value(of)).toBe(is);
  });
});

test.for([
  { of: "'a\"b' | jsonify", is: '"a\\"b"' },
  { of: "7 | jsonify", is: "7" },
  { of: "true | jsonify", is: "true" },
  { of: "none | jsonify", is: "null" },
  { of: "list | jsonify", is: UNKNOWN },
])("$of is $is", ({ of, is }) => {
  expect(value(of)).toBe(is);
});

describe("code that Eleventy highlights", () => {
  test.for([
    { of: "'a<b' | highlight: 'js'", is: '<pre><code class="language-js">a&lt;b</code></pre>' },
    { of: "lines | highlight: 'c++'", is: '<pre><code class="language-c++">a\nb</code></pre>' },
    { of: "'a' | highlight: 'x y'", is: '<pre><code class="language-">a</code></pre>' },
    { of: "'a' | highlight", is: '<pre><code class="language-">a</code></pre>' },
    { of: "table | highlight: 'js'", is: UNKNOWN },
  ])("makes of $of $is", ({ of, is }) => {
    expect(value(of)).toBe(is);
  });
});

test.for(["'a' | -upcase", "'a' | append: b(c)", "'a' | append: (b)c", "7a"])("%s is no expression", (of) => {
  expect(value(of)).toBe(UNKNOWN);
});
