import { describe, expect, test } from "vitest";
import type { ArticleListing } from "../../src/article/article.ts";
import { articleId } from "../../src/article/values.ts";
import type { Gate } from "../../src/bake/gate.ts";
import { openGate } from "../../src/bake/gate.ts";
import type { FeedItem, FeedText } from "../../src/render/feeds/feed-model.ts";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { FORMAT_NAMES, FORMATS } from "../../src/render/feeds/formats.ts";
import { BARE_ITEM, feedOf, RICH_ITEM, TOMBSTONE } from "../render/rich-feed.ts";
import { listingBut, NOW, urlOf } from "./values.ts";

const HOUR = 3600;

type Spoil = (text: FeedText) => FeedText;
const asItIs: Spoil = (text) => text;

/** What the gate says of a feed with one item, whose text went through `spoil` on its way there. */
function gateSays(format: FormatName, item: FeedItem, spoil: Spoil = asItIs, gate = gateFor(item)): string[] {
  const output = {
    key: "/feed",
    kind: "feed",
    type: "",
    status: 200,
    format,
    itemOf: () => item,
    madeFrom: () => "",
    render: () => feedOf(format, [item], undefined, [{ ...TOMBSTONE, id: item.id }]),
  } as const;
  return gate
    .feed(output, spoil(output.render()))
    .map(({ severity, file, message }) => `${severity}: ${file} ${message}`);
}

function gateFor(item: FeedItem): Gate {
  return openGate([articleOf(item)], NOW);
}

/** The article that an item was made from, as far as the gate looks at it. */
function articleOf(item: FeedItem): ArticleListing {
  const id = articleId(item.id);
  if (id === null) throw new TypeError("no id");
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  return listingBut({
    id,
    url: urlOf(item.link),
    published: seconds(item.published),
    updated: seconds(item.date),
  });
}

/** Changes the pieces of a feed, as a mistake in a serializer would. */
const spoiling =
  (from: string | RegExp, to: string): Spoil =>
  (text) => ({
    ...text,
    items: text.items.map((piece) => ({ ...piece, text: piece.text.replace(from, to) })),
  });

/** What takes a field out of the piece of the rich item. */
const LOST: Readonly<Record<FormatName, Readonly<Record<string, RegExp>>>> = {
  rss: {
    id: /<guid.*\n/,
    title: /<title>.*\n/,
    url: /<link>.*\n/,
    published: /<pubDate>.*\n/,
    updated: /<atom:updated>.*\n/,
    summary: /<description>.*\n/,
    content: /<content:encoded>.*\n/,
    authors: /<dc:creator>Bo.*\n/,
    categories: /<category>tea.*\n/,
    enclosures: /<enclosure .*\n/,
  },
  atom: {
    id: /<id>.*\n/,
    title: /<title>.*\n/,
    url: /<link rel="alternate".*\n/,
    published: /<published>.*\n/,
    updated: /<updated>.*\n/,
    summary: /<summary>.*\n/,
    content: /<content .*\n/,
    authors: /<author><name>Bo.*\n/,
    categories: /<category term="tea".*\n/,
    enclosures: /<link rel="enclosure".*\n/,
  },
  json: {
    id: /"id":"[^"]*",/,
    title: /"title":"[^"]*",/,
    url: /"url":"[^"]*",/,
    published: /"date_published":"[^"]*",/,
    updated: /"date_modified":"[^"]*",/,
    summary: /"summary":"(?:\\.|[^"\\])*",/,
    content: /"content_html":"(?:\\.|[^"\\])*",/,
    authors: /,\{"name":"Bo Quay"\}/,
    categories: /,"tea"/,
    enclosures: /"attachments":\[.*?\],/,
  },
};

