import { expect, test } from "vitest";
import { LIMITS, mebibytes, span } from "../../src/doctor/visit/limits.ts";

test.for([
  { milliseconds: 20_000, says: "20 seconds" },
  { milliseconds: 119_000, says: "119 seconds" },
  { milliseconds: 120_000, says: "2 minutes" },
  { milliseconds: 300_000, says: "5 minutes" },
])("$milliseconds ms are $says to people", ({ milliseconds, says }) => expect(span(milliseconds)).toBe(says));

test("a visit ends after five minutes, 96 MiB, or two slow answers", () => {
  expect(LIMITS.slowAnswers).toBe(2);
  expect([span(LIMITS.visitMs), span(LIMITS.exchangeMs)]).toEqual(["5 minutes", "20 seconds"]);
  expect([mebibytes(LIMITS.visitBytes), mebibytes(LIMITS.bodyBytes)]).toEqual(["96 MiB", "16 MiB"]);
});
