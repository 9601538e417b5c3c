import { expect, test } from "vitest";
import { stayingOf, stayingWhere } from "../../src/article/staying-articles.ts";
import { gatherWords } from "../../src/ledger/gather-words.ts";
import { rememberedBut } from "../article/remembered.ts";
import { recordBut } from "./records.ts";
import { sourceAt } from "./source-at.ts";

const author = (name: string) => ({ name, url: null, email: null });

const SEA = { section: "sea", tags: ["ebb"], authors: [author("Ann")], language: "nl" };
const TOWN = { section: "town", tags: ["rain", "tide"], authors: [author("Bob")], language: "fr" };
const NEWS = { section: "news", tags: ["lock"], authors: [author("Cat")], language: "de" };
const NONE = { section: null, tags: [], authors: [], language: "en" };

const staying = stayingOf(
  [
    rememberedBut({ ordinal: 8, ...SEA }),
    rememberedBut({ ordinal: 5, ...TOWN }),
    rememberedBut({ ordinal: 2, ...NONE }),
  ],
  () => {
    throw new RangeError("nobody reads a file");
  },
);
const articles = [
  { source: sourceAt({ path: "a7.md", ...NEWS }), record: recordBut({ ordinal: 7 }) },
  { source: sourceAt({ path: "a3.md", ...SEA, page: true }), record: recordBut({ ordinal: 3 }) },
  { source: sourceAt({ path: "a9.md", ...TOWN }), record: recordBut({ ordinal: 9 }) },
];

/** What is told of each, one after the other. */
function told(given: Parameters<typeof gatherWords>[0]) {
  const all: unknown[] = [];
  gatherWords(given)(({ section, tags, authors, language }, ordinal) =>
    all.push([ordinal, { section, tags, authors, language }]),
  );
  return all;
}

test("of each article is told what it gathers under: of those that stay, then of others, and of no page", () => {
  expect(told({ articles, staying })).toEqual([
    [8, SEA],
    [5, TOWN],
    [2, NONE],
    [7, NEWS],
    [9, TOWN],
  ]);
  expect(told({ articles: [], staying })).toHaveLength(3);
  expect(told({ articles, staying: stayingWhere(staying, (row) => row === 1) })).toEqual([
    [5, TOWN],
    [7, NEWS],
    [9, TOWN],
  ]);
});

test("the lists that they share stay the same objects, and each telling begins anew", () => {
  const lists: unknown[] = [];
  const each = gatherWords({ articles: [], staying });
  each(({ tags, authors }) => lists.push(tags, authors));
  each(({ tags, authors }) => lists.push(tags, authors));
  const own = [...staying.list].flatMap((row) => [staying.of.tags(row), staying.of.authors(row)]);
  expect(lists.map((one, at) => one === own[at % own.length])).toEqual(lists.map(() => true));
  expect(lists).toHaveLength(12);
});
