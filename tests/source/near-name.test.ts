import { expect, test } from "vitest";
import { nearNameOf } from "../../src/source/values/near-name.ts";

const near = nearNameOf(["title", "date", "tag", "id", "aliases", "summary", "pubDate"]);

test.for([
  { rule: "other capitals", typed: "TITLE", meant: "title" },
  { rule: "its own name", typed: "date", meant: "date" },
  { rule: "its own name of two letters", typed: "id", meant: "id" },
  { rule: "a letter more", typed: "titles", meant: "title" },
  { rule: "a letter less", typed: "dat", meant: "date" },
  { rule: "another letter", typed: "tog", meant: "tag" },
  { rule: "letters in another order", typed: "dtae", meant: "date" },
  { rule: "two letters of a long name", typed: "alias", meant: "aliases" },
  { rule: "two letters of a short name", typed: "titlets", meant: null },
  { rule: "three letters of a long name", typed: "summ", meant: null },
  { rule: "a letter of a name of two", typed: "ia", meant: null },
  { rule: "the nearest of two", typed: "pubdate", meant: "pubDate" },
  { rule: "nothing near", typed: "layout", meant: null },
])("a typing error means the name that is near: $rule", ({ typed, meant }) => {
  expect(near(typed)).toBe(meant);
  expect(near(typed), "asked again").toBe(meant);
});

test("more names than are kept are answered all the same", () => {
  for (let number = 0; number < 2000; number += 1) expect(near(`strange${number}`)).toBeNull();
  expect(near("titel")).toBe("title");
});
