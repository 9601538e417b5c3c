import { describe, expect, test } from "vitest";
import { exportLedger, importLedger, LedgerImportError } from "../../src/ledger/exported.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { changeBut, ledgerBut, recordBut } from "./records.ts";

const LEDGER = ledgerBut({
  channels: [
    { kind: "tag", name: "Water", slug: "water" },
    { kind: "section", name: "Harbour", slug: "harbour" },
    { kind: "author", name: "A. Marsh", slug: "a-marsh" },
    { kind: "language", name: "de", slug: "de" },
  ],
  articles: [
    recordBut({ ordinal: 0, published: -1, updated: -1 }),
    recordBut({ ordinal: 1, earlier: ["/old/a1", "/older/a1"], deleted: 0 }),
    recordBut({ ordinal: 2, correction: { note: "noon", before: 0 }, page: true }),
  ],
  documents: new Map([["/rss.xml", { digest: "of a feed", edition: 1000 }]]),
});
const { documents: _, ...REMEMBERED } = LEDGER;
const RESERVED = new Set(["/", "/rss.xml"]);

const NO_JSON = "LedgerImportError: this file is not JSON";
const NOT_NUMBERED = "LedgerImportError: the articles of this ledger are not numbered 0, 1, 2 …";
const unreadable = (place: string) => `LedgerImportError: ${place} of this ledger cannot be read: `;
const givenTwice = (what: string) => `LedgerImportError: this ledger gives ${what} to two articles`;

/** The exported ledger with another value at a place, such as `articles.0.slug`. */
function fileWith(place: string, value: unknown): string {
  const file: unknown = JSON.parse(exportLedger(LEDGER));
  const keys = place.split(".");
  const last = keys.pop() ?? "";
  const owner = keys.reduce<unknown>((inside, key) => Reflect.get(Object(inside), key), file);
  Reflect.set(Object(owner), last, value);
  return JSON.stringify(file);
}

/** The message of the refusal. */
function refusalOf(file: string): string {
  try {
    importLedger(file, RESERVED);
  } catch (error) {
    if (error instanceof LedgerImportError) return `${error.name}: ${error.message}`;
    throw error;
  }
  return "no refusal";
}

describe("an exported ledger", () => {
  test("is JSON that people can read, with its version first and without the documents", () => {
    const lines = exportLedger({ ...LEDGER, channels: [], articles: [] }).split("\n");
    expect(lines).toEqual([
      "{",
      '  "version": 1,',
      '  "authority": "quay.example,2025",',
      '  "windowSize": 20,',
      '  "permalink": "/articles/{slug}",',
      '  "edition": 1000,',
      '  "channels": [],',
      '  "articles": []',
      "}",
      "",
    ]);
  });

  test("tells nothing of what opens later: it is sealed again by the next bake", () => {
    const file = exportLedger({ ...LEDGER, sealed: [changeBut({ at: 2000 })] });
    expect(file).toBe(exportLedger(LEDGER));
    expect(importLedger(fileWith("sealed", [changeBut({ at: 2000 })]), RESERVED)).toStrictEqual(REMEMBERED);
  });

  test.for([
    { name: "of a site with all that there can be", ledger: LEDGER },
    { name: "of a site that nothing was published of", ledger: EMPTY_LEDGER },
    { name: "with windows of one article", ledger: ledgerBut({ windowSize: 1 }) },
  ])("$name is read back to the last field", ({ ledger: { documents, ...remembered } }) => {
    expect(importLedger(exportLedger({ documents, ...remembered }), RESERVED)).toEqual(remembered);
  });

  test("may have been edited by hand: its paths, addresses and ids come out as bakes write them", () => {
    const { articles } = importLedger(fileWith("articles.0.path", "./harbour\\lock.md"), RESERVED);
    expect(articles.at(0)?.path).toBe("harbour/lock.md");
    expect(importLedger(fileWith("articles.0.id", " urn:t "), RESERVED).articles.at(0)?.id).toBe("urn:t");
    const moved = importLedger(fileWith("articles.0.address", "/über/caf%c3%a9/"), RESERVED);
    expect(moved.articles.at(0)?.address).toBe("/%C3%BCber/caf%C3%A9/");
    const before = importLedger(fileWith("articles.1.earlier", ["/tags/water", "/~eel"]), RESERVED);
    expect(before.articles.at(1)?.earlier).toEqual(["/tags/water", "/~eel"]);
  });
});

