import { describe, expect, test } from "vitest";
import { openGate } from "../../src/bake/gate/gate.ts";
import type { FeedText } from "../../src/render/feeds/feed-text.ts";
import { FORMAT_NAMES, FORMATS } from "../../src/render/feeds/formats.ts";
import { BARE_ITEM, RICH_ITEM } from "../render/rich-feed.ts";
import { asItIs, gateFor, gateSays, LOST, spoiling } from "./gate-says.ts";
import { NOW } from "./values.ts";

const HOUR = 3600;

describe("the gate", () => {
  test.for(FORMAT_NAMES)("lets the richest and the barest article through in %s", (format) => {
    expect(gateSays(format, RICH_ITEM)).toEqual([]);
    expect(gateSays(format, BARE_ITEM)).toEqual([]);
  });

  test.for(FORMAT_NAMES)("lets a name through in %s that is a section and a tag", (format) => {
    const categories = [{ name: "tea", scheme: "https://quay.example/sections/" }, { name: "tea" }];
    expect(gateSays(format, { ...RICH_ITEM, categories })).toEqual([]);
  });

  const lost = FORMAT_NAMES.flatMap((format) =>
    Object.entries(LOST[format]).map(([field, pattern]) => ({ format, field, pattern })),
  );
  test.for(lost)("stops a lost $field ($format) and names the file", ({ format, field, pattern }) => {
    expect(gateSays(format, RICH_ITEM, spoiling(pattern, ""))).toEqual([
      expect.stringMatching(
        new RegExp(`^error: sea/tea.md has the ${field} [^]*, but ${FORMATS[format].title} says`),
      ),
    ]);
  });

  test("stops a feed that is larger than can be stored, and names its largest article", () => {
    const grown = (characters: number) => (text: FeedText) => ({
      ...text,
      tail: text.tail + " ".repeat(characters - text.tail.length),
    });
    const limit = 15 * 1024 * 1024;
    expect(gateSays("atom", RICH_ITEM, grown(limit - 20_000))).toEqual([]);
    expect(gateSays("atom", RICH_ITEM, grown(limit))).toEqual([
      'error: sea/tea.md makes /feed larger than 15 MiB, which is the most that can be served; shorten it, or write feed_content = "summary" into site.toml',
    ]);
  });

  test.for([
    {
      format: "rss",
      name: "an open element",
      spoil: spoiling("</title>", ""),
      says: /^error: sea\/tea\.md makes RSS that cannot be read back: .*title/,
    },
    {
      format: "atom",
      name: "a bare ampersand",
      spoil: spoiling("&amp;", "&"),
      says: /^error: sea\/tea\.md makes Atom that cannot be read back: \w/,
    },
    {
      format: "rss",
      name: "a control character",
      spoil: spoiling("Tea", "\u0008"),
      says: /^error: sea\/tea\.md makes RSS that cannot be read back: Invalid character/,
    },
    {
      format: "json",
      name: "half an object",
      spoil: spoiling(/}$/, ""),
      says: /^error: sea\/tea\.md makes JSON Feed that cannot be read back: Expected/,
    },
    {
      format: "rss",
      name: "a title escaped twice",
      spoil: spoiling("Tea &amp; rain", "Tea &amp;amp; rain"),
      says: "error: sea/tea.md has the title Tea & rain: 2 < 3 cups, but RSS says Tea &amp; rain: 2 < 3 cups",
    },
    {
      format: "rss",
      name: "another date",
      spoil: spoiling("06:30:00", "07:30:00"),
      says: "error: sea/tea.md has the published 2025-06-30T06:30:00Z, but RSS says 2025-06-30T07:30:00Z",
    },
    {
      format: "rss",
      name: "cut content, of which the message shows the first 60 characters",
      spoil: spoiling(" twice.", ""),
      says: 'error: sea/tea.md has the content <p>It rained &amp; <a href="https://quay.example/x?a=1&amp;b…, but RSS says <p>It rained &amp; <a href="https://quay.example/x?a=1&amp;b…',
    },
  ] as const)("stops $name ($format) and says what came of it", ({ format, spoil, says }) => {
    expect(gateSays(format, RICH_ITEM, spoil)).toEqual([
      typeof says === "string" ? says : expect.stringMatching(says),
    ]);
  });

  test("shows the first line of a parser's complaint alone", () => {
    expect(gateSays("rss", RICH_ITEM, spoiling("</title>", "")).join()).not.toContain("\n");
  });

  test("finds an id that appears twice in one document", () => {
    const twice = (text: FeedText) => ({ ...text, items: [...text.items, ...text.items] });
    expect(gateSays("atom", RICH_ITEM, twice)).toEqual([
      "error: sea/tea.md appears twice in /feed with the id tag:quay.example,2025:tea; if two of its tags, categories or authors are one name, keep one of them",
    ]);
  });

  test("leaves the pieces of an article alone that it does not know", () => {
    expect(gateSays("rss", RICH_ITEM, spoiling("Tea", "Coffee"), openGate([], NOW), [])).toEqual([]);
  });
});

