import { parseXml } from "@rgrove/parse-xml";
import fc from "fast-check";
import type { FeedOptions, Item } from "feed";
import { describe, expect, test } from "vitest";
import { READ_BACK } from "../../src/bake/gate/read-back.ts";
import { joinFeed } from "../../src/render/feeds/feed-text.ts";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { StrictFeed } from "../../src/render/feeds/strict-feed.ts";
import { ANY_SIGN, ANY_URL } from "../any-text.ts";
import { runs } from "../runs.ts";

/** What breaks feeds, beside any character at all. */
const HOSTILE = fc.constantFrom(
  ..."]]> <script> &amp; & < > \" ' <!-- --> \\u0000 %00 </item> </rss> <?xml?> <![CDATA[".split(" "),
  "\u0000",
  "\u0008",
  "\r\n",
  "\r",
  "\n",
  "\t",
  "\u0085",
  "\u2028",
  "\u202E",
  "\uFFFE",
  "\uFFFF",
  "\uD83D",
  "\uDE00",
  "😀",
  "مرحبا",
  "日本語",
);
const text = fc
  .array(fc.oneof(HOSTILE, fc.string({ unit: ANY_SIGN, maxLength: 12 })), { maxLength: 12 })
  .map((parts) => parts.join(""));
const link = fc.oneof(ANY_URL, text, fc.constant(""));
const date = fc.oneof(
  fc.date({ noInvalidDate: false }),
  fc.date({
    min: new Date("1995-01-01T00:00:00Z"),
    max: new Date("2035-01-01T00:00:00Z"),
    noInvalidDate: true,
  }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const person = fc.record({ name: text, email: text, link, avatar: link }, { requiredKeys: [] });
const file = fc.record(
  {
    url: link,
    type: fc.oneof(fc.constant("audio/mpeg"), text),
    length: fc.double(),
    title: text,
    duration: fc.double(),
  },
  { requiredKeys: ["url"] },
);
const item: fc.Arbitrary<Item> = fc.record(
  {
    title: text,
    link,
    date,
    published: date,
    id: text,
    guid: text,
    description: text,
    content: text,
    copyright: text,
    author: fc.array(person, { maxLength: 3 }),
    contributor: fc.array(person, { maxLength: 3 }),
    category: fc.array(
      fc.record({ name: text, term: text, domain: link, scheme: link }, { requiredKeys: [] }),
      {
        maxLength: 3,
      },
    ),
    image: fc.oneof(link, file),
    audio: fc.oneof(link, file),
    video: fc.oneof(link, file),
    enclosure: file,
  },
  { requiredKeys: ["title", "link", "date"] },
);
const options: fc.Arbitrary<FeedOptions> = fc.record(
  {
    title: text,
    id: text,
    link,
    description: text,
    updated: date,
    language: text,
    ttl: fc.double(),
    generator: text,
    copyright: text,
    image: link,
    favicon: link,
    hub: link,
    stylesheet: text,
    category: text,
    author: person,
    feedLinks: fc.record({ rss: link, atom: link, json: link }, { requiredKeys: [] }),
  },
  { requiredKeys: ["title"] },
);

/** Reads the items of a whole document, after the document itself was read. */
function readFeed(feed: StrictFeed, format: FormatName) {
  const pieces = feed.text(format);
  if (format === "json") JSON.parse(joinFeed(pieces));
  else parseXml(joinFeed(pieces));
  return pieces.items.map(({ text }) => READ_BACK[format](text));
}

function feedWith(channel: FeedOptions, items: readonly Item[]): StrictFeed {
  const feed = new StrictFeed(channel);
  for (const one of items) feed.addItem(one);
  return feed;
}

describe("whatever a model of `feed` holds", () => {
  test("every format is well formed, and gives back the same articles", () => {
    fc.assert(
      fc.property(options, fc.array(item, { maxLength: 3 }), maybe(text), (channel, items, category) => {
        const feed = feedWith(channel, items);
        if (category !== undefined) feed.addCategory(category);
        const [rss = [], atom = [], json = []] = FORMAT_NAMES.map((format) => readFeed(feed, format));
        expect(atom).toEqual(rss.map((one, at) => ({ ...one, enclosures: atom[at]?.enclosures })));
        expect(json).toEqual(rss.map((one, at) => ({ ...one, enclosures: json[at]?.enclosures })));
        for (const { id, published, updated } of rss) {
          expect(id).not.toBe("");
          expect(published).toBeLessThanOrEqual(updated);
        }
      }),
      runs(400),
    );
  });

  test("the input is as it was, and rendering again gives the same bytes", () => {
    fc.assert(
      fc.property(options, item, (channel, one) => {
        const feed = feedWith(channel, [one]);
        const before = structuredClone({ options: feed.options, items: feed.items });
        const first = [feed.rss2(), feed.atom1(), feed.json1()];
        expect([feed.rss2(), feed.atom1(), feed.json1()]).toEqual(first);
        expect({ options: feed.options, items: feed.items }).toEqual(before);
      }),
      runs(100),
    );
  });

  test("hundreds of categories and 300 kB of content come back whole", () => {
    const category = Array.from({ length: 700 }, (_, index) => ({ name: `tag & <${index}>` }));
    const content = `<p>${"tea ]]> & rain 😀 ".repeat(20_000)}</p>`;
    const feed = feedWith({ title: "Large" }, [
      { title: "Large", link: "https://quay.example/large", date: new Date(0), category, content },
    ]);
    for (const format of FORMAT_NAMES) {
      const [read] = readFeed(feed, format);
      expect(read?.categories).toEqual(category.map(({ name }) => name));
      expect(read?.content).toBe(content);
    }
  });
});
