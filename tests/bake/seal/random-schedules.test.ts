import * as fc from "fast-check";
import { test } from "vitest";
import { followSchedule, moves } from "./random-schedules.ts";

test("whatever is planned, a site shows at every second what a bake then would have published", async () => {
  await fc.assert(fc.asyncProperty(moves(6), followSchedule), { numRuns: 8 });
});
