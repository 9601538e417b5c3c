import fc from "fast-check";
import { test, vi } from "vitest";
import { runs } from "../runs.ts";
import { expectEqualBakes, lives } from "./incremental-model.ts";

vi.mock("../../src/ledger/shard-size.ts", () => ({ SHARD_SIZE: 2 }));

test("a bake with what is remembered writes byte for byte what one anew does, where its ledger has many parts", async () => {
  await fc.assert(
    fc.asyncProperty(lives({ minLength: 2, maxLength: 6 }), fc.boolean(), expectEqualBakes),
    runs(8),
  );
}, 120_000);
