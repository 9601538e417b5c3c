import { expect, test } from "vitest";
import { openBakeQueue } from "../../../src/command/dev/bake-queue.ts";

/** A queue whose bakes last until they are told to end. */
function queueOfBakes(pauses = { quietMs: 1, longestMs: 50 }) {
  const started: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  let waiting = () => {};
  const queue = openBakeQueue(async (paths) => {
    started.push(paths);
    waiting();
    await new Promise<void>((end) => ends.push(end));
  }, pauses);
  return {
    queue,
    started,
    endBake: () => ends.shift()?.(),
    async untilStarted(count: number) {
      while (started.length < count) {
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
      }
    },
  };
}

test("changes that come together make one bake, which is given their paths once each", async () => {
  const { queue, started, untilStarted } = queueOfBakes();
  for (const path of ["a.md", "b.md", "a.md"]) queue.changed(path);
  await untilStarted(1);
  expect(started).toEqual([["a.md", "b.md"]]);
});

test("what changes during a bake makes one more after it, and never one beside it", async () => {
  const { queue, started, endBake, untilStarted } = queueOfBakes();
  queue.changed("a.md");
  await untilStarted(1);
  queue.changed("b.md");
  queue.changed("c.md");
  // Long enough for a second bake to begin, were it let.
  await new Promise((done) => setTimeout(done, 60));
  expect(started).toHaveLength(1);
  endBake();
  await untilStarted(2);
  expect(started[1]).toEqual(["b.md", "c.md"]);
});

test("changes without an end are baked all the same", async () => {
  const { queue, started, untilStarted } = queueOfBakes({ quietMs: 50, longestMs: 100 });
  const changes = setInterval(() => queue.changed("a.md"), 5);
  await untilStarted(1);
  clearInterval(changes);
  expect(started).toEqual([["a.md"]]);
});

test("a change of which no path is known makes a bake too", async () => {
  const { queue, started, untilStarted } = queueOfBakes();
  queue.changed();
  await untilStarted(1);
  expect(started).toEqual([[]]);
});

test("the first bake waits for nothing, and takes what changed before it", async () => {
  const { queue, started, endBake, untilStarted } = queueOfBakes({ quietMs: 60_000, longestMs: 60_000 });
  queue.changed("a.md");
  const baked = queue.bakeNow();
  await untilStarted(1);
  endBake();
  await baked;
  expect(started).toEqual([["a.md", ""]]);
});

test("a queue that is closed waits for its bake and begins no other", async () => {
  const { queue, started, endBake, untilStarted } = queueOfBakes();
  queue.changed("a.md");
  await untilStarted(1);
  queue.changed("b.md");
  let closed = false;
  const closing = queue.close().then(() => {
    closed = true;
  });
  await Promise.resolve();
  expect(closed).toBe(false);
  endBake();
  await closing;
  queue.changed("c.md");
  await new Promise((done) => setTimeout(done, 60));
  expect(started).toHaveLength(1);
});
