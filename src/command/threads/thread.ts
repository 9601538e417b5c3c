import { enableCompileCache } from "node:module";
import { parentPort } from "node:worker_threads";
import { Spool } from "../../cache/spool.ts";
import type { CompressTask, ParseTask, Results, Task } from "./tasks.ts";

enableCompileCache();

/** One file a thread, for as long as the thread lives. */
let spool: Spool | null = null;

/** A thread is ready sooner where it loads nothing for tasks that it is not given. */
async function work(task: Task): Promise<Results[Task["kind"]]> {
  return task.kind === "parse" ? await parse(task) : await compress(task);
}

async function parse(task: ParseTask): Promise<Results["parse"]> {
  const { parseInThread } = await import("./parse-in-thread.ts");
  return parseInThread(task);
}

async function compress(task: CompressTask): Promise<Results["compress"]> {
  const { compressParts } = await import("./compress-parts.ts");
  spool ??= new Spool(task.folder, 0);
  return compressParts(task, spool);
}

// The other end of `ThreadPool`: one task at a time, in the order in which they come.
let done = Promise.resolve();
parentPort?.on("message", (task: Task) => {
  done = done.then(async () => parentPort?.postMessage(await work(task)));
});
