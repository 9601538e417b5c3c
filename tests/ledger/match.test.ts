import { describe, expect, test } from "vitest";
import { articleId } from "../../src/article/values.ts";
import { matchSources, stemOf } from "../../src/ledger/match.ts";
import { recordsBut } from "../../src/ledger/records/records-but.ts";
import { recordBut } from "./records.ts";
import { articleText, DAY, HOUR, NOW, SiteHistory } from "./site-history.ts";
import { pathOf, sourceAt } from "./source-at.ts";

/**
 * A source or what is remembered of one, in words: path, text, the id of its front matter, and the
 * edition that deleted it, such as `a.md tide id=urn:t deleted=2000`.
 */
function read(words: string) {
  const [path = "", text = "", ...more] = words.split(" ");
  const fields = new Map(more.map((one) => one.split("=", 2)).map(([name, value = ""]) => [name, value]));
  return { path: pathOf(path), text, id: fields.get("id") ?? null, deleted: fields.get("deleted") };
}

function listed(words: string) {
  const { path, text, id } = read(words);
  return sourceAt({ path, digest: text, id });
}

function remembered(words: string, ordinal: number) {
  const { path, text, id, deleted } = read(words);
  const own = id === null ? null : articleId(id);
  const gone = deleted === undefined ? null : Number(deleted);
  return recordBut({ ordinal, path, digest: text, deleted: gone, ...(own && { id: own }) });
}

/** What was published before, by ordinal; the sources of a bake; and the ordinals that they have had. */
interface Case {
  readonly name: string;
  readonly before: readonly string[];
  readonly sources: readonly string[];
  readonly are: readonly (number | null)[];
}

function check({ before, sources, are }: Case) {
  const { matches } = matchSources(sources.map(listed), before.map(remembered));
  expect(matches.map(({ record }) => record?.ordinal ?? null)).toEqual(are);
}

describe("a source is the article that it has been, by the strongest sign:", () => {
  test.for<Case>([
    {
      name: "its id comes before its text and its place",
      before: ["a.md tide", "b.md lock id=urn:t"],
      sources: ["a.md tide id=urn:t"],
      are: [1],
    },
    {
      name: "its text at its place comes before the same text elsewhere",
      before: ["a.md tide", "b.md tide"],
      sources: ["c.md tide", "b.md tide"],
      are: [0, 1],
    },
    {
      name: "its text elsewhere comes before its place",
      before: ["a.md tide", "b.md lock"],
      sources: ["a.md lock", "b.md tide"],
      are: [1, 0],
    },
    {
      name: "its place comes before the same place but for the extension",
      before: ["a.txt tide", "a.md lock"],
      sources: ["a.markdown mole", "a.md ferry"],
      are: [0, 1],
    },
    {
      name: "its place but for the extension is the last",
      before: ["x/a.md tide"],
      sources: ["x/a.txt lock"],
      are: [0],
    },
    {
      name: "without a sign it is a new one",
      before: ["x/a.md tide"],
      sources: ["y/a.md lock", "x/b.md mole"],
      are: [null, null],
    },
    {
      name: "where nothing was published, all are new",
      before: [],
      sources: ["a.md tide", "b.md lock id=urn:l"],
      are: [null, null],
    },
  ])("$name", check);
});

describe("no article is two sources:", () => {
  test.for<Case>([
    {
      name: "one of two copies of its text",
      before: ["a.md tide"],
      sources: ["b.md tide", "c.md tide"],
      are: [0, null],
    },
    {
      name: "its text elsewhere, and not what lies at its place",
      before: ["a.md tide"],
      sources: ["a.md lock", "b.md tide"],
      are: [null, 0],
    },
    {
      name: "what lies at its place, and not what lies there but for the extension",
      before: ["a.md tide"],
      sources: ["a.txt lock", "a.md mole"],
      are: [null, 0],
    },
  ])("$name", check);
});

describe("an article that is taken is no source's:", () => {
  const before = ["a.md tide", "b.md tide", "x/c.md lock id=urn:t", "x/d.txt mole"].map(remembered);
  const found = (words: string, ...taken: readonly number[]) => {
    const left = recordsBut(before, (one) => taken.includes(one));
    const { matches } = matchSources([listed(words)], left);
    return matches.map(({ record }) => record?.ordinal ?? null);
  };

  test("another one of its text is, or nobody", () => {
    expect([found("e.md tide"), found("e.md tide", 1), found("e.md tide", 0, 1)]).toEqual([[1], [0], [null]]);
  });

  test("neither its place, nor that but for the extension, nor its id finds it", () => {
    for (const [words, ordinal] of [
      ["a.md tide", 0],
      ["b.md ferry", 1],
      ["e.md ferry id=urn:t", 2],
      ["x/d.md ferry", 3],
    ] as const) {
      expect(found(words)).toEqual([ordinal]);
      expect(found(words, 0, 1, 2, 3)).toEqual([null]);
    }
  });
});