describe("the gate", () => {
  test.for(FORMAT_NAMES)("lets the richest and the barest article through in %s", (format) => {
    expect(gateSays(format, RICH_ITEM)).toEqual([]);
    expect(gateSays(format, BARE_ITEM)).toEqual([]);
  });

  test.for(FORMAT_NAMES)("lets a name through in %s that is a section and a tag", (format) => {
    const category = [{ name: "tea", domain: "https://quay.example/sections/" }, { name: "tea" }];
    expect(gateSays(format, { ...RICH_ITEM, category })).toEqual([]);
  });

  const lost = FORMAT_NAMES.flatMap((format) =>
    Object.entries(LOST[format]).map(([field, pattern]) => ({ format, field, pattern })),
  );
  test.for(lost)("stops a lost $field ($format) and names the file", ({ format, field, pattern }) => {
    expect(gateSays(format, RICH_ITEM, spoiling(pattern, ""))).toEqual([
      expect.stringContaining(
        `error: sea/tea.md comes out of ${FORMATS[format].title} with another ${field} (`,
      ),
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
      says: "error: sea/tea.md comes out of RSS with another title (Tea &amp; rain: 2 < 3 cups) than it has (Tea & rain: 2 < 3 cups)",
    },
    {
      format: "rss",
      name: "another date",
      spoil: spoiling("06:30:00", "07:30:00"),
      says: "error: sea/tea.md comes out of RSS with another published (1751268600) than it has (1751265000)",
    },
    {
      format: "rss",
      name: "cut content, of which the message shows the first 60 characters",
      spoil: spoiling(" twice.", ""),
      says: 'error: sea/tea.md comes out of RSS with another content (<p>It rained &amp; <a href="https://quay.example/x?a=1&amp;b…) than it has (<p>It rained &amp; <a href="https://quay.example/x?a=1&amp;b…)',
    },
  ] as const)("stops $name ($format) and says what came of it", ({ format, spoil, says }) => {
    expect(gateSays(format, RICH_ITEM, spoil)).toEqual([
      typeof says === "string" ? says : expect.stringMatching(says),
    ]);
  });

  test("shows the first line of a parser's complaint alone", () => {
    expect(gateSays("rss", RICH_ITEM, spoiling("</title>", "")).join()).not.toContain("\n");
  });

  test("finds an id that stands twice in one document", () => {
    const twice = (text: FeedText) => ({ ...text, items: [...text.items, ...text.items] });
    expect(gateSays("atom", RICH_ITEM, twice)).toEqual([
      "error: sea/tea.md stands twice in /feed with the id tag:quay.example,2025:tea; give one of the two an id: of its own",
    ]);
  });

  test("leaves the pieces of an article alone that it does not know", () => {
    expect(gateSays("rss", RICH_ITEM, spoiling("Tea", "Coffee"), openGate([], NOW))).toEqual([]);
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
  });
});

describe("of an article the gate finds", () => {
  const enclosure = (type: string | null, sizeBytes: number | null) => ({
    content: "<p>Tea.</p>",
    enclosures: [{ url: "https://quay.example/a.mp3", type, sizeBytes, durationSeconds: null, title: null }],
  });
  const incomplete =
    "error: sea/tea.md has the enclosure https://quay.example/a.mp3 without its media type or length in bytes; declare both";
  const hoursAhead = (hours: number) => ({ date: new Date((NOW + hours * HOUR) * 1000) });
  const toCome = (iso: string) =>
    `error: sea/tea.md says it was updated at ${iso}, which is to come; write when it was`;

  test.for([
    {
      name: "a relative URL in the text",
      item: { content: '<p><a href="../tea">x</a></p>' },
      says: 'error: sea/tea.md names the relative address "../tea", which leads nowhere in a feed; write it as a whole URL',
    },
    {
      name: "a relative URL of 61 characters, of which it shows 60",
      item: { content: `<p><a href="${"x".repeat(61)}">x</a></p>` },
      says: `error: sea/tea.md names the relative address "${"x".repeat(60)}…", which leads nowhere in a feed; write it as a whole URL`,
    },
    {
      name: "a relative URL of 60 characters",
      item: { content: `<p><a href="${"x".repeat(60)}">x</a></p>` },
      says: `error: sea/tea.md names the relative address "${"x".repeat(60)}", which leads nowhere in a feed; write it as a whole URL`,
    },
    { name: "an enclosure without a length", item: enclosure("audio/mpeg", null), says: incomplete },
    { name: "an enclosure without a type", item: enclosure(null, 5), says: incomplete },
    { name: "nothing in an enclosure with both", item: enclosure("audio/mpeg", 5), says: null },
    {
      name: "the zero date",
      item: { published: new Date("0001-01-01T00:00:00Z") },
      says: "error: sea/tea.md is dated 0001-01-01T00:00:00.000Z, which is the zero date of some system; write the true one",
    },
    {
      name: "a date in the last second before the year 1000",
      item: { published: new Date("0999-12-31T23:59:59Z") },
      says: "error: sea/tea.md is dated 0999-12-31T23:59:59.000Z, which is the zero date of some system; write the true one",
    },
    {
      name: "a date in the year 1000, which is one before 1970",
      item: { published: new Date("1000-01-01T00:00:00Z") },
      says: "warning: sea/tea.md is dated 1000-01-01T00:00:00.000Z; many readers show no date before 1970",
    },
    {
      name: "a date in the last second before 1970",
      item: { published: new Date("1969-12-31T23:59:59Z") },
      says: "warning: sea/tea.md is dated 1969-12-31T23:59:59.000Z; many readers show no date before 1970",
    },
    { name: "nothing in the first second of 1970", item: { published: new Date(0) }, says: null },
    {
      name: "an update 25 hours ahead of the edition",
      item: hoursAhead(25),
      says: toCome("2025-07-02T19:00:00.000Z"),
    },
    {
      name: "an update a day and a second ahead of it",
      item: hoursAhead(24 + 1 / HOUR),
      says: toCome("2025-07-02T18:00:01.000Z"),
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
