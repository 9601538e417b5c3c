import { env } from "node:process";
import { defineConfig } from "vitest/config";
import { MUTATED_ROOMS } from "./rooms.ts";

const { FEEDWRIGHT_MUTATED_ROOM: room = "", FEEDWRIGHT_MUTATED_TESTS: tests } = env;

/** The tests of one room in one process: as the files that they are, or as one. */
export default defineConfig({
  test: {
    include: tests === "one file" ? ["tests/mutation/room.ts"] : [...(MUTATED_ROOMS[room]?.tests ?? [])],
    exclude: ["**/*.long.test.ts"],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
