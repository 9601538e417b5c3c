import { describe, expect, test } from "vitest";
import { chapters, explicit, ordinalNumber, transcripts } from "../../src/source/values/episode-values.ts";

describe("ordinalNumber", () => {
  test.for<{ value: unknown; number: number | null }>([
    { value: 1, number: 1 },
    { value: 12, number: 12 },
    { value: "12", number: 12 },
    { value: " 3 ", number: 3 },
    { value: "007", number: 7 },
    { value: "123456789", number: 123_456_789 },
    { value: "1234567890", number: null },
    { value: 0, number: null },
    { value: "0", number: null },
    { value: -1, number: null },
    { value: 1.5, number: null },
    { value: "1.5", number: null },
    { value: "S2", number: null },
    { value: "2nd", number: null },
    { value: "", number: null },
    { value: true, number: null },
    { value: 2 ** 53, number: null },
  ])("of $value is $number", ({ value, number }) => expect(ordinalNumber(value)).toBe(number));
});

test.for<{ value: unknown; is: boolean | null }>([
  { value: true, is: true },
  { value: "true", is: true },
  { value: " Yes ", is: true },
  { value: "explicit", is: true },
  { value: false, is: false },
  { value: "False", is: false },
  { value: "no", is: false },
  { value: "CLEAN", is: false },
  { value: "perhaps", is: null },
  { value: 1, is: null },
])("explicit of $value is $is", ({ value, is }) => expect(explicit(value)).toBe(is));

/** A transcript of which nothing but its target is said. */
const PLAIN = { line: null, type: null, language: null };

describe("transcripts", () => {
  test.for([
    { name: "a.vtt", type: "text/vtt" },
    { name: "a.SRT", type: "application/x-subrip" },
    { name: "a.json", type: "application/json" },
    { name: "a.html", type: "text/html" },
    { name: "a.htm", type: "text/html" },
    { name: "a.txt", type: "text/plain" },
    { name: "a.b.vtt", type: "text/vtt" },
    { name: "https://quay.example/a.vtt?b=c", type: "text/vtt" },
    { name: "https://quay.example/a.vtt#b", type: "text/vtt" },
    { name: "a.docx", type: null },
    { name: "a.vtt2", type: null },
    { name: "vtt", type: null },
  ])("the type of $name follows from its name: $type", ({ name, type }) => {
    expect(transcripts(name)).toEqual([{ ...PLAIN, target: name, type }]);
  });

  test.for<{ rule: string; value: unknown; found: unknown }>([
    { rule: "a url", value: { url: "a" }, found: [{ ...PLAIN, target: "a" }] },
    { rule: "a src", value: { src: "a" }, found: [{ ...PLAIN, target: "a" }] },
    { rule: "a file", value: { file: "a" }, found: [{ ...PLAIN, target: "a" }] },
    { rule: "a path", value: { path: "a" }, found: [{ ...PLAIN, target: "a" }] },
    {
      rule: "a type that is declared, before that of the name",
      value: { url: "a.txt", type: " Application/X-Sub.rip+b " },
      found: [{ ...PLAIN, target: "a.txt", type: "application/x-sub.rip+b" }],
    },
    {
      rule: "a language",
      value: { url: "a", language: "pt_br" },
      found: [{ ...PLAIN, target: "a", language: "pt-BR" }],
    },
    { rule: "a lang", value: { url: "a", lang: "de" }, found: [{ ...PLAIN, target: "a", language: "de" }] },
    {
      rule: "one elsewhere whose type is declared",
      value: { url: "https://quay.example/a", type: "text/vtt" },
      found: [{ ...PLAIN, target: "https://quay.example/a", type: "text/vtt" }],
    },
    {
      rule: "a list",
      value: ["a", { url: "b" }],
      found: [
        { ...PLAIN, target: "a" },
        { ...PLAIN, target: "b" },
      ],
    },
    {
      rule: "a colon behind a slash, which is no scheme",
      value: "a/b:c",
      found: [{ ...PLAIN, target: "a/b:c" }],
    },
  ])("reads $rule", ({ value, found }) => expect(transcripts(value)).toEqual(found));

  test.for<{ rule: string; value: unknown }>([
    { rule: "a number", value: 7 },
    { rule: "a table without a target", value: { type: "text/vtt" } },
    { rule: "the words themselves", value: "Good evening." },
    { rule: "one of a list that is none", value: ["a", 7] },
    { rule: "a type without a slash", value: { url: "a", type: "vtt" } },
    { rule: "a type with something in front", value: { url: "a", type: "a text/vtt" } },
    { rule: "a type with something behind", value: { url: "a", type: "text/vtt; a" } },
    { rule: "one elsewhere whose type nobody knows", value: "https://quay.example/a" },
    { rule: "one elsewhere in capitals whose type nobody knows", value: "HTTPS://quay.example/a" },
    { rule: "one elsewhere that is no URL of the web", value: "ftp://quay.example/a.vtt" },
    { rule: "a scheme with signs in it", value: "a1+-.b://quay.example/a.vtt" },
    { rule: "one on a host alone", value: "//quay.example/a.vtt" },
    { rule: "a language that is none", value: { url: "a", language: "klingon language" } },
    { rule: "a language that is a number", value: { url: "a", lang: 7 } },
  ])("refuses $rule", ({ value }) => expect(transcripts(value)).toBeNull());
});

test.for([
  { value: "show/a.json", is: "show/a.json" },
  { value: "a/b:c.json", is: "a/b:c.json" },
  { value: "https://quay.example/a.json", is: "https://quay.example/a.json" },
  { value: "https:", is: null },
  { value: "h2:", is: null },
  { value: "//quay.example/a.json", is: null },
  { value: "a chapter", is: null },
  { value: 5, is: null },
])("chapters are a file here, or one elsewhere: $value", ({ value, is }) => {
  expect(chapters(value)).toBe(is);
});
