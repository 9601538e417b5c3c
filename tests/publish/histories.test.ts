import * as fc from "fast-check";
import { test } from "vitest";
import { runs } from "../runs.ts";
import { steps } from "./history-steps.ts";
import { SiteModel } from "./site-model.ts";

test("any history keeps ids, addresses and dates, and breaks no link", async () => {
  await fc.assert(
    fc.asyncProperty(steps(30), async (history) => {
      const model = new SiteModel();
      for (const step of history) await model.take(step);
      await model.loseLedger();
    }),
    runs(4),
  );
});
