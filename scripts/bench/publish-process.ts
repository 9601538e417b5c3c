import { fileURLToPath } from "node:url";
import type { PublishedOnce, Target } from "./publish-once.ts";
import { runAside } from "./run-aside.ts";

const ONCE = fileURLToPath(new URL("publish-once.ts", import.meta.url));

/** Publishes in a process of its own, so that its memory can be told; with the time of the whole process. */
export async function publishOnce(
  way: string,
  count: number,
  target: Target,
): Promise<PublishedOnce & { readonly processMs: number }> {
  const { stdout, timeMs } = await runAside([ONCE, way, String(count), JSON.stringify(target)]);
  return { ...(JSON.parse(stdout) as PublishedOnce), processMs: timeMs };
}
