import { defineConfig } from "vitest/config";
import { ClosingLine } from "./tests/closing-line.ts";

const everything = process.env.FEEDWRIGHT_TESTS === "all";

/** Rooms whose tests leave nothing behind in their process: files share it, which halves their cost. */
const SHARED =
  "{article,bake,cache,doctor,folder,ledger,mutation,propose,publish,render,representation,source,store}";

/** Files named `*.long.test.ts` run in `npm run test:all` only. */
const exclude = everything ? [] : ["tests/**/*.long.test.ts"];
const options = { testTimeout: everything ? 600_000 : 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ["default", new ClosingLine()],
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...options,
          name: "rooms",
          isolate: false,
          include: [`tests/${SHARED}/**/*.test.ts`],
          exclude,
        },
      },
      {
        test: {
          ...options,
          name: "programs",
          include: ["tests/**/*.test.ts"],
          exclude: [...exclude, `tests/${SHARED}/**`],
        },
      },
    ],
  },
});
