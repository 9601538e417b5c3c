import fc from "fast-check";
import { test } from "vitest";
import { runs } from "../runs.ts";
import { expectEqualBakes, lives } from "./incremental-model.ts";

test("a bake with what is remembered writes byte for byte what one anew does, after whatever befalls a site", async () => {
  await fc.assert(
    fc.asyncProperty(lives({ minLength: 2, maxLength: 6 }), fc.boolean(), expectEqualBakes),
    runs(12),
  );
}, 120_000);
