import { expect, test } from "vitest";
import { repeated } from "../../../src/doctor/checks/repeated.ts";

test.for([
  { list: [], is: [] },
  { list: ["a", "b"], is: [] },
  { list: ["a", "b", "c", "b", "a", "b"], is: ["b", "a"] },
])("of $list $is is repeated", ({ list, is }) => {
  expect(repeated(list)).toEqual(is);
});
