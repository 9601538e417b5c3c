import { describe, expect, test } from "vitest";
import { enclosureWord, READ_BACK } from "../../src/bake/gate/read-back.ts";
import { readXml } from "../../src/bake/gate/read-xml.ts";

const NOTHING = {
  id: "",
  title: "",
  url: "",
  published: Number.NaN,
  updated: Number.NaN,
  summary: "",
  content: "",
  authors: [],
  categories: [],
  enclosures: [],
};

describe("a piece is read back", () => {
  test.for([
    { format: "rss", piece: "<item/>" },
    { format: "atom", piece: "<entry/>" },
    { format: "json", piece: "{}" },
  ] as const)("with nothing where it has nothing ($format)", ({ format, piece }) => {
    expect(READ_BACK[format](piece)).toEqual(NOTHING);
  });

  test.for([
    {
      format: "rss",
      piece: "<item><enclosure/><media:content/></item>",
      says: { enclosures: ["  ", "  "] },
    },
    {
      format: "rss",
      piece:
        '<item><media:content medium="image" url="a"/><media:content medium="image" url="b" fileSize="5"/></item>',
      says: { enclosures: ["b  5"] },
    },
    {
      format: "atom",
      piece: '<entry><author/><category/><link rel="alternate"/><link rel="enclosure"/><link/></entry>',
      says: { authors: [""], categories: [""], enclosures: ["  "] },
    },
    {
      format: "json",
      piece: '{"id":1,"title":null,"url":[],"authors":[{"name":2}],"tags":[3],"attachments":[{}]}',
      says: { authors: [""], categories: [""], enclosures: ["  "] },
    },
    {
      format: "json",
      piece: '{"authors":{"name":"Ada"},"tags":"tea","attachments":{}}',
      says: {},
    },
  ] as const)(
    "with empty words where parts of it are empty, and without its picture: $piece",
    ({ format, piece, says }) => {
      expect(READ_BACK[format](piece)).toEqual({ ...NOTHING, ...says });
    },
  );

  test.for([
    { name: "without marks", description: "Tea was had.", summary: "Tea was had." },
    {
      name: "that was escaped for HTML and for XML",
      description: "a &amp;lt; b &amp;amp; c",
      summary: "a < b & c",
    },
    { name: "with a reference of its own", description: "a &amp;amp;lt; b", summary: "a &lt; b" },
    { name: "whose markup is shown to nobody", description: "a &lt;b&gt;c&lt;/b&gt; d", summary: "a c d" },
    { name: "that is markup alone", description: "&lt;img&gt;", summary: "" },
  ])("with a description in RSS as readers show it: one $name", ({ description, summary }) => {
    expect(READ_BACK.rss(`<item><description>${description}</description></item>`).summary).toBe(summary);
  });

  test.for([
    { format: "rss", piece: "<item><image><title>Tea</title></image></item>" },
    { format: "atom", piece: "<entry><source><title>Tea</title></source> </entry>" },
  ] as const)("by its own elements, and not by those inside of them ($format)", ({ format, piece }) => {
    expect(READ_BACK[format](piece).title).toBe("");
  });

  test.for([
    { format: "rss", piece: "<item><?enclosure url?> <!-- none --></item>" },
    { format: "atom", piece: "<entry><?author name?> <!-- none --></entry>" },
  ] as const)("by elements alone, and not by instructions to a program ($format)", ({ format, piece }) => {
    expect(READ_BACK[format](piece)).toEqual(NOTHING);
  });

  test("as updated when it was published, where RSS says no more", () => {
    const { published, updated } = READ_BACK.rss(
      "<item><pubDate>Mon, 30 Jun 2025 06:30:00 GMT</pubDate></item>",
    );
    expect([published, updated]).toEqual([1_751_265_000, 1_751_265_000]);
  });

  test.for([
    { format: "rss", piece: "<item><category>tea</category><category>tea</category></item>" },
    { format: "atom", piece: '<entry><category term="tea"/><category term="tea"/></entry>' },
  ] as const)("with each category once, whatever its domain ($format)", ({ format, piece }) => {
    expect(READ_BACK[format](piece).categories).toEqual(["tea"]);
  });

  test("from Atom with the address of the page, and not of another link (RFC 4287 §4.2.7.2)", () => {
    const piece = '<entry><link rel="via" href="/via"/><link rel="alternate" href="/tea"/></entry>';
    expect(READ_BACK.atom(piece).url).toBe("/tea");
  });
});

test("an enclosure is its address, type and length, as one word", () => {
  expect(enclosureWord("https://quay.example/a.mp3", "audio/mpeg", 5)).toBe(
    "https://quay.example/a.mp3 audio/mpeg 5",
  );
  expect(enclosureWord(undefined, null, undefined)).toBe("  ");
});

test("a text without a root element is no XML (XML 1.0 §2.1)", () => {
  expect(() => readXml("")).toThrow(/root element/i);
  expect(readXml("<a/>").name).toBe("a");
});
