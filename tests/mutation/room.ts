import { globSync } from "node:fs";
import { env } from "node:process";
import { describe } from "vitest";
import { MUTATED_ROOMS } from "./rooms.ts";

/**
 * All tests of the room that `FEEDWRIGHT_MUTATED_ROOM` names as one file: what they import is loaded
 * once for each mutant, and not once for each file.
 */
const tests = MUTATED_ROOMS[env.FEEDWRIGHT_MUTATED_ROOM ?? ""]?.tests ?? [];
for (const file of globSync([...tests]).sort()) {
  describe(file, async () => {
    await import(`../../${file}`);
  });
}
