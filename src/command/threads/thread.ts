import { parentPort } from "node:worker_threads";
import { Spool } from "../../folder/spool.ts";
import { compressParts } from "./compress-parts.ts";
import { parseInThread } from "./parse-in-thread.ts";
import type { Results, Task } from "./tasks.ts";

/** One file a thread, for as long as the thread lives. */
let spool: Spool | null = null;

function work(task: Task): Results[Task["kind"]] {
  if (task.kind === "parse") return parseInThread(task);
  spool ??= new Spool(task.folder, 0);
  return compressParts(task, spool);
}

// The other end of `ThreadPool`: one task at a time, in the order in which they come.
parentPort?.on("message", (task: Task) => parentPort?.postMessage(work(task)));
