import { expect, test } from "vitest";
import { givenAway } from "../../src/command/read-content.ts";

test("a list that is given away is walked once, and not silently a second time", () => {
  const list = givenAway([1, 2, 3]);
  expect([...list]).toEqual([1, 2, 3]);
  expect(() => [...list]).toThrow("walked again");
});
