import fc from "fast-check";
import { test } from "vitest";
import { runs } from "../runs.ts";
import { expectEqualBakes, steps } from "./incremental-model.ts";

test("a bake with what is remembered writes byte for byte what one anew does, after whatever befalls a site", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 6 }), (history) => expectEqualBakes(history)),
    runs(6),
  );
}, 120_000);
