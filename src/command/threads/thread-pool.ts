import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Results, Task } from "./tasks.ts";

/**
 * From so much on a thread that has yet to start is a help: files to parse, and pages to compress. Few
 * pages can have many feeds, which take the longest.
 */
export const WORTH_THREADS = { files: 2000, pages: 100 } as const;

/** What one thread has to do cannot keep more of them busy. */
const MOST_THREADS = 3;

interface Thread {
  readonly worker: Worker;
  /** Those who wait for its results, in the order of their tasks. */
  readonly waiting: { resolve(result: unknown): void; reject(fault: unknown): void }[];
}

/** Threads beside the main one, which works too. */
export class ThreadPool {
  readonly #threads: readonly Thread[];

  /** Starts as many threads as there are further processors, but one at least. */
  constructor(size = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1))) {
    this.#threads = Array.from({ length: size }, startThread);
  }

  get size(): number {
    return this.#threads.length;
  }

  /** Gives a task to the thread that has the least to do; what it throws is thrown where the result is awaited. */
  run<T extends Task>(task: T): Promise<Results[T["kind"]]> {
    const thread = this.#threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
    const result = new Promise<Results[T["kind"]]>((resolve, reject) => {
      thread.waiting.push({ resolve: (found) => resolve(found as Results[T["kind"]]), reject });
      thread.worker.postMessage(task);
    });
    // Whoever awaits it later is told all the same.
    result.catch(() => {});
    return result;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

/** Has threads for as long as a work takes. They hold no memory afterwards. */
export async function withThreads<T>(work: (threads: ThreadPool) => Promise<T>): Promise<T> {
  const threads = new ThreadPool();
  try {
    return await work(threads);
  } finally {
    await threads.close();
  }
}

function startThread(): Thread {
  const worker = new Worker(new URL("./thread.ts", import.meta.url), {
    // Files with values are read after the thread that wrote them has ended.
    trackUnmanagedFds: false,
  });
  const waiting: Thread["waiting"] = [];
  worker.on("message", (result) => waiting.shift()?.resolve(result));
  worker.on("error", (fault) => {
    for (const { reject } of waiting.splice(0)) reject(fault);
  });
  return { worker, waiting };
}
