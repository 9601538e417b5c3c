import { expect, test } from "vitest";
import { joinSurrogates, splitSurrogates } from "../../src/doctor/feeds/surrogates.ts";

test.for(["", "Tea", "Köln 日本語", "\uFFFD\uE000\uF8FF", "a😀b𝒳😀", "\uE000😀", "😀\uF8FF\uFFFD"])(
  "%s is the same again",
  (text) => {
    expect(joinSurrogates(splitSurrogates(text))).toBe(text);
  },
);

test("a text has no pairs once they are split", () => {
  expect(splitSurrogates("a😀\u{10FFFF}b")).toBe("a\uE83D\uEE00\uEBFF\uEFFFb");
  expect(splitSurrogates("😀")).toBe("\uE83D\uEE00");
});
