import { defineConfig } from "vitest/config";

/** The tests of one room, in one process and one file. */
export default defineConfig({
  test: {
    include: ["tests/mutation/room.ts"],
    testTimeout: 60_000,
    maxWorkers: 1,
  },
});
