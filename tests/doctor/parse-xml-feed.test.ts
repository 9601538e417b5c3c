import { describe, expect, test } from "vitest";
import { parseXmlFeed } from "../../src/doctor/feeds/parse-xml-feed.ts";

const NAMES = `xmlns:a="http://www.w3.org/2005/Atom" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"`;

const rss = (channel: string, declaration = "") =>
  parseXmlFeed(`${declaration}<rss version="2.0" ${NAMES}><channel>${channel}</channel></rss>`);
const rssItem = (item: string) => rss(`<item>${item}</item>`);
const atom = (feed: string) => parseXmlFeed(`<feed xmlns="http://www.w3.org/2005/Atom">${feed}</feed>`);
const atomEntry = (entry: string) => atom(`<entry>${entry}</entry>`);

const NOTHING = {
  id: null,
  idIsUrl: false,
  url: null,
  title: null,
  hasContent: false,
  published: null,
  updated: null,
  files: [],
};

describe("RSS 2.0", () => {
  test("is read with all that a reader's bookkeeping needs", () => {
    const feed = rss(
      `<title>The Quay</title><a:link rel="self" href="https://quay.example/rss.xml"/><a:link rel="hub" href="https://hub.example/1"/>
<a:link rel="hub" href="https://hub.example/2"/><a:link rel="prev-archive" href="https://quay.example/archive/1.xml"/>
<lastBuildDate>Tue, 01 Jul 2025 18:00:00 GMT</lastBuildDate><ttl>15</ttl>
<item><title>Lock opens</title><link>https://quay.example/articles/lock</link><guid isPermaLink="false"> lock </guid>
<pubDate>Tue, 01 Jul 2025 12:00:00 GMT</pubDate><description>It opens.</description><enclosure url="https://quay.example/lock.mp3"/><enclosure/><a:updated>2025-07-01T13:00:00Z</a:updated></item>`,
      '<?xml version="1.0" encoding="UTF-8"?>',
    );
    expect(feed).toEqual({
      format: "rss",
      version: "2.0",
      encoding: "utf-8",
      id: null,
      title: "The Quay",
      self: "https://quay.example/rss.xml",
      hubs: ["https://hub.example/1", "https://hub.example/2"],
      previous: "https://quay.example/archive/1.xml",
      updated: "Tue, 01 Jul 2025 18:00:00 GMT",
      ttlMinutes: 15,
      items: [
        {
          id: "lock",
          idIsUrl: false,
          url: "https://quay.example/articles/lock",
          title: "Lock opens",
          hasContent: true,
          published: "Tue, 01 Jul 2025 12:00:00 GMT",
          updated: "2025-07-01T13:00:00Z",
          files: ["https://quay.example/lock.mp3"],
        },
      ],
    });
  });

  test("keeps characters beyond U+FFFF, in texts and in attributes", () => {
    const item = '<title>a😀</title><guid>😀</guid><enclosure url="https://quay.example/😀"/>';
    expect(rssItem(item)).toMatchObject({
      items: [{ id: "😀", title: "a😀", files: ["https://quay.example/😀"] }],
    });
  });

  test("may say next to nothing", () => {
    expect(parseXmlFeed("<rss><channel><item/></channel></rss>")).toEqual({
      format: "rss",
      version: "",
      encoding: null,
      id: null,
      title: null,
      self: null,
      hubs: [],
      previous: null,
      updated: null,
      ttlMinutes: null,
      items: [NOTHING],
    });
  });

  test.for([
    { name: "without isPermaLink", item: "<guid>https://quay.example/1</guid>", idIsUrl: true },
    {
      name: "with isPermaLink",
      item: '<guid isPermaLink="true">https://quay.example/1</guid>',
      idIsUrl: true,
    },
    { name: "that denies it", item: '<guid isPermaLink="false">1</guid>', idIsUrl: false },
  ])("has a guid $name: it claims to be a URL: $idIsUrl", ({ item, idIsUrl }) => {
    expect(rssItem(item)).toMatchObject({ items: [{ idIsUrl }] });
  });

  test("has no id where a guid holds white space only", () => {
    expect(rssItem("<guid> </guid>")).toMatchObject({ items: [{ id: null }] });
  });

  test.for(["<description>It opens.</description>", "<c:encoded>It opens.</c:encoded>"])(
    "has an item with a text in %s",
    (item) => {
      expect(rssItem(item)).toMatchObject({ items: [{ hasContent: true }] });
    },
  );

  test.for(["<encoded>It opens.</encoded>", "<a:description>It opens.</a:description>", "<description/>"])(
    "has an item without a text in %s",
    (item) => {
      expect(rssItem(item)).toMatchObject({ items: [{ hasContent: false }] });
    },
  );

  test("has an item's update from Atom, or else from Dublin Core", () => {
    expect(rssItem("<dc:date>2025</dc:date>")).toMatchObject({ items: [{ updated: "2025" }] });
    expect(rssItem("<dc:date>2025</dc:date><a:updated>2026</a:updated>")).toMatchObject({
      items: [{ updated: "2026" }],
    });
  });

  test.for(["1.5", "x15", "15x", "soon", "-15"])("has no ttl that is %s", (ttl) => {
    expect(rss(`<ttl>${ttl}</ttl>`)).toMatchObject({ ttlMinutes: null });
  });
});

