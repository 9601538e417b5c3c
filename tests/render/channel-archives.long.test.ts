import fc from "fast-check";
import { test } from "vitest";
import { checkRounds, ROUNDS } from "./filed-articles.ts";

test("whatever is edited, deleted, added and filed elsewhere, each channel has its articles once", () => {
  fc.assert(fc.property(ROUNDS, fc.boolean(), checkRounds), { numRuns: 30 });
});