describe("a piece that passed the gate", () => {
  test("is not read again, in whichever document of its format it stands", () => {
    const gate = gateFor(RICH_ITEM);
    expect(gateSays("rss", RICH_ITEM, asItIs, gate)).toEqual([]);
    expect(gateSays("rss", RICH_ITEM, spoiling("Tea", "Coffee"), gate)).toEqual([]);
    expect(gateSays("atom", RICH_ITEM, spoiling("Tea", "Coffee"), gate)).toHaveLength(1);
  });

  test("has what is wrong with the article itself told in the first format alone", () => {
    const item = { ...RICH_ITEM, published: new Date(-1000) };
    const gate = gateFor(item);
    expect(gateSays("rss", item, asItIs, gate)).toHaveLength(1);
    expect(gateSays("atom", item, asItIs, gate)).toEqual([]);
    expect(gate.others(() => item)).toEqual([]);
  });

  test("may be of no feed: what is wrong with such an article is found all the same", () => {
    const item = { ...RICH_ITEM, published: new Date(-1000) };
    expect(gateFor(item).others(() => item)).toMatchObject([{ file: "sea/tea.md", severity: "warning" }]);
  });
});

describe("of an article the gate finds", () => {
  const enclosure = (type: string | null, sizeBytes: number | null) => ({
    content: "<p>Tea.</p>",
    enclosures: [{ url: "https://quay.example/a.mp3", type, sizeBytes, durationSeconds: null, title: null }],
  });
  const incomplete =
    "error: sea/tea.md has the enclosure https://quay.example/a.mp3 without its media type or its length in bytes; add both";
  const hoursAhead = (hours: number) => ({ updated: new Date((NOW + hours * HOUR) * 1000) });
  const toCome = (iso: string) =>
    `error: sea/tea.md says it was updated at ${iso}, which is in the future; correct it`;

  test.for([
    {
      name: "a relative URL in the text",
      item: { content: '<p><a href="../tea">x</a></p>' },
      says: 'error: sea/tea.md contains the relative address "../tea", which leads nowhere in a feed; write the whole URL',
    },
    {
      name: "a relative URL of 61 characters, of which it shows 60",
      item: { content: `<p><a href="${"x".repeat(61)}">x</a></p>` },
      says: `error: sea/tea.md contains the relative address "${"x".repeat(60)}…", which leads nowhere in a feed; write the whole URL`,
    },
    {
      name: "a relative URL of 60 characters",
      item: { content: `<p><a href="${"x".repeat(60)}">x</a></p>` },
      says: `error: sea/tea.md contains the relative address "${"x".repeat(60)}", which leads nowhere in a feed; write the whole URL`,
    },
    { name: "an enclosure without a length", item: enclosure("audio/mpeg", null), says: incomplete },
    { name: "an enclosure without a type", item: enclosure(null, 5), says: incomplete },
    { name: "nothing in an enclosure with both", item: enclosure("audio/mpeg", 5), says: null },
    {
      name: "the zero date",
      item: { published: new Date("0001-01-01T00:00:00Z") },
      says: "error: sea/tea.md is dated 0001-01-01T00:00:00Z, which is the placeholder date of some systems; write the real one",
    },
    {
      name: "a date in the last second before the year 1000",
      item: { published: new Date("0999-12-31T23:59:59Z") },
      says: "error: sea/tea.md is dated 0999-12-31T23:59:59Z, which is the placeholder date of some systems; write the real one",
    },
    {
      name: "a date in the year 1000, which is one before 1970",
      item: { published: new Date("1000-01-01T00:00:00Z") },
      says: "warning: sea/tea.md is dated 1000-01-01T00:00:00Z; many feed readers cannot show dates before 1970",
    },
    {
      name: "a date in the last second before 1970",
      item: { published: new Date("1969-12-31T23:59:59Z") },
      says: "warning: sea/tea.md is dated 1969-12-31T23:59:59Z; many feed readers cannot show dates before 1970",
    },
    { name: "nothing in the first second of 1970", item: { published: new Date(0) }, says: null },
    {
      name: "an update 25 hours ahead of the edition",
      item: hoursAhead(25),
      says: toCome("2025-07-02T19:00:00Z"),
    },
    {
      name: "an update a day and a second ahead of it",
      item: hoursAhead(24 + 1 / HOUR),
      says: toCome("2025-07-02T18:00:01Z"),
    },
    { name: "nothing in an update 24 hours ahead of it", item: hoursAhead(24), says: null },
    { name: "nothing in an update 23 hours ahead of it", item: hoursAhead(23), says: null },
  ])("$name", ({ item, says }) => {
    // Atom alone has a place for an enclosure that lacks either.
    expect(gateSays("atom", { ...RICH_ITEM, ...item })).toEqual(says === null ? [] : [says]);
  });
});

describe("of what stands around the articles the gate finds", () => {
  test.for([
    {
      format: "rss",
      tail: "</channel>",
      says: /^error: site\.toml makes \/feed that cannot be read back: \w/,
    },
    { format: "atom", tail: "", says: /^error: site\.toml makes \/feed that cannot be read back: \w/ },
    { format: "json", tail: "]", says: /^error: site\.toml makes \/feed that cannot be read back: Expected/ },
  ] as const)(
    "a frame that is not well formed ($format), and names the settings",
    ({ format, tail, says }) => {
      const [problem, ...more] = gateSays(format, RICH_ITEM, (text) => ({ ...text, tail }));
      expect(problem).toMatch(says);
      expect(more).toEqual([]);
    },
  );

  test("a sitemap that is not well formed, and names the settings", () => {
    const gate = openGate([], NOW);
    expect(gate.xml("/sitemap.xml", "<urlset>")).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "error",
        message: expect.stringMatching(/^makes \/sitemap\.xml that is not well formed: \w.*$/),
      },
    ]);
    expect(gate.xml("/sitemap.xml", "<urlset/>")).toEqual([]);
  });
});