describe("an id of the front matter", () => {
  test.for<Case>([
    {
      name: "makes a source with the same text another article",
      before: ["a.md tide"],
      sources: ["b.md tide id=urn:t"],
      are: [null],
    },
    {
      name: "makes a source at the same place but for the extension another article",
      before: ["a.md tide"],
      sources: ["a.txt lock id=urn:t"],
      are: [null],
    },
    {
      name: "makes a source at the place of another id another article",
      before: ["a.md tide id=urn:l"],
      sources: ["a.md tide id=urn:t"],
      are: [null],
    },
    {
      name: "that comes after publication leaves the article that lies there as it is",
      before: ["a.md tide", "b.md lock"],
      sources: ["a.md tide id=urn:t", "b.md mole id=urn:l"],
      are: [0, 1],
    },
    {
      name: "that is taken out again leaves the article as it is",
      before: ["a.md tide id=urn:t"],
      sources: ["a.md lock"],
      are: [0],
    },
  ])("$name", check);

  test.for([
    { name: "may have white space around it", id: " urn:t\n", are: 1 },
    { name: "that is blank is none", id: " ", are: 0 },
  ])("$name", ({ id, are }) => {
    const before = ["a.md tide", "b.md lock id=urn:t"].map(remembered);
    const { matches } = matchSources([sourceAt({ path: "c.md", digest: "tide", id })], before);
    expect(matches.map(({ record }) => record?.ordinal)).toEqual([are]);
  });

  test("belongs to the first source that asks for it; each further one is a clash with that one", () => {
    const sources = [
      "a.md - id=urn:t",
      "b.md - id=urn:t",
      "c.md - id=urn:t",
      "d.md - id=urn:d",
      "e.md",
      "f.md",
    ];
    const { matches, clashes } = matchSources(sources.map(listed), []);
    expect(matches.map(({ source, ownId }) => [source.path, ownId])).toEqual([
      ["a.md", "urn:t"],
      ["d.md", "urn:d"],
      ["e.md", null],
      ["f.md", null],
    ]);
    expect(clashes.map((clash) => [clash.source.path, clash.with])).toEqual([
      ["b.md", "a.md"],
      ["c.md", "a.md"],
    ]);
  });
});

describe("what is in the site comes before what was deleted:", () => {
  test("an article that moves to the place of a deleted one and is then edited stays what it was", () => {
    const history = new SiteHistory();
    history.bake({ "a.md": articleText("Tide") }, NOW);
    const { "b.md": lock } = history.bake({ "b.md": articleText("Lock") }, NOW + HOUR);
    history.bake({ "a.md": articleText("Lock") }, NOW + DAY);
    const { "a.md": edited } = history.bake({ "a.md": articleText("Lock gate") }, NOW + 2 * DAY);
    expect(edited).toMatchObject({ ordinal: 1, id: lock?.id, address: "/articles/b", first: NOW + HOUR });
    expect(history.ledger.articles.at(0)).toMatchObject({ deleted: NOW + HOUR });
  });

  test.for<Case>([
    {
      name: "at one place",
      before: ["a.md tide deleted=2000", "a.md lock", "a.md mole deleted=3000"],
      sources: ["a.md ferry"],
      are: [1],
    },
    {
      name: "of one text",
      before: ["a.md tide deleted=2000", "b.md tide", "c.md tide deleted=3000"],
      sources: ["d.md tide"],
      are: [1],
    },
    {
      name: "of those that were deleted, the last",
      before: ["a.md tide deleted=2000", "a.md lock deleted=3000", "a.md mole deleted=1000"],
      sources: ["a.md ferry"],
      are: [1],
    },
    {
      name: "of those that were deleted at once, the newest",
      before: ["a.md tide deleted=2000", "a.txt lock deleted=2000"],
      sources: ["a.markdown mole"],
      are: [1],
    },
    {
      name: "of two in the site, the newer; the older is what the second source is",
      before: ["a.md tide", "b.md tide"],
      sources: ["c.md tide", "d.md tide"],
      are: [1, 0],
    },
  ])("$name", check);
});

test.for([
  { path: "a.md", stem: "a" },
  { path: "v1.2/a.b.md", stem: "v1.2/a.b" },
  { path: "v1.2/README", stem: "v1.2/README" },
])("the stem of $path is $stem", ({ path, stem }) => {
  expect(stemOf(pathOf(path))).toBe(stem);
});
