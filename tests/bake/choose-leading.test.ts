import { expect, test } from "vitest";
import { chooseLeading } from "../../src/bake/places/choose-leading.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { recordBut } from "../ledger/records.ts";
import { sourceAt } from "../ledger/source-at.ts";

const CHANNELS = [
  { kind: "tag", name: "sea", slug: "of-the-sea" },
  { kind: "section", name: "Town", slug: "town" },
  { kind: "section", name: "Sea", slug: "sea" },
  { kind: "section", name: "Empty", slug: "empty" },
] as const;

/** The leading sections of a site with articles in these sections; those with a slash are pages. */
function leading(sections: readonly (string | null)[], chosen?: readonly string[]) {
  const articles = sections.map((words, ordinal) => {
    const record = recordBut({ ordinal });
    const section = words?.replace("/", "") ?? null;
    return {
      source: sourceAt({ path: record.path, section, page: words?.startsWith("/") === true }),
      record,
    };
  });
  const none = {
    ...NOBODY,
    records: [],
  };
  return chooseLeading(
    chosen === undefined ? {} : { leadingSections: chosen },
    { ...none, articles },
    CHANNELS,
  );
}

test("sections lead by how many articles are in them, however they spell their names", () => {
  expect(leading(["town", "sea", "SEA"])).toEqual(["sea", "town"]);
  expect(leading(["town", "town", "sea"])).toEqual(["town", "sea"]);
});

test("pages count in none, and neither do articles of no section, or of one that is no channel", () => {
  expect(leading(["/sea", "/sea", "town", null, "lost"])).toEqual(["town"]);
  expect(leading([null])).toEqual([]);
});

test("what was chosen before stays in front", () => {
  expect(leading(["town", "town", "sea"], ["sea"])).toEqual(["sea", "town"]);
});

test("of a site with more than a hundred articles what was chosen stays; pages are none", () => {
  const many = (count: number, words: string) => Array.from({ length: count }, () => words);
  const chosen = ["empty", "town"];
  expect(leading([...many(101, "sea")], chosen)).toEqual(chosen);
  expect(leading([...many(100, "sea"), ...many(9, "/town")], chosen)).toEqual(["sea"]);
});
