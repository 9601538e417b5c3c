import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { CollectedTest } from "./collect.ts";
import { addSuite, addTest, collectTests, currentSuite, onFinished } from "./collect.ts";
import { distancesTo } from "./imports.ts";
import { runTests } from "./run-tests.ts";

/** Collects tests that tell what runs when; each of `failing` fails. */
async function collected(told: string[], failing: readonly string[] = []): Promise<readonly CollectedTest[]> {
  const tell = (what: string) => () => {
    told.push(what);
    if (failing.includes(what)) throw new Error(what);
  };
  const hooks = (name: string) => {
    const suite = currentSuite();
    suite.beforeAll.push(() => {
      tell(`before all of ${name}`)();
      return tell(`undo ${name}`);
    });
    suite.beforeEach.push(tell(`before each of ${name}`));
    suite.afterEach.push(tell(`after each of ${name}`));
    suite.afterAll.push(tell(`after all of ${name}`));
  };
  return collectTests("tides.test.ts", async () => {
    addTest("alone", tell("alone"));
    addSuite("ports", () => {
      hooks("ports");
      addTest("first", () => {
        onFinished(tell("finished first"));
        onFinished(tell("finished second"));
        tell("first")();
      });
      addSuite("locks", () => {
        hooks("locks");
        addTest("inner", async () => tell("inner")());
      });
    });
  });
}

describe("tests that the runner of mutants collects", () => {
  test("are known by file, place and name", async () => {
    expect((await collected([])).map(({ id }) => id)).toEqual([
      "tides.test.ts#0 alone",
      "tides.test.ts#1 first",
      "tides.test.ts#2 inner",
    ]);
  });

  test("run with the hooks around them, as under vitest", async () => {
    const told: string[] = [];
    const outcomes = await runTests(await collected(told), false);
    expect(outcomes.map(({ error }) => error)).toEqual([null, null, null]);
    expect(told).toEqual([
      "alone",
      ...["before all of ports", "before each of ports", "first", "after each of ports"],
      ...["finished second", "finished first"],
      ...["before all of locks", "before each of ports", "before each of locks", "inner"],
      ...["after each of locks", "after each of ports", "after all of locks", "undo locks"],
      ...["after all of ports", "undo ports"],
    ]);
  });

  test("run alone too, with the hooks that they need", async () => {
    const told: string[] = [];
    const [, first] = await collected(told);
    await runTests(first === undefined ? [] : [first], false);
    expect(told.slice(0, 3)).toEqual(["before all of ports", "before each of ports", "first"]);
  });

  test.for([
    { name: "a test that throws", failing: "first", failed: ["first"] },
    { name: "one that rejects", failing: "inner", failed: ["inner"] },
    { name: "one whose hook throws", failing: "before each of locks", failed: ["inner"] },
    { name: "all of a suite that cannot begin", failing: "before all of ports", failed: ["first", "inner"] },
    { name: "one that cannot be cleaned up after", failing: "finished first", failed: ["first"] },
  ])("fail: $name", async ({ failing, failed }) => {
    const outcomes = await runTests(await collected([], [failing]), false);
    expect(outcomes.flatMap(({ test, error }) => (error === null ? [] : [test.name]))).toEqual(failed);
  });

  test("end with the first failure where that is all that is asked", async () => {
    const outcomes = await runTests(await collected([], ["first"]), true);
    expect(outcomes.map(({ test }) => test.name)).toEqual(["alone", "first"]);
  });
});

test("test files are tried by how many imports lead from them to what is mutated", () => {
  const at = (path: string) => resolve(path);
  const files = ["tests/mutation/score.test.ts", "tests/mutation/score.ts", "tests/closing-line.ts"].map(at);
  expect([...distancesTo(at("tests/mutation/score.ts"), files).values()]).toEqual([1, 0, Infinity]);
});