describe("Atom 1.0", () => {
  test("is read with all that a reader's bookkeeping needs", () => {
    const feed = atom(
      `<id>urn:quay</id><title>The Quay</title><updated>2025-07-01T18:00:00Z</updated><link rel="self" href="https://quay.example/atom.xml"/>
<entry><id>lock</id><title>Lock opens</title><link href="https://quay.example/articles/lock"/><published>2025-07-01T12:00:00Z</published>
<updated>2025-07-01T13:00:00Z</updated><summary>It opens.</summary>
<link rel="enclosure" href="https://quay.example/lock.mp3"/></entry>`,
    );
    expect(feed).toEqual({
      format: "atom",
      version: "1.0",
      encoding: null,
      id: "urn:quay",
      title: "The Quay",
      self: "https://quay.example/atom.xml",
      hubs: [],
      previous: null,
      updated: "2025-07-01T18:00:00Z",
      ttlMinutes: null,
      items: [
        {
          id: "lock",
          idIsUrl: false,
          url: "https://quay.example/articles/lock",
          title: "Lock opens",
          hasContent: true,
          published: "2025-07-01T12:00:00Z",
          updated: "2025-07-01T13:00:00Z",
          files: ["https://quay.example/lock.mp3"],
        },
      ],
    });
  });

  test("may have an entry that says nothing", () => {
    expect(atomEntry("")).toMatchObject({ items: [NOTHING] });
  });

  test("has an entry's address in a link that is alternate, which a link without rel is (RFC 4287 §4.2.7.2)", () => {
    const links =
      '<link rel="related" href="a"/><link rel="alternate"/><link rel="alternate" href="b"/><link href="c"/>';
    expect(atomEntry(links)).toMatchObject({ items: [{ url: "b" }] });
  });

  test.for(["<content>It opens.</content>", "<summary>It opens.</summary>"])(
    "has an entry with a text in %s",
    (entry) => {
      expect(atomEntry(entry)).toMatchObject({ items: [{ hasContent: true }] });
    },
  );
});

describe("the charset of the XML declaration", () => {
  test.for([
    { declaration: '<?xml version="1.0" encoding="ISO-8859-1"?>', is: "iso-8859-1" },
    { declaration: "<?xml version='1.0' encoding='utf-8' standalone='yes'?>", is: "utf-8" },
    { declaration: '<?xml version="1.0"?>', is: null },
    { declaration: '<?xml version="1.0"?><!-- <?xml encoding="utf-16" -->', is: null },
    { declaration: '<!-- <?xml encoding="utf-16" -->', is: null },
  ])("of $declaration is $is", ({ declaration, is }) => {
    expect(rss("", declaration)).toMatchObject({ encoding: is });
  });

  test("of Atom is read as that of RSS", () => {
    const feed = parseXmlFeed(
      '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>',
    );
    expect(feed).toMatchObject({ encoding: "utf-8" });
  });
});

describe("no feed", () => {
  test.for([
    { text: "<rss><channel></rss>", reason: /^it is not well-formed XML: [^\n]*tag[^\n]+$/i },
    { text: "<rss>\n<b></c>\n\n</rss>", reason: /: Missing end tag for element b \(line 2, column 4\)$/ },
    { text: "<rss>\n<a>\n😀<b></c>", reason: /: Missing end tag for element b \(line 3, column 6\)$/ },
    { text: "", reason: /^it is not well-formed XML: Root element is missing[^\n]+$/ },
    { text: "<rdf/>", reason: /^its root element <rdf> is neither RSS nor Atom$/ },
    { text: "<rss/>", reason: /^its root element <rss> is neither RSS nor Atom$/ },
    { text: "<x><channel/></x>", reason: /^its root element <x> is neither RSS nor Atom$/ },
    { text: "<feed/>", reason: /^its root element <feed> is neither RSS nor Atom$/ },
    {
      text: '<entry xmlns="http://www.w3.org/2005/Atom"/>',
      reason: /^its root element <entry> is neither RSS nor Atom$/,
    },
    {
      text: '<rss xmlns:a="http://www.w3.org/2005/Atom"><a:channel/></rss>',
      reason: /^its root element <rss> is neither RSS nor Atom$/,
    },
  ])("is $text", ({ text, reason }) => {
    expect(parseXmlFeed(text)).toEqual({ reason: expect.stringMatching(reason) });
  });
});
