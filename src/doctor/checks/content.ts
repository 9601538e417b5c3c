import type { ParsedFeed, ParsedItem } from "../feeds/parsed-feed.ts";
import { instantMs } from "../feeds/parsed-feed.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";
import { counted } from "./counted.ts";
import { repeated } from "./repeated.ts";

/** A feed that could be read, and from where. */
export interface ReadFeed {
  readonly feed: ParsedFeed;
  /** Where it was found in the end. */
  readonly url: string;
  readonly atMs: number;
}

/** An article dated later than this is shown above all others until then. */
const FARTHEST_AHEAD_MS = 24 * 3_600_000;

/** What the feed says to a reader's bookkeeping: who it is, and which of its items are new. */
export const CONTENT_CHECKS: readonly Check<ReadFeed>[] = [
  {
    name: "no-self",
    severity: "warning",
    mend: 'Say where the feed lives: atom:link rel="self", or feed_url.',
    find: ({ feed }) => when(feed.self === null, "it does not say its own address"),
  },
  {
    name: "wrong-self",
    severity: "error",
    mend: "Name the address that the feed is served at: readers that follow it lose the feed.",
    find: ({ feed, url }) =>
      when(
        feed.self !== null && URL.parse(feed.self, url)?.href !== url,
        `it says that it lives at ${feed.self}`,
      ),
  },
  {
    name: "old-version",
    severity: "notice",
    mend: "Write RSS 2.0, Atom 1.0 or JSON Feed 1.1.",
    find: ({ feed: { format, version } }) =>
      when(
        { rss: "2.0", atom: "1.0", json: "1.1" }[format] !== version,
        `its version is ${version || "missing"}`,
      ),
  },
  {
    name: "no-title",
    severity: "error",
    mend: "Give the feed a title.",
    find: ({ feed }) => when(feed.title === null, "it has no title"),
  },
  {
    name: "no-ids",
    severity: "error",
    mend: "Give every item an id that never changes (guid, id), or readers show it again and again.",
    find: ({ feed: { items } }) => counted(items, ({ id }) => id === null, "without an id"),
  },
  {
    name: "repeated-ids",
    severity: "error",
    mend: "Give every item an id of its own: readers show only one of those that share one.",
    find: ({ feed: { items } }) => {
      const twice = repeated(items.flatMap(({ id }) => id ?? []));
      return twice.slice(0, 3).map((id) => `more than one item has the id ${id}`);
    },
  },
  {
    name: "guid-no-url",
    severity: "error",
    mend: 'Write isPermaLink="false" on a guid that is not a URL: readers open it as the article.',
    find: ({ feed: { items } }) =>
      counted(
        items,
        ({ id, idIsUrl }) => idIsUrl && id !== null && URL.parse(id) === null,
        "whose guid claims to be a URL",
      ),
  },
  {
    name: "relative-urls",
    severity: "error",
    mend: "Write whole URLs: a reader does not know the page that they are relative to.",
    find: ({ feed: { items } }) =>
      counted(items, ({ url }) => url !== null && URL.parse(url) === null, "whose link is relative"),
  },
  {
    name: "empty-items",
    severity: "warning",
    mend: "Give every item a title or some text.",
    find: ({ feed: { items } }) =>
      counted(items, ({ title, hasContent }) => title === null && !hasContent, "with neither title nor text"),
  },
  {
    name: "no-items",
    severity: "notice",
    mend: "Publish something, or leave the feed out of the page's head until then.",
    find: ({ feed: { items } }) => when(items.length === 0, "it has no items"),
  },
  {
    name: "no-dates",
    severity: "warning",
    mend: "Date every item, or readers date it by when they first saw it.",
    find: ({ feed: { items } }) =>
      counted(items, ({ published, updated }) => published === null && updated === null, "without a date"),
  },
  {
    name: "bad-dates",
    severity: "error",
    mend: "Write Tue, 01 Jul 2025 18:00:00 GMT in RSS, 2025-07-01T18:00:00Z in Atom and JSON Feed.",
    find: ({ feed: { format, items, updated } }) => {
      const texts = [updated, ...items.flatMap((item) => [item.published, datesOf(item, format)])];
      const bad = texts.filter((text) => text !== null && instantMs(format, text) === null);
      return [...new Set(bad)].slice(0, 3).map((text) => `its date ${text} cannot be read`);
    },
  },
  {
    name: "future-dates",
    severity: "warning",
    mend: "Publish an item when its date has come: until then it stays above all news.",
    find: ({ feed: { format, items }, atMs }) =>
      counted(
        items,
        ({ published }) => (instantMs(format, published ?? "") ?? 0) > atMs + FARTHEST_AHEAD_MS,
        "dated more than a day ahead",
      ),
  },
];

/** RSS's own `updated` comes from other vocabularies, whose dates are theirs. */
function datesOf({ updated }: ParsedItem, format: ParsedFeed["format"]): string | null {
  return format === "rss" ? null : updated;
}
