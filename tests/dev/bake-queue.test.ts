import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBakeQueue } from "../../src/dev/bake-queue.ts";

const QUIET_MS = 100;
const LONGEST_MS = 1000;

// The clock stands still until a test moves it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** A queue whose bakes last until they are told to end. */
function queueOfBakes() {
  const started: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const queue = openBakeQueue(
    async (paths) => {
      started.push(paths);
      await new Promise<void>((end) => ends.push(end));
    },
    { quietMs: QUIET_MS, longestMs: LONGEST_MS },
  );
  return { queue, started, endBake: () => ends.shift()?.() };
}

test("changes that come together make one bake, which is given their paths once each", async () => {
  const { queue, started } = queueOfBakes();
  for (const path of ["a.md", "b.md", "a.md"]) queue.changed(path);
  await pass(QUIET_MS);
  expect(started).toEqual([["a.md", "b.md"]]);
});

test("a bake begins once nothing has changed for a while, and not before", async () => {
  const { queue, started } = queueOfBakes();
  queue.changed("a.md");
  await pass(QUIET_MS - 1);
  queue.changed("b.md");
  await pass(QUIET_MS - 1);
  expect(started).toEqual([]);
  await pass(1);
  expect(started).toEqual([["a.md", "b.md"]]);
});

test("what changes during a bake makes one more after it, and never one beside it", async () => {
  const { queue, started, endBake } = queueOfBakes();
  queue.changed("a.md");
  await pass(QUIET_MS);
  queue.changed("b.md");
  queue.changed("c.md");
  await pass(10 * LONGEST_MS);
  expect(started).toEqual([["a.md"]]);
  endBake();
  await pass(QUIET_MS);
  expect(started).toEqual([["a.md"], ["b.md", "c.md"]]);
});

test("changes without an end are baked all the same, when the first is as old as a change may be", async () => {
  const { queue, started } = queueOfBakes();
  for (let passed = 0; passed < LONGEST_MS; passed += 50) {
    expect(started).toEqual([]);
    queue.changed("a.md");
    await pass(50);
  }
  expect(started).toEqual([["a.md"]]);
});

test("a change of which no path is known makes a bake too", async () => {
  const { queue, started } = queueOfBakes();
  queue.changed();
  await pass(QUIET_MS);
  expect(started).toEqual([[]]);
});

test("the first bake waits for nothing, and takes what changed before it", async () => {
  const { queue, started, endBake } = queueOfBakes();
  queue.changed("a.md");
  const baked = queue.bakeNow();
  await pass(0);
  expect(started).toEqual([["a.md", ""]]);
  endBake();
  await baked;
});

test("a queue that is closed waits for its bake and begins no other", async () => {
  const { queue, started, endBake } = queueOfBakes();
  queue.changed("a.md");
  await pass(QUIET_MS);
  queue.changed("b.md");
  let closed = false;
  const closing = queue.close().then(() => {
    closed = true;
  });
  await pass(LONGEST_MS);
  expect(closed).toBe(false);
  endBake();
  await closing;
  queue.changed("c.md");
  await pass(10 * LONGEST_MS);
  expect(started).toEqual([["a.md"]]);
});
