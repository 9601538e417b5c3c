import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adoptedText } from "../../src/migrate/adopt/adopted-text.ts";
import { readAdopted } from "../../src/source/settings/read-adopted.ts";
import { plainArticle, writtenAdopted } from "../../src/source/settings/written-adopted.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { ANY_SIGN, ANY_URL } from "../any-text.ts";
import { pathOf } from "../ledger/source-at.ts";

/** As the parser of all of TOML reads it, which a space before a table is left to. */
function parsed(text: string) {
  const problems = new FileProblems("adopted.toml");
  const bytes = Buffer.from(text.replace(/^\[\[|$/m, " $&"));
  const read = readAdopted({ path: pathOf("adopted.toml"), bytes }, problems);
  return problems.list.length > 0 ? null : read;
}

const TEXTS = fc.oneof(
  fc.string({ unit: ANY_SIGN, maxLength: 12 }),
  fc.constantFrom(
    "posts/tide.md",
    "/2024/tide/",
    "/a%20b",
    "/é",
    "/..",
    "//a",
    "a\\b",
    " x ",
    "urn:1",
    "2024-05-01",
  ),
  ANY_URL,
);
const SECONDS = fc.integer({ min: -3e9, max: 4e9 });
const ARTICLE = fc.record({
  path: TEXTS,
  id: fc.option(TEXTS),
  address: fc.option(TEXTS),
  published: fc.option(SECONDS),
  item: fc.option(fc.record({ link: TEXTS, pubDate: TEXTS })),
});
const FEED = fc.record({
  address: TEXTS,
  format: fc.constantFrom("rss", "atom", "json", "xml"),
  channel: fc.option(TEXTS),
  id: fc.option(TEXTS),
  podcastGuid: fc.option(fc.uuid()),
  guids: fc.boolean(),
  oldest: fc.option(SECONDS),
  lastModified: fc.option(SECONDS),
});
const line = null;

test("what adopt writes is read as a parser of TOML reads it, or left to that", () => {
  fc.assert(
    fc.property(fc.array(ARTICLE, { maxLength: 4 }), fc.array(FEED, { maxLength: 2 }), (articles, feeds) => {
      const text = adoptedText({
        articles: articles.map((one) => ({ ...one, line })),
        feeds: feeds.map((one) => ({ ...one, line })),
      } as never);
      const written = writtenAdopted(text);
      if (written !== null) expect(written).toEqual(parsed(text));
    }),
  );
});

describe("the usual entry is read without that parser", () => {
  const entry = `[[adopted]]
path = "posts/2024/the-tide.md"
id = "https://old.example/?p=7"
address = "/2024/05/tide/"
date = 2024-05-01T09:00:07Z
`;
  test("as that reads it", () => {
    expect(writtenAdopted(`# Known.\n\n${entry}`)).not.toBeNull();
    expect(writtenAdopted(entry)).toEqual(parsed(entry));
  });

  test.for([
    ["a day that does not exist", entry.replace("05-01T", "02-31T")],
    ["an escape of TOML alone", entry.replace("https", "\\U0001F980")],
    ["an escape of JSON alone", entry.replace("//old", "\\/\\/old")],
    ["half a surrogate pair", entry.replace("https", "\\ud83e")],
    ["a key twice", `${entry}id = "x"\n`],
    ["a key of no table", `id = "x"\n${entry}`],
    ["a key that is none", `${entry}toString = "x"\n`],
    ["an entry twice", entry + entry],
    ["a path that leaves the folder", entry.replace("posts/2024", "..")],
    ["a text in three quotation marks", entry.replace('"https://old.example/?p=7"', '"""x"""')],
    ["a control character", entry.replace("https", "\u0001")],
    ["a path that leaves the folder further down", entry.replace("2024/", "../../")],
    ["an id that is no text", entry.replace(/id = .*/, "id = true")],
    ["an id of a control character", entry.replace(/id = .*/, 'id = "\\u0001"')],
    ["an id with a control character", entry.replace(/id = .*/, 'id = "a\\u0001b"')],
    ["an id of 2,001 bytes", entry.replace(/id = .*/, `id = "${"a".repeat(2001)}"`)],
    ["an address that is no text", entry.replace(/address = .*/, "address = true")],
    ["an address without a slash", entry.replace("/2024/05", "2024/05")],
    ["an address with two slashes", entry.replace("/2024/05", "/2024//05")],
    ["an address of dots", entry.replace("/2024/05", "/2024/..")],
    ["an address that is too long", entry.replace("2024/05", "a".repeat(600))],
    ["a date that is none", entry.replace(/date = .*/, 'date = "soon"')],
    ["an id that is taken", `${entry}${entry.replace("the-tide", "b").replace("/05/", "/06/")}`],
    ["an address that is taken", `${entry}${entry.replace("the-tide", "b").replace("?p=7", "?p=8")}`],
    ["a feed twice", '[[feed]]\naddress = "/x"\nformat = "rss"\n[[feed]]\naddress = "/x"\nformat = "atom"\n'],
    ["a text behind a value", entry.replace('the-tide.md"', 'the-tide.md" x')],
    ["a path of nothing", entry.replace("posts/2024/the-tide.md", "")],
    ["no path", entry.replace(/path.*\n/, "")],
  ])("but not one with %s", ([, text = ""]) => {
    expect(writtenAdopted(text)).toBeNull();
  });
});

test("entries of all kinds stand beside each other, each with its line", () => {
  const text =
    '[[adopted]]\npath = "a.md"\n\n[[feed]]\naddress = "/x"\nformat = "rss"\nguids = false\n\n[[adopted]]\npath = "b.md"\nlink = "x"\n\n[[adopted]]\npath = "c.md"\nid = "i"\n\n[[adopted]]\npath = "d.md"\naddress = "/d"\n';
  const nothing = { id: null, address: null, published: null, item: null };
  expect(writtenAdopted(text)).toMatchObject({
    articles: [
      { path: "a.md", ...nothing, line: 1 },
      { path: "b.md", ...nothing, item: { link: "x", pubDate: "" }, line: 9 },
      { path: "c.md", ...nothing, id: "i", line: 13 },
      { path: "d.md", ...nothing, address: "/d", line: 17 },
    ],
    feeds: [{ address: "/x", format: "rss", guids: false, line: 4 }],
  });
});

describe("an entry about which nothing can be wrong", () => {
  const PATH = { path: "posts/a.md" };
  const NOTHING = { path: "posts/a.md", id: null, address: null, published: null, item: null };
  const at = Date.parse("2024-05-01T09:00:07Z") / 1000;

  test.for([
    { entry: PATH, is: NOTHING },
    { entry: { path: "a" }, is: { ...NOTHING, path: "a" } },
    { entry: { path: "_x/~b-c/d.e.md" }, is: { ...NOTHING, path: "_x/~b-c/d.e.md" } },
    { entry: { ...PATH, id: "u" }, is: { ...NOTHING, id: "u" } },
    { entry: { ...PATH, id: "a".repeat(400) }, is: { ...NOTHING, id: "a".repeat(400) } },
    {
      entry: { ...PATH, id: "!https://quay.example/?p=7~" },
      is: { ...NOTHING, id: "!https://quay.example/?p=7~" },
    },
    { entry: { ...PATH, address: "/a" }, is: { ...NOTHING, address: "/a" } },
    { entry: { ...PATH, address: "/2024/05/tide/" }, is: { ...NOTHING, address: "/2024/05/tide/" } },
    { entry: { ...PATH, address: "/~a/b.c-d" }, is: { ...NOTHING, address: "/~a/b.c-d" } },
    {
      entry: { ...PATH, address: `/${"a".repeat(398)}` },
      is: { ...NOTHING, address: `/${"a".repeat(398)}` },
    },
    { entry: { ...PATH, date: "2024-05-01T09:00:07Z" }, is: { ...NOTHING, published: at } },
    {
      entry: { ...PATH, id: "u", address: "/a", date: "2024-05-01T09:00:07Z" },
      is: { ...NOTHING, id: "u", address: "/a", published: at },
    },
  ])("is taken as it is: $entry", ({ entry, is }) => {
    expect(plainArticle(new Map(Object.entries(entry)))).toEqual(is);
  });

  test.for([
    {},
    { path: true },
    ...["", "/a", "../a", ".a", "a/.b", "a//b", "a b", "é", "a/"].map((path) => ({ path })),
    ...["", "a b", "é", "a\u0001", "a".repeat(401), true, false].map((id) => ({ ...PATH, id })),
    ...["", "/", "a", "/a//b", "/.a", "/é", "x/a", `/${"a".repeat(399)}`, true].map((address) => ({
      ...PATH,
      address,
    })),
    ...[
      "soon",
      "2024-02-30T09:00:07Z",
      "2024-05-01T24:00:00Z",
      "2024-05-01",
      "2024-05-01T09:00:07",
      "x2024-05-01T09:00:07Z",
      "2024-05-01T09:00:07Z ",
      "+002024-05-01T09:00:07Z",
      "2024-5-01T09:00:07Z",
      true,
      false,
    ].map((date) => ({ ...PATH, date })),
    { ...PATH, what: "x" },
    { ...PATH, link: "x" },
    { ...PATH, id: "u", address: "/a", what: "x" },
    { id: "u", address: "/a" },
  ])("and any other is looked at: %j", (entry) => {
    expect(plainArticle(new Map(Object.entries(entry)))).toBeNull();
  });
});

test("a text without escapes may hold any letter, and one with them may not hold those of TOML alone", () => {
  const idOf = (id: string) => writtenAdopted(`[[adopted]]\npath = "a.md"\nid = "${id}"\n`)?.articles[0]?.id;
  expect(idOf("größe 🎶")).toBe("größe 🎶");
  expect(idOf('a\\"b\\u00e9')).toBe('a"bé');
  expect(idOf("a\u007f")).toBeUndefined();
  expect(idOf("a\\ud83e")).toBeUndefined();
  expect(idOf("a\\uD83E")).toBeUndefined();
});
