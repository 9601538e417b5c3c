import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ClosingLine } from "./tests/closing-line.ts";
import { spareTheKernel } from "./tests/spare-the-kernel.ts";

const everything = process.env.FEEDWRIGHT_TESTS === "all";

// Programs that tests start, wrangler above all, find there what Node made of their modules before.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL("node_modules/.cache/node-compile", import.meta.url),
);

// `npm run test:all` goes to the disk, as sites do.
if (!everything) spareTheKernel();

/** Files named `*.long.test.ts` run in `npm run test:all` only. */
const LONG = "tests/**/*.long.test.ts";

const options = {
  testTimeout: everything ? 600_000 : 60_000,
  hookTimeout: 60_000,
  setupFiles: ["tests/random-seed.ts"],
  execArgv: [
    // Each start of workerd leaves so much to collect that V8 would walk the whole heap for it.
    "--external-memory-accounted-in-global-limit",
    "--heap-growing-percent=200",
    // What a test leaves is garbage before the room for it is full, if there is room. And there are two of
    // these processes: threads that collect in each take more time together than they save.
    "--min-semi-space-size=64",
    "--max-semi-space-size=64",
    "--single-threaded-gc",
    ...(everything ? [] : ["--import", fileURLToPath(new URL("tests/compress-once.ts", import.meta.url))]),
  ],
};

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...options,
          name: "quick",
          // These leave nothing behind in their process: they share it, which halves their cost.
          isolate: false,
          include: ["tests/**/*.test.ts"],
          exclude: [LONG],
        },
      },
      ...(everything ? [{ test: { ...options, name: "long", include: [LONG] } }] : []),
    ],
  },
});
