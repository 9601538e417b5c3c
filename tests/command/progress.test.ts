import { expect, test } from "vitest";
import { logProgress } from "../../src/command/progress.ts";

/** A clock that is set, and the lines that a log got. */
function setUp() {
  const lines: string[] = [];
  const at = { second: 0 };
  const progress = logProgress(
    (line) => lines.push(line),
    () => at.second * 1000,
  );
  return { lines, at, progress };
}

test("a log gets a line every five seconds, with the pace of that moment", () => {
  const { lines, at, progress } = setUp();
  progress.stage("Writing");
  for (at.second = 1; at.second <= 12; at.second += 1) progress.count(at.second * 100, 5000);
  progress.end();
  expect(lines).toEqual([
    "Writing 500 of 5,000 (100/s, 45 s left)",
    "Writing 1,000 of 5,000 (100/s, 40 s left)",
  ]);
});

test("a log gets nothing of stages that are over within five seconds", () => {
  const { lines, at, progress } = setUp();
  for (const stage of ["Reading articles", "Baking 3 articles", "Writing"]) {
    progress.stage(stage);
    at.second += 4;
    progress.count(3, 3);
  }
  expect(lines).toEqual([]);
});
