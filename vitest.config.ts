import { defineConfig } from "vitest/config";
import { ClosingLine } from "./tests/closing-line.ts";

const everything = process.env.FEEDWRIGHT_TESTS === "all";

/** Files named `*.long.test.ts` run in `npm run test:all` only. */
export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: everything ? [] : ["tests/**/*.long.test.ts"],
    reporters: ["default", new ClosingLine()],
    testTimeout: everything ? 600_000 : 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
