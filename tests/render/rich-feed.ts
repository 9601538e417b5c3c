import type { FeedChannel, FeedItem, FeedTombstone } from "../../src/render/feeds/feed-model.ts";
import type { FeedText } from "../../src/render/feeds/feed-text.ts";
import type { FormatName } from "../../src/render/feeds/formats.ts";
import { FORMATS } from "../../src/render/feeds/formats.ts";

const at = (text: string) => new Date(text);

/** A channel with everything that a channel can have. */
export const RICH_CHANNEL: FeedChannel = {
  id: "tag:quay.example,2025:/",
  title: "The Quay & Sons",
  description: "News from the <quay>",
  url: "https://quay.example/",
  self: {
    rss: "https://quay.example/rss.xml",
    atom: "https://quay.example/atom.xml",
    json: "https://quay.example/feed.json",
  },
  language: "en",
  updated: at("2025-07-02T18:00:00Z"),
  ttlMinutes: 15,
  generator: "Feedwright",
  stylesheet: "/feed.css",
  copyright: "© 2025 The Quay",
  image: "https://quay.example/media/logo.png",
  imageSize: { width: 600, height: 300 },
  favicon: "https://quay.example/favicon.svg",
  about: "https://quay.example/feed.schema.json",
  authors: [{ name: "Sea Desk", url: "https://quay.example/desk" }],
  contributors: [{ name: "Weather Desk", email: "weather@quay.example" }],
  categories: ["News"],
  hubs: ["https://hub.example/", "https://hub.example/second"],
  paging: {
    kind: "current",
    previous: {
      rss: "https://quay.example/archive/7/rss.xml",
      atom: "https://quay.example/archive/7/atom.xml",
      json: "https://quay.example/archive/7/feed.json",
    },
  },
  show: {
    author: "Sea Desk",
    owner: { name: "Sea Desk", email: "desk@quay.example" },
    explicit: false,
    image: "https://quay.example/media/cover.jpg",
    categories: [
      { name: "News", subcategory: "Daily News" },
      { name: "Science", subcategory: null },
    ],
    guid: "6d0f3b0e-3c1a-5a6e-9a55-5f8f3a4c2b10",
    kind: "episodic",
  },
};

/** An article with everything that an article can have. */
export const RICH_ITEM: FeedItem = {
  id: "tag:quay.example,2025:tea",
  title: "Tea & rain: 2 < 3 cups",
  url: "https://quay.example/articles/tea",
  externalUrl: "https://elsewhere.example/tea?a=1&b=2",
  summary: 'It rained, and "tea" was had.',
  content:
    '<p>It rained &amp; <a href="https://quay.example/x?a=1&amp;b=2">tea</a> was had ]]&gt; ]]> twice.</p>',
  text: "It rained & tea was had ]]> ]]> twice.",
  published: at("2025-06-30T06:30:00Z"),
  updated: at("2025-07-01T07:00:00Z"),
  authors: [
    { name: "Ada Marsh", url: "https://quay.example/authors/ada", email: "ada@quay.example" },
    { name: "Bo Quay" },
  ],
  contributors: [{ name: "Cy Mole" }],
  categories: [
    { name: "Harbour", scheme: "https://quay.example/sections/" },
    { name: "Чай & дождь", scheme: "https://quay.example/tags/" },
    { name: "tea" },
  ],
  copyright: "© Ada Marsh",
  image: { url: "https://quay.example/media/tea.jpg", type: "image/jpeg", width: 1200, height: 800 },
  enclosures: [
    {
      url: "https://quay.example/media/tea.mp3",
      type: "audio/mpeg",
      sizeBytes: 12_345_678,
      durationSeconds: 1834,
      title: null,
    },
    {
      url: "https://quay.example/media/tea.pdf",
      type: "application/pdf",
      sizeBytes: 98_765,
      durationSeconds: null,
      title: "The menu",
    },
  ],
  agency: "QN",
  language: "en-GB",
  correction: "An earlier version had two cups.",
  edition: 1_751_353_200,
  filing: {
    section: { name: "Harbour", slug: "harbour", url: "https://quay.example/sections/harbour" },
    tags: [{ name: "Чай & дождь", url: "https://quay.example/tags/%D1%87%D0%B0%D0%B9" }, { name: "tea" }],
    authors: [
      { name: "Ada Marsh", url: "https://quay.example/authors/ada-marsh" },
      { name: "Bo Quay", url: "https://quay.example/authors/bo-quay" },
    ],
  },
  episode: {
    durationSeconds: 1834,
    explicit: false,
    season: 2,
    number: 5,
    transcripts: [{ url: "https://quay.example/media/tea.vtt", type: "text/vtt", language: "en" }],
  },
};

/** An article with nothing but what every article has. */
export const BARE_ITEM: FeedItem = {
  id: "tag:quay.example,2025:bare",
  title: "",
  url: "https://quay.example/articles/bare",
  summary: "",
  published: at("2025-06-29T00:00:00Z"),
  updated: at("2025-06-29T00:00:00Z"),
  authors: [],
  contributors: [],
  categories: [],
  enclosures: [],
};

export const TOMBSTONE: FeedTombstone = {
  id: "tag:quay.example,2025:gone",
  deleted: at("2025-07-02T18:00:00Z"),
};

/** A feed of these in a format. */
export function feedOf(
  format: FormatName,
  items: readonly FeedItem[],
  channel = RICH_CHANNEL,
  tombstones: readonly FeedTombstone[] = [],
): FeedText {
  const { frame, item, tombstone } = FORMATS[format];
  const dead = tombstone
    ? tombstones.map((one) => ({ kind: "tombstone" as const, id: one.id, edition: 0, text: tombstone(one) }))
    : [];
  return {
    ...frame(channel),
    items: [
      ...dead,
      ...items.map((one) => ({ kind: "article" as const, id: one.id, edition: 0, text: item(one) })),
    ],
  };
}
