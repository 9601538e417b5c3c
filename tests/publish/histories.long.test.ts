import * as fc from "fast-check";
import { describe, test } from "vitest";
import { steps } from "./history-steps.ts";
import { SiteModel } from "./site-model.ts";

/** The same histories in every run; `npm test` takes short ones of its own. */
const SEEDS = Array.from({ length: 20 }, (_, n) => n + 1);

describe("a history of 200 steps keeps ids, addresses and dates, and breaks no link", () => {
  test.for(SEEDS)("(seed %i)", async (seed) => {
    const [history = []] = fc.sample(steps(200), { numRuns: 1, seed });
    const model = new SiteModel();
    for (const step of history) await model.take(step);
    await model.loseLedger();
  });
});
