import fc from "fast-check";
import { expect, test } from "vitest";
import { numberText } from "../../../src/command/reports/number-text.ts";

test.for([0, 7, 999, 1000, 12_345, 999_999, 1_000_000, -1234])("%d reads as English has it", (number) => {
  expect(numberText(number)).toBe(number.toLocaleString("en"));
});

test("so does any whole number", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (number) => {
      expect(numberText(number)).toBe(number.toLocaleString("en"));
    }),
  );
});