describe("a file is refused with the place that cannot be read:", () => {
  const article = REMEMBERED.articles.at(0);

  test.for<readonly [place: string, value: unknown]>([
    ["version", 2],
    ["version", undefined],
    ["authority", ""],
    ["authority", 2025],
    ["windowSize", 0],
    ["windowSize", 1.5],
    ["permalink", "articles/{slug}"],
    ["edition", -1],
    ["edition", 1.5],
    ["edition", "1000"],
    ["documents", {}],
    ["channels", {}],
    ["channels.0.kind", "topic"],
    ["channels.0.name", ""],
    ["channels.0.slug", ""],
    ["channels.0.title", "Water"],
    ["articles", {}],
    ["articles.0.ordinal", -1],
    ["articles.0.path", ""],
    ["articles.0.path", "../lock.md"],
    ["articles.0.id", " "],
    ["articles.0.slug", ""],
    ["articles.0.address", "articles/a0"],
    ["articles.0.earlier", "/old"],
    ["articles.1.earlier.1", "old"],
    ["articles.0.first", -1],
    ["articles.0.published", 1.5],
    ["articles.0.updated", 1.5],
    ["articles.0.digest", ""],
    ["articles.0.edition", -1],
    ["articles.2.correction.note", ""],
    ["articles.2.correction.before", -1],
    ["articles.2.correction.after", 1],
    ["articles.1.deleted", -1],
    ["articles.2.page", false],
    ["articles.0.title", "Tide"],
  ])("%s, where it is %j", ([place, value]) => {
    expect(refusalOf(fileWith(place, value))).toContain(unreadable(place));
  });

  test("and what is wrong there", () => {
    expect(refusalOf(fileWith("edition", "now"))).toBe(
      `${unreadable("edition")}Invalid type: Expected number but received "now"`,
    );
    expect(refusalOf(fileWith("articles.0.path", ".."))).toBe(
      `${unreadable("articles.0.path")}is not what it should be`,
    );
  });

  test.for([
    { name: "an empty file", file: "", says: NO_JSON },
    { name: "half a file", file: "{", says: NO_JSON },
    { name: "JSON of another kind", file: "[]", says: unreadable("version") },
    { name: "a number", file: "3", says: unreadable("the file") },
  ])("the whole, where it is $name", ({ file, says }) => {
    expect(refusalOf(file)).toContain(says);
  });

  test("the parser's own error is the cause where a file is not JSON", () => {
    expect(() => importLedger("{", RESERVED)).toThrow(
      expect.objectContaining({ cause: expect.any(SyntaxError) }),
    );
  });

  test.for([
    { name: "one id", second: { id: article?.id }, twice: "tag:quay.example,2025:a0" },
    { name: "one address", second: { address: article?.address }, twice: "/articles/a0" },
    {
      name: "an address and an earlier one",
      second: { earlier: ["/x", "/articles/a0"] },
      twice: "/articles/a0",
    },
  ])("two articles with $name", ({ second, twice }) => {
    const file = JSON.stringify({
      version: 1,
      ...REMEMBERED,
      articles: [article, { ...REMEMBERED.articles.at(1), ...second }],
    });
    expect(refusalOf(file)).toBe(givenTwice(twice));
  });

  test.for<readonly [place: string, value: unknown, told: string, what: string]>([
    ["articles.0.address", "//evil.example/", "cannot be served", "a0.md the address //evil.example/"],
    ["articles.0.address", "/\u001b[2J", "cannot be served", "a0.md the address /\u001b[2J"],
    ["articles.1.address", "/..//x", "cannot be served", "a1.md the address /..//x"],
    ["articles.1.earlier.1", "/a/../x", "cannot be served", "a1.md the address /a/../x"],
    ["articles.1.earlier.1", "/a%2Fb", "cannot be served", "a1.md the address /a%2Fb"],
    ["articles.1.earlier.1", "/100%", "cannot be served", "a1.md the address /100%"],
    ["articles.2.address", "/rss.xml", "own pages and feeds", "a2.md the address /rss.xml"],
    ["articles.2.address", "/%72ss.xml", "own pages and feeds", "a2.md the address /%72ss.xml"],
    ["articles.2.earlier", ["/"], "own pages and feeds", "a2.md the address /,"],
    ["articles.2.slug", "..", "cannot stand in an address", "a2.md the slug .."],
    ["articles.2.slug", "a/b", "cannot stand in an address", "a2.md the slug a/b"],
    ["channels.0.slug", "../x", "cannot stand in an address", "the tag Water the slug ../x"],
  ])("%s, where it is %j: %s", ([place, value, told, what]) => {
    const refusal = refusalOf(fileWith(place, value));
    expect(refusal).toContain(`LedgerImportError: this ledger gives ${what}`);
    expect(refusal).toMatch(new RegExp(`${told}; (give it|write) one such as `));
  });

  test("two articles with one address in two spellings", () => {
    expect(refusalOf(fileWith("articles.1.address", "/%61rticles/a0"))).toBe(givenTwice("/articles/a0"));
  });

  test.for([
    { name: "an ordinal is missing", ordinals: [0, 2] },
    { name: "the order is another one", ordinals: [1, 0] },
  ])("articles that are not numbered 0, 1, 2 …: $name", ({ ordinals }) => {
    const articles = ordinals.map((ordinal) => recordBut({ ordinal }));
    expect(refusalOf(JSON.stringify({ version: 1, ...REMEMBERED, articles }))).toBe(NOT_NUMBERED);
  });
});
