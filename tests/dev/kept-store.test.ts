import { expect, test } from "vitest";
import { keepStore } from "../../src/dev/kept-store.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";

const FLAGS = { persistTo: "state" };
const NEEDS = { writes: true };

/** A kept store, and what became of the stores that it opened. */
function keptStore() {
  const stop = new AbortController();
  const opened: { closed: boolean }[] = [];
  const kept = keepStore(async () => {
    const one = { closed: false };
    opened.push(one);
    const store = new MemoryStore();
    store.close = async () => {
      one.closed = true;
    };
    return store;
  }, stop.signal);
  return { kept, opened, stop };
}

test("a store stays open from one bake to the next, whatever the first does", async () => {
  const { kept, opened } = keptStore();
  await (await kept.open(FLAGS, NEEDS)).close();
  await kept.open(FLAGS, NEEDS);
  expect(opened).toEqual([{ closed: false }]);
});

test("one that is dropped is closed, and the next bake gets another", async () => {
  const { kept, opened } = keptStore();
  await kept.open(FLAGS, NEEDS);
  await kept.drop();
  await kept.open(FLAGS, NEEDS);
  expect(opened).toEqual([{ closed: true }, { closed: false }]);
});

test("when dev is stopped it is closed, and none is opened that stays open", async () => {
  const { kept, opened, stop } = keptStore();
  await kept.open(FLAGS, NEEDS);
  stop.abort();
  await expect(kept.open(FLAGS, NEEDS)).rejects.toThrow();
  expect(opened.every(({ closed }) => closed)).toBe(true);
});
