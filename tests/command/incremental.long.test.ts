import fc from "fast-check";
import { test } from "vitest";
import { expectEqualBakes, lives } from "./incremental-model.ts";

test("a bake with what is remembered writes byte for byte what one anew does, after long histories", async () => {
  await fc.assert(fc.asyncProperty(lives({ minLength: 6, maxLength: 15 }), fc.boolean(), expectEqualBakes), {
    numRuns: 30,
  });
}, 900_000);
