import { describe, test } from "vitest";
import { shuffledBy } from "../store/dying-store.ts";
import type { Meanwhile } from "./killed.ts";
import { killAndFinish } from "./killed.ts";

const MEANWHILE: readonly Meanwhile[] = ["nothing", "retitles", "nothing", "deletes"];

/** 25 of a thousand moments, the same in every run. */
const CASES = shuffledBy(25)(Array.from({ length: 1000 }, (_, n) => n / 1000))
  .slice(0, 25)
  .map((share, n) => ({ share, seed: n, meanwhile: MEANWHILE[n % 4] ?? "nothing" }));

describe("a publish of 300 articles that is killed at a random write", () => {
  test.for(CASES)("at $share of its writes; the publisher $meanwhile in between", async (one) => {
    await killAndFinish({ articles: 300, ...one });
  });
});
