import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adoptedText } from "../../src/migrate/adopt/adopted-text.ts";
import { readAdopted } from "../../src/source/settings/read-adopted.ts";
import { writtenAdopted } from "../../src/source/settings/written-adopted.ts";
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
    ["a path of nothing", entry.replace("posts/2024/the-tide.md", "")],
    ["no path", entry.replace(/path.*\n/, "")],
  ])("but not one with %s", ([, text = ""]) => {
    expect(writtenAdopted(text)).toBeNull();
  });
});
