import { expect, test } from "vitest";
import { findAll } from "../../../src/doctor/checks/check.ts";
import { visible } from "../../../src/doctor/checks/visible.ts";

test.for([
  { name: "plain text", text: "Köln “Tea” 日本語 😀 مرحبا", shown: "Köln “Tea” 日本語 😀 مرحبا" },
  { name: "an escape sequence", text: "a\u001B[31mb", shown: "aU+001B[31mb" },
  { name: "a C1 control", text: "a\u009Bb", shown: "aU+009Bb" },
  { name: "a delete", text: "a\u007Fb", shown: "aU+007Fb" },
  { name: "a nul and a bell", text: "\u0000\u0007", shown: "U+0000U+0007" },
  { name: "line ends", text: "a\r\nb\u2028c\u2029d", shown: "aU+000DU+000AbU+2028cU+2029d" },
  { name: "an override", text: "a\u202Eb", shown: "aU+202Eb" },
  { name: "an isolate", text: "a\u2066b\u2069", shown: "aU+2066bU+2069" },
  { name: "a mark of direction", text: "a\u200Fb", shown: "aU+200Fb" },
  { name: "half a character", text: "a\uD83Db", shown: "aU+D83Db" },
])("$name is shown as what it is", ({ text, shown }) => {
  expect(visible(text)).toBe(shown);
});

test("a text of a thousand characters is shown whole, and a longer one cut", () => {
  expect(visible("x".repeat(1000))).toBe("x".repeat(1000));
  expect(visible("x".repeat(1001))).toBe(`${"x".repeat(1000)}…`);
});

test("whatever a check quotes is visible, and the address as well", () => {
  const check = { name: "odd", severity: "error", fix: "Fix it.", find: () => ["a\u001Bb"] } as const;
  expect(findAll([check], null, "data:\u202Ex")).toMatchObject([{ url: "data:U+202Ex", what: "aU+001Bb" }]);
});
