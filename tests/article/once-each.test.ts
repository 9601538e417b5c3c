import { expect, test } from "vitest";
import { onceEach } from "../../src/article/once-each.ts";

test("what is found for a key is found once, also where it is nothing; equal lists are keys of their own", () => {
  const asked: unknown[] = [];
  const find = onceEach((key: string | readonly string[]) => {
    asked.push(key);
    return key.length === 0 ? null : key.length;
  });
  const tags = ["sea"];
  expect([find("tea"), find("tea"), find(""), find("")]).toEqual([3, 3, null, null]);
  expect([find(tags), find(tags), find(["sea"])]).toEqual([1, 1, 1]);
  expect(asked).toEqual(["tea", "", tags, ["sea"]]);
});
