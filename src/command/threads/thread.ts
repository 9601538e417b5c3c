import { parentPort } from "node:worker_threads";
import { compressInThread } from "./compress-in-thread.ts";
import { parseInThread } from "./parse-in-thread.ts";
import type { Task } from "./tasks.ts";

// The other end of `ThreadPool`: one task at a time, in the order in which they come.
parentPort?.on("message", (task: Task) => {
  parentPort?.postMessage(task.kind === "parse" ? parseInThread(task) : compressInThread(task));
});
