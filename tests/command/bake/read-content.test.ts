import { expect, test } from "vitest";
import { singleUse } from "../../../src/command/bake/read-content.ts";

test("a list for one use is walked once, and not silently a second time", () => {
  const list = singleUse([1, 2, 3]);
  expect([...list]).toEqual([1, 2, 3]);
  expect(() => [...list]).toThrow("walked again");
});
