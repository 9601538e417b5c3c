import { enableCompileCache } from "node:module";
import { Spool } from "../../cache/spool.ts";
import type { CompressTask, ParseTask, Results, Task, TaskOutcome } from "./tasks.ts";

enableCompileCache();

/** One file a thread, for as long as the thread lives. */
let spool: Spool | null = null;

/**
 * Does a task for `ThreadPool`. A thread is ready sooner where it loads nothing for tasks that it is
 * not given.
 */
export default async function work(task: Task): Promise<TaskOutcome<Results[Task["kind"]]>> {
  try {
    return { result: task.kind === "parse" ? await parse(task) : await compress(task) };
  } catch (cause) {
    const { message, stack } = cause instanceof Error ? cause : new Error(String(cause));
    return { fault: { ...Object(cause), message, stack } };
  }
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
