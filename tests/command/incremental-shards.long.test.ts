import fc from "fast-check";
import { test, vi } from "vitest";
import { expectEqualBakes, lives } from "./incremental-model.ts";

vi.mock("../../src/ledger/stored/shard-size.ts", () => ({ SHARD_SIZE: 2 }));

test("a bake with what is remembered writes byte for byte what one anew does, after long histories, also where its ledger has many parts", async () => {
  await fc.assert(fc.asyncProperty(lives({ minLength: 6, maxLength: 15 }), fc.boolean(), expectEqualBakes), {
    numRuns: 30,
  });
}, 900_000);
