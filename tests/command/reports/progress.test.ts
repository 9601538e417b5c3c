import { WriteStream } from "node:tty";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { logProgress, openProgress } from "../../../src/command/reports/progress.ts";

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

test("a log gets a line again only five seconds after the last, and the next stage begins anew", () => {
  const { lines, at, progress } = setUp();
  const count = (second: number, done: number) => {
    at.second = second;
    progress.count(done, 100);
  };
  progress.stage("Reading");
  count(5, 10);
  count(9, 20);
  progress.stage("Writing");
  count(13, 1);
  count(14, 10);
  expect(lines).toEqual(["Reading 10 of 100 (2.0/s, 45 s left)", "Writing 10 of 100 (2.0/s, 45 s left)"]);
});

test("a log gets at once what is to be known, and nothing at the end", () => {
  const { lines, progress } = setUp();
  progress.stage("Writing");
  progress.note("9 pages are drawn anew.");
  progress.end();
  expect(lines).toEqual(["9 pages are drawn anew."]);
});

/** Standard error as it may be; what is written is kept. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
    return true;
  };
  const standardError: NodeJS.WriteStream = Object.create(WriteStream.prototype, {
    isTTY: { value: isTTY },
    write: { value: write, writable: true },
  });
  return { written, standardError };
}

test("standard error that is no terminal is a log, a line each", () => {
  const { written, standardError } = stream(false);
  let second = 0;
  const progress = openProgress(standardError, () => second * 1000);
  progress.stage("Writing");
  second = 10;
  progress.count(100, 200);
  progress.end();
  expect(written).toEqual(["Writing 100 of 200 (10/s, 10 s left)\n"]);
});

describe("a terminal", () => {
  const others = process.listeners("SIGINT");
  beforeEach(() => {
    process.removeAllListeners("SIGINT");
    vi.stubEnv("CI", undefined);
    vi.stubEnv("TERM", "xterm");
  });
  afterEach(() => {
    process.removeAllListeners("SIGINT");
    for (const other of others) process.on("SIGINT", other);
    vi.unstubAllEnvs();
  });

  test("has a spinner with the stage and how far it is, until the end", () => {
    const { written, standardError } = stream(true);
    const progress = openProgress(standardError, () => 0);
    progress.stage("Reading");
    expect(written.join("")).toContain("Reading");
    progress.count(1, 2);
    expect(written.join("")).toContain("Reading 1 of 2");
    expect(written.join("")).toContain("\u001b[?25l");
    expect(written.join("")).not.toContain("\u001b[?25h");
    progress.end();
    expect(written.join("")).toContain("\u001b[?25h");
  });

  test("keeps what is to be known in a line of its own, and goes on below it", () => {
    const { written, standardError } = stream(true);
    const progress = openProgress(standardError, () => 0);
    progress.stage("Reading");
    progress.note("9 pages are drawn anew.");
    expect(written.at(-1)).toBe("9 pages are drawn anew.\n");
    // The spinner is not there meanwhile.
    expect(written.join("").lastIndexOf("\u001b[?25h")).toBeGreaterThan(
      written.join("").lastIndexOf("\u001b[?25l"),
    );
    progress.stage("Writing");
    expect(written.join("")).toContain("Writing");
    progress.end();
  });

  test("is left as it was when the process is interrupted, unless others see to the end of it", () => {
    const alone = openProgress(stream(true).standardError, () => 0);
    alone.stage("Reading");
    expect(process.listenerCount("SIGINT")).toBe(1);
    alone.end();
    process.removeAllListeners("SIGINT");
    process.on("SIGINT", () => {});
    const watched = openProgress(stream(true).standardError, () => 0);
    watched.stage("Reading");
    expect(process.listenerCount("SIGINT")).toBe(1);
    watched.end();
  });
});
