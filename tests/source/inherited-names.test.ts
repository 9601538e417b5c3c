import { parseTOML } from "toml-eslint-parser";
import { expect, test } from "vitest";
import { inheritedNames } from "../../src/source/formats/inherited-names.ts";

test.for([
  { rule: "a setting", toml: "a = 1\nconstructor = 2", names: ["2 constructor"] },
  { rule: "one in quotes", toml: '"__proto__" = 1', names: ["1 __proto__"] },
  { rule: "the name of what constructors have", toml: "prototype = 1", names: ["1 prototype"] },
  { rule: "a part of a name", toml: "a.toString.b = 1", names: ["1 a.toString.b"] },
  { rule: "a table", toml: "a = 1\n[sections.constructor]\nb = 1", names: ["2 sections.constructor"] },
  { rule: "a setting of a table", toml: "[sections]\nb = 1\nvalueOf = 1", names: ["3 valueOf"] },
  { rule: "one in a table on one line", toml: "a = { b = { valueOf = 1 } }", names: ["1 valueOf"] },
  {
    rule: "one in a list of tables",
    toml: "a = [\n{ b = 1 },\n{ valueOf = 1 },\n[{ toString = 2 }]\n]",
    names: ["3 valueOf", "4 toString"],
  },
  { rule: "several", toml: "valueOf = 1\n[toString]", names: ["1 valueOf", "2 toString"] },
  { rule: "none", toml: 'proto = "constructor"\n[sections]\nvalue = ["valueOf"]', names: [] },
])("names that every object has are found, with their lines: $rule", ({ toml, names }) => {
  const found = [...inheritedNames(parseTOML(toml))];
  expect(found.map(({ line, name }) => `${line} ${name}`)).toEqual(names);
});
