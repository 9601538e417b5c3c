import { test } from "vitest";
import { expectSameEndState } from "./random-faults.ts";

test.for(Array.from({ length: 30 }, (_, n) => n + 2))(
  "20,000 keys over faults of seed %i end in the same state",
  async (seed) => {
    await expectSameEndState(20_000, seed);
  },
);
