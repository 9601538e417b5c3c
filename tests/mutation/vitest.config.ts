import { env } from "node:process";
import { defineConfig } from "vitest/config";
import { MUTATED_ROOMS } from "./rooms.ts";

/** The tests of the room that `FEEDWRIGHT_MUTATED_ROOM` names, one file after the other. */
export default defineConfig({
  test: {
    include: [...(MUTATED_ROOMS[env.FEEDWRIGHT_MUTATED_ROOM ?? ""]?.tests ?? [])],
    exclude: ["**/*.long.test.ts"],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
