import { parseTOML } from "toml-eslint-parser";
import { expect, test } from "vitest";
import { lineOfTomlPath } from "../../src/source/formats/toml-lines.ts";

test.for<{ rule: string; toml: string; path: readonly string[]; line: number | null }>([
  { rule: "a key", toml: "a = 1\nb = 2\nc = 3", path: ["b"], line: 2 },
  { rule: "a key in quotes", toml: 'a = 1\n"/b c" = 2', path: ["/b c"], line: 2 },
  { rule: "a dotted key", toml: "a.b = 1\na.c = 2", path: ["a", "c"], line: 2 },
  { rule: "a key of a table", toml: "[a]\nb = 1\nc = 2", path: ["a", "c"], line: 3 },
  { rule: "a key of a table inside one", toml: "[a]\nb = 1\n[a.c]\nb = 2", path: ["a", "c", "b"], line: 4 },
  { rule: "the same key of another table", toml: "[a]\nc = 1\n[b]\nc = 2", path: ["b", "c"], line: 4 },
  { rule: "a key of a list of tables", toml: "[[a]]\nb = 1\n[[a]]\nb = 2", path: ["a", "1", "b"], line: 4 },
  { rule: "a table of such a list", toml: "[[a]]\nb = 1\n[[a]]\nb = 2", path: ["a", "1"], line: 3 },
  { rule: "a key of a table on one line", toml: "x = 1\na = { b = 1, c = 2 }", path: ["a", "c"], line: 2 },
  { rule: "a key of a table on several lines", toml: "a = {\nb = 1,\nc = 2\n}", path: ["a", "c"], line: 3 },
  { rule: "a key that is missing in a table", toml: "x = 1\n[a]\nb = 1", path: ["a", "c"], line: 2 },
  {
    rule: "a key that is missing in a table on one line",
    toml: "x = 1\na = { b = 1 }",
    path: ["a", "c"],
    line: 2,
  },
  {
    rule: "a value in a list, which begins where the list does",
    toml: "x = 1\na = [\n1,\n2\n]",
    path: ["a", "1"],
    line: 2,
  },
  {
    rule: "a table that is named through one inside it",
    toml: "x = 1\n[a.b]\nc = 1\n[a]",
    path: ["a"],
    line: 2,
  },
  { rule: "a table that is named through a dotted key", toml: "x = 1\na.b = 1", path: ["a"], line: 2 },
  { rule: "a table that goes on is where it begins", toml: "[a]\nb = 1\n[a.c]\nb = 1", path: ["a"], line: 1 },
  {
    rule: "a table with a neighbour of the same parent",
    toml: "[a.b]\nc = 1\n[a.d]\nc = 1",
    path: ["a", "d"],
    line: 3,
  },
  {
    rule: "a key that is missing in a table which another names",
    toml: "x = 1\n[a.b]\nc = 1",
    path: ["a", "d"],
    line: 2,
  },
  { rule: "nothing", toml: "a = 1\n[b]\nc = 1", path: ["d"], line: null },
  { rule: "nothing in an empty document", toml: "", path: ["a"], line: null },
])("finds the line of $rule", ({ toml, path, line }) => {
  expect(lineOfTomlPath(parseTOML(toml, { tomlVersion: "next" }), path)).toBe(line);
});
