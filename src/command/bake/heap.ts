import { Session } from "node:inspector/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** A heap below it is not worth the pause, some milliseconds for each ten megabytes that are in use. */
const LARGE_HEAP_BYTES = 256 * 1024 * 1024;

/** Of so many articles what they keep is gigabytes. */
const VERY_MANY = 300_000;

/**
 * Has this process use its heap sparingly from now on: where there is much to do, or it is only slower. A
 * bake makes a lot for each of its `articles` and keeps little of it. V8 looks up what it is told whenever
 * it collects, so it can be told late.
 */
export function spareHeap(articles = 0): void {
  // It else takes what was alive at some collection for long-lived, and in half of the large bakes lets
  // hundreds of megabytes of the same kind pile up.
  setFlagsFromString("--no-allocation-site-pretenuring");
  // It else lets a heap grow fourfold where the machine has memory. Half as much again costs no time here,
  // but of very many articles that is more than the machine may have.
  setFlagsFromString(`--heap-growing-percent=${articles < VERY_MANY ? 50 : 12}`);
}

/**
 * Has this process keep its heap as small as it can from now on, at a fifth more time: for work on one
 * thing after the other, of which nothing stays.
 */
export function keepHeapSmall(): void {
  spareHeap();
  // What is made and done with at once has sixteen times the room else.
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Gives back the memory of what nothing holds any more, where the heap is large: to be called where a
 * stage has ended whose objects are done with. By itself V8 looks when the next stage has added half as
 * much, and keeps the pages.
 */
export async function freeMemory(largeBytes = LARGE_HEAP_BYTES, collect = collectGarbage): Promise<void> {
  if (getHeapStatistics().total_heap_size >= largeBytes) await collect();
}

async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post("HeapProfiler.collectGarbage");
  } finally {
    session.disconnect();
  }
}
