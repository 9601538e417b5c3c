import fc from "fast-check";
import { test } from "vitest";
import { runs } from "../runs.ts";
import { edits, expectEqualBakes } from "./incremental-model.ts";

test("a bake with what is remembered writes byte for byte what one anew does, after any edits", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 6 }), (history) => expectEqualBakes(history)),
    runs(12),
  );
}, 120_000);
