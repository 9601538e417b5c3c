import { enableCompileCache } from "node:module";

/**
 * Runs a command as a process. What Node makes of its modules is kept from one run to the next, which
 * halves the time until they are loaded.
 */
export async function startCommand(
  load: () => Promise<(args: readonly string[]) => Promise<number>>,
): Promise<void> {
  enableCompileCache();
  const { run } = await import("../src/command/run.ts");
  await run(await load());
}
