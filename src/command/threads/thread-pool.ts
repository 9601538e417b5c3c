import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Tinypool } from "tinypool";
import type { Results, Task, TaskOutcome } from "./tasks.ts";

const require = createRequire(import.meta.url);

/**
 * From so much on a thread that has yet to start is a help: files to parse, and pages to compress. Few
 * pages can have many feeds, which take the longest.
 */
export const WORTH_THREADS = { files: 2000, pages: 100 } as const;

/** What one thread has to do cannot keep more of them busy. */
const MOST_THREADS = 3;

/** Tasks that a thread is given at once: enough for it to find the next one ready. */
export const TASKS_A_THREAD = 3;

/** Threads beside the main one, which works too. */
export class ThreadPool {
  readonly size: number;
  readonly #pool: Tinypool;

  /** Starts as many threads as there are further processors, but one at least. */
  constructor(size = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1))) {
    this.size = size;
    const { Tinypool } = require("tinypool") as typeof import("tinypool");
    this.#pool = new Tinypool({
      filename: fileURLToPath(new URL("./thread.ts", import.meta.url)),
      minThreads: size,
      maxThreads: size,
      concurrentTasksPerWorker: TASKS_A_THREAD,
      // Files with values are read after the thread that wrote them has ended.
      trackUnmanagedFds: false,
    });
  }

  /** Gives a task to the thread that has the least to do; what it throws is thrown where the result is awaited. */
  run<T extends Task>(task: T): Promise<Results[T["kind"]]> {
    const result = this.#pool.run(task).then((outcome: TaskOutcome<Results[T["kind"]]>) => {
      if ("fault" in outcome) throw Object.assign(new Error(), outcome.fault);
      return outcome.result;
    });
    // Whoever awaits it later is told all the same.
    result.catch(() => {});
    return result;
  }

  close(): Promise<void> {
    return this.#pool.destroy();
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
