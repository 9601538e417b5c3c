import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { onceEach } from "../../src/article/once-each.ts";
import { temporaryFolder } from "../content-folder.ts";
import { EQUIVALENTS } from "./equivalents/index.ts";
import { textOf } from "./mutant.ts";
import { MUTATED_ROOMS } from "./rooms.ts";
import type { Fate } from "./score.ts";
import { scoreOf } from "./score.ts";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

const mutant = (from: string, fate: Fate) => ({ file: "bake/gate.ts", from, to: "false", fate });
const equivalent = (from: string) => ({ file: "bake/gate.ts", from, to: "false", because: "it is so" });

describe("the score of a room", () => {
  test("is the part of its mutants that tests notice", () => {
    const { ratio, survivors } = scoreOf(
      [mutant("a", "killed"), mutant("b", "killed"), mutant("c", "killed"), mutant("d", "survived")],
      [],
    );
    expect(ratio).toBe(0.75);
    expect(survivors.map(({ from }) => from)).toEqual(["d"]);
  });

  test("leaves out what is equivalent, and what cannot be loaded", () => {
    const score = scoreOf(
      [mutant("a", "killed"), mutant("b", "survived"), mutant("c", "invalid")],
      [equivalent("b")],
    );
    expect(score).toMatchObject({ mutants: 2, killed: 1, equivalent: 1, survivors: [], ratio: 1 });
  });

  test("tells what is listed as equivalent and was noticed after all", () => {
    const { stale } = scoreOf([mutant("a", "killed")], [equivalent("a")]);
    expect(stale).toEqual([equivalent("a")]);
  });

  test("says nothing of files that a run left out", () => {
    const elsewhere = { ...equivalent("a"), file: "bake/redirects.ts" };
    expect(scoreOf([mutant("a", "killed")], [elsewhere]).stale).toEqual([]);
  });
});

test("a mutant is told as its line, and the line that stands there instead", () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "src"));
  const fileName = join(root, "src", "one.ts");
  writeFileSync(fileName, "first();\n  if (a < b) {\n    second();\n  }\n");
  const location = { start: { line: 2, column: 7 }, end: { line: 2, column: 12 } };
  expect(textOf({ fileName, location, replacement: "a <= b" }, root)).toEqual({
    file: "one.ts",
    from: "if (a < b) {",
    to: "if (a <= b) {",
  });
  const block = { start: { line: 2, column: 14 }, end: { line: 4, column: 4 } };
  expect(textOf({ fileName, location: block, replacement: "{}" }, root)).toEqual({
    file: "one.ts",
    from: "if (a < b) { second(); }",
    to: "if (a < b) {}",
  });
});

test("every equivalent mutant stands in its file still", () => {
  const oneLine = (text: string) => text.replace(/\s+/g, " ");
  const read = onceEach((file: string) => oneLine(readFileSync(join(SRC, file), "utf8")));
  const gone = Object.values(EQUIVALENTS)
    .flat()
    .filter(({ file, from }) => !read(file).includes(oneLine(from)));
  expect(gone).toEqual([]);
});

test("every equivalent mutant has a reason, and lies in a room that is mutated", () => {
  // A part of a room that is tried by itself has its list with the room.
  const rooms = new Set(Object.keys(MUTATED_ROOMS).map((room) => room.split("/", 1)[0]));
  expect(Object.keys(EQUIVALENTS).sort()).toEqual([...rooms].sort());
  for (const [room, list] of Object.entries(EQUIVALENTS)) {
    for (const { file, because } of list) {
      expect(file).toMatch(new RegExp(`^${room}/`));
      expect(because).toMatch(/\w+ \w+/);
    }
  }
});
